// When somebody is away: what is known, some days more, or back from today.
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { FormDialog } from '../parts/form-dialog.tsx';
import { useSay } from '../parts/toast.tsx';
import { ask } from '../server/ask.ts';
import { refusalInWords } from '../server/refusal.ts';
import { personPath, useRefresh, type Listed } from './team-queries.ts';
import { dayInWords } from './team-words.ts';
import { tellRefused } from './use-refused.ts';

const date = z.iso.date({ error: 'Choose a day.' });
const schema = z
  .object({ from: date, to: date })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'The last day is before the first.' });

type Asked = z.infer<typeof schema>;

type Props = {
  readonly person: Listed;
  /** ISO date. */
  readonly today: string;
  readonly onClose: () => void;
};

export function AwayDialog({ person: { email, name, away, openHandoffs }, today, onClose }: Props) {
  const refresh = useRefresh();
  const say = useSay();
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const form = useForm<Asked>({
    resolver: zodResolver(schema),
    defaultValues: { from: today, to: today },
  });
  const { errors } = form.formState;
  const done = async (said: string): Promise<void> => {
    await refresh();
    say(said);
    onClose();
  };
  const going = useMutation({
    mutationFn: (asked: Asked) => ask(`${personPath(email)}/away`, { method: 'POST', body: asked }),
    onSuccess: () => done(`No lead goes to ${name} on these days.`),
    onError: (error) => setWrong(tellRefused<Asked>(error, ['from', 'to'], form.setError)),
  });
  const back = useMutation({
    mutationFn: () => ask(`${personPath(email)}/back`, { method: 'POST', body: {} }),
    onSuccess: () => done(`${name} gets leads again.`),
    onError: (error) => setWrong([refusalInWords(error)]),
  });
  const send = form.handleSubmit((asked) => {
    setWrong([]);
    going.mutate(asked);
  });
  return (
    <FormDialog
      title={`When ${name} is away`}
      description={
        openHandoffs === 0
          ? 'Turns pass them over on these days.'
          : `Turns pass them over on these days. What they have stays theirs: ${openHandoffs === 1 ? '1 open lead' : `${openHandoffs} open leads`}.`
      }
      send="Add these days"
      busy={going.isPending}
      wrong={wrong}
      onSend={() => void send()}
      onClose={onClose}
    >
      {away.length > 0 && (
        <div className="flex flex-wrap items-center justify-between gap-3 rounded-control bg-ink/4 px-3 py-2">
          <ul aria-label="Away" className="text-sm">
            {away.map(({ from, to }) => (
              <li key={`${from} ${to}`}>
                {from === to
                  ? dayInWords(from, today)
                  : `${dayInWords(from, today)} to ${dayInWords(to, today)}`}
              </li>
            ))}
          </ul>
          <Button size="small" busy={back.isPending} onClick={() => back.mutate()}>
            Back from today
          </Button>
        </div>
      )}
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField label="First day" type="date" error={errors.from?.message} {...form.register('from')} />
        <TextField label="Last day" type="date" error={errors.to?.message} {...form.register('to')} />
      </div>
    </FormDialog>
  );
}
