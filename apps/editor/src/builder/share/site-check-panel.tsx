// Looks at a page of the website and says what was seen of the form.
import { useMutation } from '@tanstack/react-query';
import type { SiteCheck } from '@baton/worker/api-types';
import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Tag } from '../../parts/state.tsx';
import { ask } from '../../server/ask.ts';
import { formPath } from '../../server/queries.ts';
import { refusalInWords } from '../../server/refusal.ts';
import { useBuilder, useDraft } from '../builder-context.ts';
import { checkInWords } from './check-in-words.ts';
import type { FormPlace } from './snippets.ts';

export function SiteCheckPanel({ place }: { readonly place: FormPlace }) {
  const { mayWrite } = useBuilder();
  const form = useDraft(({ id }) => id);
  const first = useDraft(({ websites }) => websites?.[0]);
  const [typed, setTyped] = useState(first ?? '');
  const check = useMutation({
    mutationFn: (url: string) =>
      ask<SiteCheck>(`${formPath(form)}/site-check`, { method: 'POST', body: { url } }),
  });
  const url = pageAddress(typed);
  return (
    <Panel
      title="Is it on your website?"
      about="Baton fetches the page as anybody would get it, and says what it saw of this form."
    >
      <form
        className="flex flex-wrap items-start gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (url !== undefined && !check.isPending) check.mutate(url);
        }}
      >
        <div className="min-w-56 flex-1">
          <TextField
            label="Address of the page"
            hideLabel
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            disabled={!mayWrite}
            placeholder="https://www.example.com/contact"
            value={typed}
            error={typed.trim() !== '' && url === undefined ? 'This is no address of a page.' : undefined}
            onChange={({ target }) => setTyped(target.value)}
          />
        </div>
        <Button type="submit" busy={check.isPending} disabled={!mayWrite || url === undefined}>
          Look
        </Button>
      </form>
      <div role="status" className="mt-4 empty:mt-0">
        {check.isError && <p className="text-bad">{refusalInWords(check.error)}</p>}
        {check.data && <Seen check={check.data} address={place.address} />}
      </div>
    </Panel>
  );
}

function Seen({ check, address }: { readonly check: SiteCheck; readonly address: string }) {
  const { tone, title, seen, hindrances, next } = checkInWords(check, address);
  return (
    <div className="space-y-3 rounded-control border border-line p-4">
      <div className="flex flex-wrap items-center gap-2">
        <Tag tone={tone}>{title}</Tag>
        <span className="text-sm text-soft wrap-anywhere">{check.url}</span>
      </div>
      {hindrances.length > 0 && (
        <ul className="list-disc space-y-1 pl-5 text-bad">
          {hindrances.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {seen.length > 0 && (
        <div className="text-sm">
          <p className="text-soft">Seen there:</p>
          <ul className="mt-0.5 list-disc pl-5">
            {seen.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      )}
      {next !== null && <p>{next}</p>}
    </div>
  );
}

/** The address that somebody means, with or without `https://`. */
function pageAddress(typed: string): string | undefined {
  const text = typed.trim();
  const whole = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  return text !== '' && !/\s/.test(text) && URL.canParse(whole) ? new URL(whole).href : undefined;
}
