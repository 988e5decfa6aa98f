// A team, new or changed: its name, and who takes turns in which order.
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod';
import { freeId } from '../draft/ids.ts';
import { Button, IconButton } from '../parts/button.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import { FormDialog } from '../parts/form-dialog.tsx';
import { useSay } from '../parts/toast.tsx';
import { ask } from '../server/ask.ts';
import { teamPath, useRefresh, type Listed, type ListedTeam } from './team-queries.ts';
import { shareInWords, sharesOf, sideNames } from './team-words.ts';
import { tellRefused } from './use-refused.ts';

const schema = z.object({
  name: z.string().trim().min(1, { error: 'This is needed.' }).max(200, { error: 'At most 200 characters.' }),
  members: z.array(z.string()).min(1, { error: 'Somebody has to be in it.' }),
});

type Asked = z.infer<typeof schema>;

type Props = {
  /** Null: a new one. */
  readonly team: ListedTeam | null;
  readonly people: readonly Listed[];
  readonly taken: readonly string[];
  readonly onClose: () => void;
};

export function TeamDialog({ team, people, taken, onClose }: Props) {
  const refresh = useRefresh();
  const say = useSay();
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState('');
  const form = useForm<Asked>({
    resolver: zodResolver(schema),
    defaultValues: { name: team?.name ?? '', members: team?.members.map(({ email }) => email) ?? [] },
  });
  const { errors } = form.formState;
  const members = form.watch('members');
  const saving = useMutation({
    mutationFn: (asked: Asked) =>
      ask(teamPath(team?.id ?? freeId(asked.name, new Set(taken), 'team')), { method: 'PUT', body: asked }),
    onSuccess: async (_, { name }) => {
      await refresh();
      say(team === null ? `The team ${name} is there.` : `The team ${name} is as you said.`);
      onClose();
    },
    onError: (error) => setWrong(tellRefused<Asked>(error, ['name', 'members'], form.setError)),
  });
  const set = (next: readonly string[]): void =>
    form.setValue('members', [...next], { shouldValidate: form.formState.isSubmitted });
  const add = (): void => {
    if (chosen !== '') set([...members, chosen]);
    setChosen('');
  };
  const send = (): void => {
    // Whoever is chosen and not added yet is meant.
    add();
    setWrong([]);
    void form.handleSubmit((asked) => saving.mutate(asked))();
  };
  return (
    <FormDialog
      title={team === null ? 'New team' : `Change ${team.name}`}
      send={team === null ? 'Make the team' : 'Save'}
      busy={saving.isPending}
      wrong={wrong}
      onSend={send}
      onClose={onClose}
    >
      <TextField
        label="Name"
        autoFocus
        hint="As the agreement calls it: “EMEA”, “Enterprise”."
        autoComplete="off"
        error={errors.name?.message}
        {...form.register('name')}
      />
      <Members
        people={people}
        members={members}
        error={errors.members?.message}
        chosen={chosen}
        onChoose={setChosen}
        onAdd={add}
        onChange={set}
      />
    </FormDialog>
  );
}

type MembersProps = {
  readonly people: readonly Listed[];
  /** E-mail addresses, in order. */
  readonly members: readonly string[];
  readonly error: string | undefined;
  /** Who is chosen to be added; empty: nobody. */
  readonly chosen: string;
  readonly onChoose: (email: string) => void;
  readonly onAdd: () => void;
  readonly onChange: (members: readonly string[]) => void;
};

function Members({ people, members, error, chosen, onChoose, onAdd, onChange }: MembersProps) {
  const choice = useRef<HTMLSelectElement>(null);
  const known = new Map(people.map((person) => [person.email, person]));
  const shares = sharesOf(members.map((email) => known.get(email)?.weight ?? 1));
  const left = people.filter(({ email }) => !members.includes(email));
  const swap = (index: number, other: number): void => {
    const next = [...members];
    [next[index], next[other]] = [members[other] ?? '', members[index] ?? ''];
    onChange(next);
  };
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">Who takes turns</legend>
      <ol
        aria-label="Members"
        className="mb-3 divide-y divide-line rounded-control border border-line empty:hidden"
      >
        {members.map((email, index) => {
          const name = known.get(email)?.name ?? email;
          return (
            <li key={email} className="flex items-center gap-1 py-1 pr-1 pl-3">
              <span className="min-w-0 flex-1 truncate" title={email}>
                {name}
                {known.get(email)?.isAway === true && <span className="text-sm text-warn"> · away</span>}
              </span>
              <span className="px-2 text-sm text-soft tabular-nums">
                {shareInWords(shares[index] ?? 0)}
                <span className="sr-only"> of the turns</span>
              </span>
              <IconButton
                size="small"
                label={`${name} earlier`}
                disabled={index === 0}
                onClick={() => swap(index, index - 1)}
              >
                <ArrowUp size={15} aria-hidden="true" />
              </IconButton>
              <IconButton
                size="small"
                label={`${name} later`}
                disabled={index === members.length - 1}
                onClick={() => swap(index, index + 1)}
              >
                <ArrowDown size={15} aria-hidden="true" />
              </IconButton>
              <IconButton
                size="small"
                label={`Take ${name} out`}
                onClick={() => onChange(members.filter((one) => one !== email))}
              >
                <X size={15} aria-hidden="true" />
              </IconButton>
            </li>
          );
        })}
      </ol>
      <div className="grid grid-cols-[1fr_auto] items-start gap-2">
        <SelectField
          ref={choice}
          label="Add somebody"
          hint={
            left.length === 0
              ? 'Everybody is in it.'
              : 'How many turns each has is said with the person: Change, Share of turns.'
          }
          error={error}
          value={chosen}
          disabled={left.length === 0}
          onChange={({ target }) => onChoose(target.value)}
        >
          <option value="">Choose somebody</option>
          {left.map(({ email, name, party }) => (
            <option key={email} value={email}>
              {name} ({sideNames[party]})
            </option>
          ))}
        </SelectField>
        <Button
          className="mt-6"
          disabled={chosen === ''}
          onClick={() => {
            onAdd();
            // The button has nothing to add any more; the next one is chosen there.
            choice.current?.focus();
          }}
        >
          Add
        </Button>
      </div>
    </fieldset>
  );
}
