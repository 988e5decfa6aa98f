// The form's own page, to be linked to from anywhere.
import { ExternalLink } from 'lucide-react';
import { buttonClasses } from '../../parts/button.tsx';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Panel } from '../../parts/panel.tsx';
import { pageOf, type FormPlace } from './snippets.ts';

export function HostedLink({ place }: { readonly place: FormPlace }) {
  const page = pageOf(place);
  return (
    <Panel
      title="A page of its own"
      about="For mails, chats and adverts. Works without JavaScript. What stands behind the address goes along: ?utm_source=newsletter tells where people came from."
    >
      <p className="rounded-control border border-line bg-ground px-3 py-2 font-mono text-sm wrap-anywhere">
        {page}
      </p>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <CopyButton text={page}>Copy link</CopyButton>
        <a className={buttonClasses('plain', 'small')} href={page} target="_blank" rel="noreferrer">
          <ExternalLink size={14} aria-hidden="true" />
          Open
        </a>
      </div>
    </Panel>
  );
}
