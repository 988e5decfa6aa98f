// A target account, new or changed: on which list, of which tier, and whose. What the worker refuses is said at its place.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { FormDialog } from '../parts/form-dialog.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import { useSay } from '../parts/toast.tsx';
import { ask } from '../server/ask.ts';
import { peopleQuery } from '../server/queries.ts';
import { Refusal, refusalInWords } from '../server/refusal.ts';
import { accountPath, targetListsQuery } from './company-queries.ts';
import { accountIssueInWords } from './company-words.ts';

type Account = {
  readonly domain: string;
  readonly list: string | null;
  readonly tier: string | null;
  readonly name: string | null;
  readonly owner: string | null;
};

type Props = {
  /** Null: a new one. */
  readonly account: Account | null;
  readonly onClose: () => void;
};

export function AccountDialog({ account, onClose }: Props) {
  const queries = useQueryClient();
  const say = useSay();
  const { data: lists = [] } = useQuery(targetListsQuery);
  const { data: people = [] } = useQuery(peopleQuery);
  const known = useId();
  const [domain, setDomain] = useState(account?.domain ?? '');
  const [list, setList] = useState(account?.list ?? '');
  const [tier, setTier] = useState(account?.tier ?? '');
  const [name, setName] = useState(account?.name ?? '');
  const [owner, setOwner] = useState(account?.owner ?? '');
  const [isShort, setShort] = useState(false);
  const save = useMutation({
    mutationFn: () =>
      ask(accountPath(domain.trim()), {
        method: 'PUT',
        body: { list: list.trim(), tier: tier.trim(), name: name.trim(), owner },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['companies'] });
      say(`${domain.trim()} is on ${list.trim()}.`);
      onClose();
    },
  });
  const issues = save.error instanceof Refusal ? save.error.issues : [];
  const issueAt = (place: string): string | undefined => {
    const issue = issues.find(({ path }) => path[0] === place);
    return issue && accountIssueInWords(issue.code);
  };
  const missing = (text: string): string | undefined =>
    isShort && text.trim() === '' ? 'This is needed.' : undefined;
  const send = (): void => {
    const isWhole = domain.trim() !== '' && list.trim() !== '';
    setShort(!isWhole);
    if (isWhole) save.mutate();
  };
  return (
    <FormDialog
      title={account === null ? 'Add a target account' : `Target account ${account.domain}`}
      send={account === null ? 'Add' : 'Save'}
      busy={save.isPending}
      wrong={save.isError && issues.length === 0 ? [refusalInWords(save.error)] : []}
      onSend={send}
      onClose={onClose}
    >
      {account === null && (
        <TextField
          label="Domain"
          hint="As in their e-mail addresses: acme.com."
          value={domain}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => setDomain(target.value)}
          error={missing(domain) ?? issueAt('domain')}
        />
      )}
      <TextField
        label="List"
        hint="A company is on one list. A new name begins a new one."
        value={list}
        maxLength={200}
        list={known}
        autoComplete="off"
        onChange={({ target }) => setList(target.value)}
        error={missing(list) ?? issueAt('list')}
      />
      <datalist id={known}>
        {lists.map((one) => (
          <option key={one.name} value={one.name} />
        ))}
      </datalist>
      <TextField
        label="Account tier"
        hint="A, B, or whatever you say."
        value={tier}
        maxLength={200}
        autoComplete="off"
        onChange={({ target }) => setTier(target.value)}
        error={issueAt('tier')}
      />
      <TextField
        label="Company name"
        value={name}
        maxLength={200}
        autoComplete="off"
        onChange={({ target }) => setName(target.value)}
        error={issueAt('name')}
      />
      <SelectField
        label="Owner"
        hint="New leads of the company go to them where the agreement keeps owners."
        value={owner}
        onChange={({ target }) => setOwner(target.value)}
        error={issueAt('owner')}
      >
        <option value="">Nobody in particular</option>
        {people.map((person) => (
          <option key={person.email} value={person.email}>
            {person.name}
          </option>
        ))}
      </SelectField>
    </FormDialog>
  );
}
