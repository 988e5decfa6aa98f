// Where the form stands, each way with a small picture of it.
import type { Embed } from '@baton/form';
import { useId } from 'react';
import { editEmbed, embedOf } from '../../draft/edit-embed.ts';
import { Section } from '../../parts/split.tsx';
import { useBuilder, useDraft } from '../builder-context.ts';
import { ModePicture } from './mode-picture.tsx';

const modes: readonly { readonly mode: Embed['mode']; readonly name: string; readonly says: string }[] = [
  { mode: 'inline', name: 'In the page', says: 'Where its line stands' },
  { mode: 'popup', name: 'Window', says: 'In the middle, over the page' },
  { mode: 'slidein', name: 'Corner', says: 'Slides in, the page stays usable' },
  { mode: 'page', name: 'Full screen', says: 'Nothing else in sight' },
];

export function ModePicker() {
  const { store } = useBuilder();
  const { mode } = useDraft(embedOf);
  const name = useId();
  return (
    <Section title="Where it stands">
      <div role="radiogroup" aria-label="Where it stands" className="grid grid-cols-2 gap-2">
        {modes.map((one) => (
          <label
            key={one.mode}
            className="cursor-pointer rounded-control border border-line p-2.5 hover:border-soft has-checked:border-accent has-focus-visible:outline-2 has-focus-visible:outline-accent has-disabled:cursor-not-allowed"
          >
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={one.mode === mode}
              onChange={() => store.edit((draft) => editEmbed(draft, { mode: one.mode }))}
            />
            <ModePicture mode={one.mode} />
            <span className="mt-2 block font-medium">{one.name}</span>
            <span className="block text-xs text-soft">{one.says}</span>
          </label>
        ))}
      </div>
    </Section>
  );
}
