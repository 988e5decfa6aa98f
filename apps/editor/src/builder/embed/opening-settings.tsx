// What opens a form that does not stand in the page: a button in its place, and occasions.
import { Plus } from 'lucide-react';
import type { Embed, Trigger } from '@baton/form';
import { addTrigger, changeTrigger, editEmbed, embedOf, removeTrigger } from '../../draft/edit-embed.ts';
import { Button } from '../../parts/button.tsx';
import { Check, TextField } from '../../parts/field.tsx';
import { Menu, MenuItem } from '../../parts/menu.tsx';
import { Segments } from '../../parts/segments.tsx';
import { Section } from '../../parts/split.tsx';
import { useBuilder, useDraft } from '../builder-context.ts';
import { TriggerRow } from './trigger-row.tsx';

const occasions: readonly (readonly [on: Trigger['on'], name: string])[] = [
  ['delay', 'After some time'],
  ['scroll', 'When they have read so far'],
  ['exit', 'When they are about to leave'],
  ['click', 'At a press on something of the page'],
];

const often: readonly { readonly value: Embed['once']; readonly label: string }[] = [
  { value: 'visitor', label: 'Once a visitor' },
  { value: 'visit', label: 'Once a visit' },
  { value: 'always', label: 'Each time' },
];

/** The document takes no more. */
const mostTriggers = 20;

export function OpeningSettings() {
  const { store, mayWrite } = useBuilder();
  const { mode, triggers, once, button } = useDraft(embedOf);
  const form = useDraft(({ id }) => id);
  if (mode === 'inline') return null;
  const opensItself = triggers.some(({ on }) => on !== 'click');
  const setButton = (words: string | undefined, group?: string): void =>
    store.edit((draft) => editEmbed(draft, { button: words }), group);
  return (
    <Section
      title="What opens it"
      about={
        <>
          Anything on the website with <code className="text-ink">{`data-baton-open="${form}"`}</code> does,
          always.
        </>
      }
    >
      <Check
        label="A button where its line stands"
        checked={button !== undefined}
        onChange={({ target }) => setButton(target.checked ? 'Talk to us' : undefined)}
      />
      {button !== undefined && (
        <TextField
          label="Words of the button"
          maxLength={100}
          value={button}
          error={button.trim() === '' ? 'The button needs words.' : undefined}
          onChange={({ target }) => setButton(target.value, 'button words')}
        />
      )}
      {triggers.length > 0 && (
        <ul className="space-y-2" aria-label="Occasions">
          {triggers.map((trigger, index) => (
            <TriggerRow
              // Occasions have no ids; their order is all they have.
              key={`${trigger.on} ${index}`}
              trigger={trigger}
              onChange={(next) =>
                store.edit((draft) => changeTrigger(draft, index, next), `trigger ${index}`)
              }
              onRemove={() => store.edit((draft) => removeTrigger(draft, index))}
            />
          ))}
        </ul>
      )}
      {mayWrite && triggers.length < mostTriggers && (
        <Menu
          align="start"
          trigger={
            <Button size="small" icon={<Plus size={14} aria-hidden="true" />}>
              Add an occasion
            </Button>
          }
        >
          {occasions.map(([on, name]) => (
            <MenuItem key={on} onPick={() => store.edit((draft) => addTrigger(draft, on))}>
              {name}
            </MenuItem>
          ))}
        </Menu>
      )}
      {opensItself && (
        <Segments
          asField
          label="How often it opens by itself"
          value={once}
          choices={often}
          onChange={(next) => store.edit((draft) => editEmbed(draft, { once: next }))}
        />
      )}
    </Section>
  );
}
