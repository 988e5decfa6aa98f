// All forms of the workspace, and how a new one begins.
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { FormList } from '@baton/worker/api-types';
import { Ago } from '../parts/ago.tsx';
import { Button } from '../parts/button.tsx';
import { countInWords, shareInWords } from '../parts/share.ts';
import { Empty, Tag } from '../parts/state.tsx';
import { formsQuery, meQuery } from '../server/queries.ts';
import { FormMenu } from './form-menu.tsx';
import { NewForm } from './new-form.tsx';

export function FormsScreen() {
  const { data } = useSuspenseQuery(formsQuery);
  const { data: me } = useSuspenseQuery(meQuery);
  const [isNew, setNew] = useState(false);
  const mayWrite = me.rights.includes('forms.write');
  const taken = data.forms.map(({ id }) => id);
  const begin = mayWrite && (
    <Button look="main" icon={<Plus size={16} aria-hidden="true" />} onClick={() => setNew(true)}>
      New form
    </Button>
  );
  return (
    <div className="mx-auto max-w-240 px-4 py-6 md:px-8 md:py-8">
      <title>Forms · Baton</title>
      <div className="mb-6 flex items-center justify-between gap-4">
        <h1 className="text-2xl font-semibold tracking-tight">Forms</h1>
        {data.forms.length > 0 && begin}
      </div>
      <div className="rounded-card border border-line bg-card">
        {data.forms.length === 0 ? (
          <Empty title="There is no form yet" action={begin}>
            {mayWrite
              ? 'Begin with one that is written already, or from nothing.'
              : 'People of marketing make forms. You see them here as soon as there are any.'}
          </Empty>
        ) : (
          <ul>
            {data.forms.map((form) => (
              <FormRow key={form.id} form={form}>
                <FormMenu
                  form={form}
                  taken={taken}
                  mayWrite={mayWrite}
                  page={form.version === null ? null : `${me.address}/f/${me.formPrefix}${form.id}`}
                />
              </FormRow>
            ))}
          </ul>
        )}
      </div>
      {data.forms.length > 0 && (
        <p className="mt-3 px-1 text-xs text-soft">Numbers are of the last thirty days.</p>
      )}
      {isNew && <NewForm taken={taken} onClose={() => setNew(false)} />}
    </div>
  );
}

type RowProps = { readonly form: FormList['forms'][number]; readonly children: ReactNode };

function FormRow({ form, children }: RowProps) {
  const { numbers } = form;
  const when = form.draft?.at ?? form.publishedAt;
  return (
    <li className="relative flex items-center gap-4 border-line px-5 py-4 not-first:border-t hover:bg-ink/3">
      <div className="min-w-0 flex-1">
        <Link
          to="/forms/$form/$tab"
          params={{ form: form.id, tab: 'build' }}
          className="font-medium after:absolute after:inset-0"
        >
          {form.name}
        </Link>
        <p className="truncate text-sm text-soft">
          {form.version === null ? 'Not published yet' : `Version ${form.version}`}
          {when && (
            <>
              {' · '}
              <Ago at={when} />
            </>
          )}
        </p>
      </div>
      <dl className="hidden gap-8 text-right md:flex">
        <Number name="Seen" value={countInWords(numbers.views)} />
        <Number name="Sent" value={shareInWords(numbers.completions, numbers.views)} />
        <Number name="Qualified" value={shareInWords(numbers.qualified, numbers.completions)} />
      </dl>
      <div className="flex w-28 flex-wrap justify-end gap-1">
        {form.draft && form.version !== null && <Tag tone="accent">Draft</Tag>}
        {form.version !== null ? <Tag tone="good">Live</Tag> : <Tag>Not live</Tag>}
      </div>
      {children}
    </li>
  );
}

/** Of the last thirty days. */
function Number({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div className="w-18">
      <dt className="text-xs text-soft">{name}</dt>
      <dd className="font-medium tabular-nums">{value}</dd>
    </div>
  );
}
