// Which websites may have the form. None named: all of them.
import { toOrigin } from '@baton/form';
import { X } from 'lucide-react';
import { useState } from 'react';
import { addWebsite, removeWebsite, websiteFrom } from '../../draft/edit-embed.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { Section } from '../../parts/split.tsx';
import { useBuilder, useDraft } from '../builder-context.ts';

export function WebsitesSettings() {
  const { store, mayWrite } = useBuilder();
  const websites = useDraft((draft) => draft.websites);
  const [typed, setTyped] = useState('');
  const [isAsked, setAsked] = useState(false);
  const website = websiteFrom(typed);
  const isWrong = isAsked && typed.trim() !== '' && website === undefined;
  const add = (): void => {
    setAsked(true);
    if (website === undefined) return;
    store.edit((draft) => addWebsite(draft, website));
    setTyped('');
    setAsked(false);
  };
  return (
    <Section
      title="Websites"
      about={
        websites === undefined || websites.length === 0
          ? 'Every website may have this form. Name yours, and nobody else can send it from theirs.'
          : 'Only these may send it; what comes from others is refused. The hosted page always works.'
      }
    >
      {websites !== undefined && websites.length > 0 && (
        <ul
          aria-label="Websites that may have it"
          className="divide-y divide-line rounded-control border border-line"
        >
          {websites.map((one) => (
            <li key={one} className="flex items-center gap-2 py-1 pr-1 pl-3">
              <span className="min-w-0 flex-1 truncate">
                {one}
                {toOrigin(one) === undefined && <span className="text-bad"> is no website</span>}
              </span>
              {mayWrite && (
                <IconButton
                  label={`Remove ${one}`}
                  onClick={() => store.edit((draft) => removeWebsite(draft, one))}
                >
                  <X size={14} aria-hidden="true" />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
      )}
      <form
        className="flex items-start gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <div className="min-w-0 flex-1">
          <TextField
            label="A website"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            placeholder="https://www.example.com"
            value={typed}
            error={isWrong ? 'Type a website as https://www.example.com.' : undefined}
            hint="With and without www are two websites."
            onChange={({ target }) => {
              setTyped(target.value);
              setAsked(false);
            }}
          />
        </div>
        <Button type="submit" className="mt-6" disabled={typed.trim() === ''}>
          Add
        </Button>
      </form>
    </Section>
  );
}
