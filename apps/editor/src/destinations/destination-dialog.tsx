// A destination's settings, new or changed. What the worker refuses is said at its place.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Issue } from '@baton/rules';
import type { SavedDestination } from '@baton/worker/api-types';
import { FormDialog } from '../parts/form-dialog.tsx';
import { Check, TextField } from '../parts/field.tsx';
import { Segments } from '../parts/segments.tsx';
import { ask } from '../server/ask.ts';
import { agreementQuery, destinationPath, destinationsQuery } from '../server/queries.ts';
import { Refusal, refusalInWords } from '../server/refusal.ts';
import {
  eventNames,
  eventTypes,
  kindNames,
  kinds,
  type Destination,
  type EventType,
  type Kind,
} from './destination-words.ts';

type Props = {
  /** Null: a new one. */
  readonly destination: Destination | null;
  readonly taken: readonly string[];
  readonly onClose: () => void;
  readonly onSaved: (id: string, saved: SavedDestination) => void;
};

const kindChoices = kinds.map((value) => ({ value, label: kindNames[value] }));

export function DestinationDialog({ destination, taken, onClose, onSaved }: Props) {
  const queries = useQueryClient();
  const { data: agreement } = useQuery(agreementQuery);
  const tiers = (agreement?.tiers ?? []).toSorted((a, b) => b.from - a.from).map(({ id }) => id);
  const [id, setId] = useState(destination?.id ?? '');
  const [kind, setKind] = useState<Kind>(destination?.kind ?? 'webhook');
  const [to, setTo] = useState(destination?.to ?? '');
  const [on, setOn] = useState<readonly EventType[]>(destination?.on ?? ['lead.handed_off']);
  const [only, setOnly] = useState<readonly string[]>(destination?.tiers ?? []);
  const [isShort, setShort] = useState(false);
  const save = useMutation({
    mutationFn: () =>
      ask<SavedDestination>(destinationPath(id.trim()), {
        method: 'PUT',
        body: { kind, [kind === 'email' ? 'to' : 'url']: to.trim(), on, tiers: only },
      }),
    onSuccess: async (saved) => {
      await queries.invalidateQueries(destinationsQuery);
      onSaved(id.trim(), saved);
    },
  });
  const issues: readonly Issue[] = save.error instanceof Refusal ? save.error.issues : [];
  const isTaken = destination === null && taken.includes(id.trim());
  const send = (): void => {
    const isWhole = id.trim() !== '' && to.trim() !== '' && !isTaken && on.length > 0;
    setShort(!isWhole);
    if (isWhole) save.mutate();
  };
  const missing = (text: string): string | undefined =>
    isShort && text.trim() === '' ? 'This is needed.' : undefined;
  return (
    <FormDialog
      title={destination === null ? 'New destination' : `Change ${destination.id}`}
      send={destination === null ? 'Add' : 'Save'}
      busy={save.isPending}
      wrong={save.isError && issues.length === 0 ? [refusalInWords(save.error)] : []}
      onSend={send}
      onClose={onClose}
    >
      {destination === null && (
        <Segments asField label="What it is" value={kind} onChange={setKind} choices={kindChoices} />
      )}
      {destination === null && (
        <TextField
          label="Name"
          hint="As you call it: “CRM”, “Sales channel”. It stays for good."
          value={id}
          maxLength={100}
          autoComplete="off"
          onChange={({ target }) => setId(target.value)}
          error={isTaken ? 'There is one of this name.' : (missing(id) ?? wordsAt(issues, 'id'))}
        />
      )}
      <TextField
        label={addresses[kind].label}
        hint={addresses[kind].hint}
        value={to}
        inputMode={kind === 'email' ? 'email' : 'url'}
        autoComplete="off"
        spellCheck={false}
        placeholder={addresses[kind].example}
        onChange={({ target }) => setTo(target.value)}
        error={missing(to) ?? wordsAt(issues, kind === 'email' ? 'to' : 'url')}
      />
      <fieldset className="space-y-2">
        <legend className="mb-2 text-sm font-medium">It is told when</legend>
        {eventTypes.map((event) => (
          <Check
            key={event}
            label={eventNames[event]}
            checked={on.includes(event)}
            onChange={({ target }) =>
              setOn(target.checked ? [...on, event] : on.filter((one) => one !== event))
            }
          />
        ))}
        {on.length === 0 && <p className="text-xs text-bad">Choose at least one.</p>}
      </fieldset>
      {tiers.length > 0 && (
        <fieldset className="space-y-2">
          <legend className="mb-2 text-sm font-medium">Of these tiers</legend>
          {[...new Set([...tiers, ...only])].map((tier) => (
            <Check
              key={tier}
              label={tier}
              checked={only.length === 0 || only.includes(tier)}
              onChange={({ target }) => setOnly(chosen(tiers, only, tier, target.checked))}
            />
          ))}
          <p className="text-xs text-soft">All of them, as long as none is left out.</p>
          {wordsAt(issues, 'tiers') !== undefined && (
            <p className="text-xs text-bad">{wordsAt(issues, 'tiers')}</p>
          )}
        </fieldset>
      )}
    </FormDialog>
  );
}

/** The tiers that are named: none where all are wanted. The last one cannot be left out. */
function chosen(
  all: readonly string[],
  only: readonly string[],
  tier: string,
  isOn: boolean,
): readonly string[] {
  const before = only.length === 0 ? all : only;
  const next = isOn ? [...before, tier] : before.filter((one) => one !== tier);
  if (next.length === 0) return only;
  return all.every((one) => next.includes(one)) ? [] : next;
}

const addresses: Readonly<
  Record<Kind, { readonly label: string; readonly hint: string; readonly example: string }>
> = {
  webhook: {
    label: 'Address',
    hint: 'It gets signed JSON by POST, as Standard Webhooks say.',
    example: 'https://crm.example.com/hooks/baton',
  },
  email: {
    label: 'E-mail address',
    hint: 'A shared mailbox, say. The owner of a lead gets a mail anyway.',
    example: 'sales@example.com',
  },
  slack: {
    label: 'Address of the incoming webhook',
    hint: 'In Slack: an app of yours, “Incoming Webhooks”, “Add New Webhook”. Whoever has it can write there.',
    example: 'https://hooks.slack.com/services/…',
  },
  teams: {
    label: 'Address of the workflow',
    hint: 'In Teams: Workflows, “Post to a channel when a webhook request is received”.',
    example: 'https://prod-00.westeurope.logic.azure.com/workflows/…',
  },
};

const words: Readonly<Record<string, string>> = {
  bad_url: 'An address begins with https:// and has no blanks.',
  not_email: 'This is not an e-mail address.',
  required: 'This is needed.',
  too_long: 'This is too long.',
  unknown_tier: 'The agreement has no such tier any more.',
};

function wordsAt(issues: readonly Issue[], place: string): string | undefined {
  const found = issues.find(({ path }) => path[0] === place);
  return found === undefined ? undefined : (words[found.code] ?? `This cannot be taken (${found.code}).`);
}
