// The lines that a website needs, for each way of building one.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { protectionOf } from '../../draft/edit-consent.ts';
import { readDraft } from '../../draft/form-draft.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Segments } from '../../parts/segments.tsx';
import { Failed, Loading } from '../../parts/state.tsx';
import { versionQuery } from '../../server/queries.ts';
import { useBuilder, useDraft } from '../builder-context.ts';
import { plainForm } from './plain-form.ts';
import {
  elementOf,
  policyOf,
  reactOf,
  scriptOf,
  tagManagerOf,
  type FormPlace,
  type SnippetKind,
} from './snippets.ts';

const kinds: readonly { readonly value: SnippetKind; readonly label: string }[] = [
  { value: 'script', label: 'Script' },
  { value: 'element', label: 'Element' },
  { value: 'react', label: 'React' },
  { value: 'tag-manager', label: 'Tag Manager' },
  { value: 'plain', label: 'Plain HTML' },
];

const says: Readonly<Record<SnippetKind, string>> = {
  script:
    'One line. The form stands where you paste it. Your website’s editor may call it “embed” or “custom HTML”.',
  element:
    'Where script and form stand apart, and for pages whose parts come and go. With “display: block” and a “min-height” on the element, the page keeps room, and nothing below moves when the form comes.',
  react: 'A component around the same script; it draws nothing itself and waits for the form.',
  'tag-manager':
    'A tag of the kind “Custom HTML” in Google Tag Manager, fired on the pages that are to have the form. Inside, “main” says where on the page.',
  plain:
    'For websites that run no script. It asks everything at once and looks as your website does; a page of Baton’s answers.',
};

type Props = { readonly place: FormPlace; readonly version: number };

export function Snippets({ place, version }: Props) {
  const [kind, setKind] = useState<SnippetKind>('script');
  return (
    <Panel title="On your website" about={says[kind]}>
      <div className="-mx-1 mb-3 overflow-x-auto p-1">
        <div className="w-max">
          <Segments label="Way of building websites" value={kind} choices={kinds} onChange={setKind} />
        </div>
      </div>
      {kind === 'plain' ? (
        <PlainCode place={place} version={version} />
      ) : (
        <OtherCode kind={kind} place={place} />
      )}
      <details className="mt-3 text-sm">
        <summary className="text-soft hover:text-ink">For a website with a Content-Security-Policy</summary>
        <div className="mt-2">
          <Code text={policyOf(place)} name="Policy" />
        </div>
      </details>
    </Panel>
  );
}

function OtherCode({
  kind,
  place,
}: {
  readonly kind: Exclude<SnippetKind, 'plain'>;
  readonly place: FormPlace;
}) {
  const embed = useDraft((draft) => draft.embed);
  const text = {
    script: scriptOf(place),
    element: elementOf(place),
    react: reactOf(place),
    'tag-manager': tagManagerOf(place, embed === undefined ? {} : { embed }),
  }[kind];
  return <Code text={text} name="Snippet" />;
}

function PlainCode({ place, version }: Props) {
  const { attributes } = useBuilder();
  const form = useDraft(({ id }) => id);
  const published = useQuery(versionQuery(form, version));
  if (published.isError) return <Failed error={published.error} again={() => void published.refetch()} />;
  if (!published.data) return <Loading label="Loading what is published" />;
  const document = readDraft(published.data.document);
  if (document === null) return <p className="text-soft">What is published cannot be shown as plain HTML.</p>;
  const { proofOfWork, turnstile } = protectionOf(document);
  return (
    <>
      {(proofOfWork || turnstile) && (
        <p className="mb-3 rounded-control bg-warn/12 px-3 py-2 text-warn">
          This form asks browsers for a proof, which plain HTML cannot give: what comes from here is put
          aside. Switch the proof off on the Consent tab, or release each by hand.
        </p>
      )}
      <Code text={plainForm(place, document, attributes)} name="Snippet" />
    </>
  );
}

function Code({ text, name }: { readonly text: string; readonly name: string }) {
  return (
    <div className="relative rounded-control border border-line bg-ground">
      <pre
        // It scrolls, so a keyboard must get to it.
        tabIndex={0}
        aria-label={name}
        className="max-h-80 overflow-auto p-4 pr-28 font-mono text-sm whitespace-pre-wrap wrap-anywhere"
      >
        <code>{text}</code>
      </pre>
      <div className="absolute top-2 right-2">
        <CopyButton text={text} />
      </div>
    </div>
  );
}
