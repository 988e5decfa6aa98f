// Somebody of the workspace, new or changed: how they are called, on which side, and how many leads they get.
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod';
import { SelectField, TextField } from '../parts/field.tsx';
import { FormDialog } from '../parts/form-dialog.tsx';
import { useSay } from '../parts/toast.tsx';
import { ask } from '../server/ask.ts';
import { personPath, useRefresh, type Listed } from './team-queries.ts';
import { sideNames } from './team-words.ts';
import { tellRefused } from './use-refused.ts';

const sides = ['sales', 'marketing', 'admin'] as const;

const schema = z.object({
  email: z.email({ error: 'This is not an e-mail address.' }).max(254, { error: 'This is too long.' }),
  name: z.string().trim().min(1, { error: 'This is needed.' }).max(200, { error: 'At most 200 characters.' }),
  party: z.enum(sides),
  weight: z.string().refine((text) => Number(text) > 0 && Number(text) <= 1000, {
    error: 'A number above 0, 1000 at most: 2 is twice as many turns as 1.',
  }),
  capacity: z
    .string()
    .trim()
    .regex(/^\d{0,6}$/, { error: 'A whole number, or nothing.' }),
});

type Asked = z.infer<typeof schema>;

type Props = {
  /** Null: a new one. */
  readonly person: Listed | null;
  readonly taken: readonly string[];
  readonly onClose: () => void;
};

export function PersonDialog({ person, taken, onClose }: Props) {
  const refresh = useRefresh();
  const say = useSay();
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const form = useForm<Asked>({
    resolver: zodResolver(schema),
    defaultValues: {
      email: person?.email ?? '',
      name: person?.name ?? '',
      party: person?.party ?? 'sales',
      weight: String(person?.weight ?? 1),
      capacity: person?.capacity === undefined || person.capacity === null ? '' : String(person.capacity),
    },
  });
  const { errors } = form.formState;
  const saving = useMutation({
    mutationFn: ({ email, name, party, weight, capacity }: Asked) =>
      ask(personPath(email), {
        method: 'PUT',
        body: {
          name,
          party,
          ...(Number(weight) === 1 ? {} : { weight: Number(weight) }),
          ...(capacity === '' ? {} : { capacity: Number(capacity) }),
        },
      }),
    onSuccess: async (_, { name }) => {
      await refresh();
      say(person === null ? `${name} is among the people.` : `${name} is as you said.`);
      onClose();
    },
    onError: (error) =>
      setWrong(tellRefused<Asked>(error, ['email', 'name', 'weight', 'capacity'], form.setError)),
  });
  const send = form.handleSubmit((asked) => {
    setWrong([]);
    if (person === null && taken.includes(asked.email.toLowerCase())) {
      form.setError('email', { message: 'They are among the people already.' }, { shouldFocus: true });
    } else saving.mutate(asked);
  });
  return (
    <FormDialog
      title={person === null ? 'Add a person' : `Change ${person.name}`}
      description={
        person === null && (
          <>
            They get leads by mail at once. To let them come in to Baton as well,{' '}
            <a href="/people" className="text-accent underline underline-offset-2">
              invite them
            </a>
            .
          </>
        )
      }
      send={person === null ? 'Add' : 'Save'}
      busy={saving.isPending}
      wrong={wrong}
      onSend={() => void send()}
      onClose={onClose}
    >
      {person === null && (
        <TextField
          label="E-mail"
          type="email"
          autoFocus
          autoComplete="off"
          spellCheck={false}
          error={errors.email?.message}
          {...form.register('email')}
        />
      )}
      <TextField
        label="Name"
        autoFocus={person !== null}
        autoComplete="off"
        error={errors.name?.message}
        {...form.register('name')}
      />
      <SelectField
        label="Side"
        hint="Sales’ people get leads. Marketing’s and sales’ people sign for their side."
        error={errors.party?.message}
        {...form.register('party')}
      >
        {sides.map((side) => (
          <option key={side} value={side}>
            {sideNames[side]}
          </option>
        ))}
      </SelectField>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          label="Share of turns"
          hint="Beside the others of a team: 2 gets twice as many leads as 1."
          inputMode="decimal"
          autoComplete="off"
          error={errors.weight?.message}
          {...form.register('weight')}
        />
        <TextField
          label="Most leads a day"
          hint="Empty: as many as come."
          inputMode="numeric"
          autoComplete="off"
          error={errors.capacity?.message}
          {...form.register('capacity')}
        />
      </div>
    </FormDialog>
  );
}
