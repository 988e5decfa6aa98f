// A lead that sales met, added by hand: the address, and what else is known. It goes the way of a form that was sent.
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Attribute } from '@baton/rules';
import type { AddedLead } from '@baton/worker/api-types';
import { SelectField, TextField } from '../../parts/field.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useSay } from '../../parts/toast.tsx';
import { ask } from '../../server/ask.ts';
import { catalogueQuery } from '../../server/queries.ts';
import { Refusal, refusalInWords } from '../../server/refusal.ts';
import type { InboxSearch } from '../inbox-search.ts';
import { stateNames } from '../stage-words.ts';
import { useRefresh } from '../use-lead-actions.ts';
import { AttributeField, type Value } from './attribute-field.tsx';
import { identityOf } from './identity-of.ts';
import { originNames, readOrigin, whyNot, type Origin } from './import-words.ts';

/** What is asked first; the rest waits behind a line. */
const first = /^(name|full_name|first_name|last_name|company|company_name|phone|job_title|role)$/;

export function AddLeadDialog({ onClose }: { readonly onClose: () => void }) {
  const { data: catalogue = [] } = useQuery(catalogueQuery);
  const identity = identityOf(catalogue);
  const search: InboxSearch = useSearch({ from: '/shell/inbox' });
  const navigate = useNavigate();
  const refresh = useRefresh();
  const say = useSay();
  const [values, setValues] = useState<Readonly<Record<string, Value>>>({});
  const [origin, setOrigin] = useState<Origin>('sales');
  const [detail, setDetail] = useState('');
  const add = useMutation({
    mutationFn: () =>
      ask<AddedLead>('/api/leads', {
        method: 'POST',
        body: {
          origin,
          ...(detail.trim() === '' ? {} : { detail: detail.trim() }),
          attributes: Object.fromEntries(Object.entries(values).filter(([, value]) => !isBlank(value))),
        },
      }),
    onSuccess: async ({ lead, state }) => {
      say(`Added: ${stateNames[state].toLowerCase()}`);
      if (lead !== null) await navigate({ to: '/inbox/$lead', params: { lead }, search });
      onClose();
    },
    onSettled: refresh,
  });
  const issues = add.error instanceof Refusal ? add.error.issues : [];
  const wrongOf = (id: string): string | undefined => {
    const issue = issues.find(({ path }) => path[1] === id);
    return issue === undefined ? undefined : `This ${whyNot(issue.code)}.`;
  };
  const known = catalogue.filter(({ archived, id }) => archived !== true && id !== identity);
  const address = catalogue.find(({ id }) => id === identity) ?? ownAddress(identity);
  const field = (attribute: Attribute) => (
    <AttributeField
      key={attribute.id}
      attribute={attribute}
      value={values[attribute.id]}
      error={wrongOf(attribute.id)}
      isFirst={attribute.id === identity}
      onChange={(value) => setValues({ ...values, [attribute.id]: value })}
    />
  );
  const rest = known.filter(({ id }) => !first.test(id));
  const isToldBeside = issues.length > 0 && issues.every(({ path }) => path[0] === 'attributes');
  return (
    <FormDialog
      title="Add a lead"
      description="It is merged by its address, scored and, if it qualifies, handed off like any other."
      send="Add"
      busy={add.isPending}
      wrong={add.error === null || isToldBeside ? [] : [refusalInWords(add.error)]}
      onClose={onClose}
      onSend={() => add.mutate()}
    >
      {field(address)}
      {known.filter(({ id }) => first.test(id)).map(field)}
      {rest.length > 0 && (
        <details open={rest.some(({ id }) => wrongOf(id) !== undefined) || undefined}>
          <summary className="cursor-pointer rounded-control text-sm font-medium">
            What else is known ({rest.length})
          </summary>
          <div className="mt-4 space-y-5">{rest.map(field)}</div>
        </details>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label="Where they come from"
          value={origin}
          onChange={({ target }) => setOrigin(readOrigin(target.value))}
        >
          {Object.entries(originNames).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField
          label={
            origin === 'partner' ? 'Which partner' : origin === 'event' ? 'Which event' : 'Which occasion'
          }
          value={detail}
          maxLength={200}
          onChange={({ target }) => setDetail(target.value)}
        />
      </div>
    </FormDialog>
  );
}

function isBlank(value: Value): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function ownAddress(id: string): Attribute {
  return { id, label: 'E-mail', type: 'email', about: 'person' };
}
