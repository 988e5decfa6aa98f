// Before somebody is removed: what hangs on them, and who has it from then on. Whom the agreement in force names cannot go
// before another is signed; what they have can be handed on all the same.
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Holds } from '@baton/worker/api-types';
import { SelectField } from '../parts/field.tsx';
import { FormDialog } from '../parts/form-dialog.tsx';
import { Failed, Loading } from '../parts/state.tsx';
import { useSay } from '../parts/toast.tsx';
import { ask } from '../server/ask.ts';
import { refusalInWords } from '../server/refusal.ts';
import { holdsQuery, personPath, useRefresh, type Listed } from './team-queries.ts';

type Props = {
  readonly person: Listed;
  readonly others: readonly Listed[];
  readonly onClose: () => void;
};

export function RemovePerson({ person: { email, name, named }, others, onClose }: Props) {
  const refresh = useRefresh();
  const say = useSay();
  const holds = useQuery(holdsQuery(email));
  const [to, setTo] = useState('');
  const [isShort, setShort] = useState(false);
  const lines = holds.data === undefined ? [] : linesOf(holds.data);
  const removing = useMutation({
    mutationFn: async () => {
      if (lines.length > 0) await ask(`${personPath(email)}/hand-on`, { method: 'POST', body: { to } });
      if (!named) await ask(`${personPath(email)}/remove`, { method: 'POST', body: {} });
    },
    onSuccess: () => {
      say(named ? `What was ${name}’s has gone on.` : `${name} is not among the people any more.`);
      onClose();
    },
    // Handed on it may be all the same.
    onSettled: refresh,
  });
  const send = (): void => {
    const isWhole = lines.length === 0 || to !== '';
    setShort(!isWhole);
    if (isWhole && holds.isSuccess && !(named && lines.length === 0)) removing.mutate();
  };
  return (
    <FormDialog
      title={named ? `Hand on what ${name} has` : `Remove ${name}?`}
      description={
        named
          ? 'An agreement names or is signed by them, so they stay among the people: that changes only by a proposal that both sides sign.'
          : 'They get no leads and sign nothing from then on. What they did stays. Who may come in is under People.'
      }
      send={named ? 'Hand on' : lines.length > 0 ? 'Hand on and remove' : 'Remove'}
      busy={removing.isPending}
      wrong={removing.isError ? [refusalInWords(removing.error)] : []}
      onSend={send}
      onClose={onClose}
    >
      {holds.isPending && <Loading />}
      {holds.isError && <Failed error={holds.error} again={() => void holds.refetch()} />}
      {holds.isSuccess && lines.length === 0 && <p className="text-soft">Nothing hangs on {name}.</p>}
      {lines.length > 0 && (
        <>
          <div>
            <p className="mb-1 text-sm font-medium">What hangs on {name}</p>
            <ul className="list-disc pl-5">
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
          <SelectField
            label="Who has all of it from then on"
            hint="They are told of every lead, and open deadlines begin anew."
            value={to}
            onChange={({ target }) => setTo(target.value)}
            error={isShort && to === '' ? 'Choose somebody.' : undefined}
          >
            <option value="">Choose somebody</option>
            {others.map((other) => (
              <option key={other.email} value={other.email}>
                {other.name}
              </option>
            ))}
          </SelectField>
        </>
      )}
    </FormDialog>
  );
}

function linesOf({ handoffs, leads, companies, teams }: Holds): readonly string[] {
  const many = (count: number, one: string, several: string): readonly string[] =>
    count === 0 ? [] : [`${count.toLocaleString('en')} ${count === 1 ? one : several}`];
  return [
    ...many(handoffs.count, 'lead that waits for their answer', 'leads that wait for their answer'),
    ...many(leads.count, 'other lead', 'other leads'),
    ...many(companies.count, 'company', 'companies'),
    ...teams.map((team) => `A place in ${team.name}`),
  ];
}
