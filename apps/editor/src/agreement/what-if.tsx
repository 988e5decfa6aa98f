// A lead to try the draft on: what it tells and does is changed, and what would become of it is said at once, by the very
// code that judges in the worker.
import { useMemo, useState } from 'react';
import { knownAt, type Readable } from '../draft/readables.ts';
import { Button } from '../parts/button.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import { Panel } from '../parts/panel.tsx';
import { Loading } from '../parts/state.tsx';
import { termsFindingInWords } from './finding-words.ts';
import { behavioursOf, factsOf, nobodyYet, pathsRead, type Imagined } from './imagined-lead.ts';
import { useTerms, useTermsDraft } from './terms-context.ts';
import { useJudging } from './use-findings.ts';
import { Verdict } from './what-if-verdict.tsx';

export function WhatIf() {
  const { around } = useTerms();
  const draft = useTermsDraft();
  const judging = useJudging();
  const [lead, setLead] = useState(nobodyYet);
  const behaviours = useMemo(() => behavioursOf(draft), [draft]);
  const readables = useMemo(
    () =>
      pathsRead(draft).flatMap((path) => {
        if (!path.startsWith('lead.') && !path.startsWith('visit.')) return [];
        return knownAt(path, { attributes: around.catalogue, agreement: null }) ?? [];
      }),
    [draft, around],
  );
  const judge = useMemo(() => judging?.judgeOf(draft, around), [judging, draft, around]);
  const decided = useMemo(() => {
    if (judging === undefined || judge?.ok !== true) return null;
    const now = Date.now();
    return judging.decide(judge.judge, factsOf(lead, behaviours, now), around, now);
  }, [judging, judge, lead, behaviours, around]);
  return (
    <Panel
      title="What if"
      about="A lead that tells and does this, under the draft, now."
      action={
        lead === nobodyYet ? null : (
          <Button look="quiet" size="small" onClick={() => setLead(nobodyYet)}>
            Clear
          </Button>
        )
      }
    >
      {judge === undefined ? (
        <Loading />
      ) : judge.ok ? (
        decided && <Verdict decided={decided} />
      ) : (
        <p role="status" className="text-warn">
          The draft cannot judge yet.{' '}
          {termsFindingInWords(judge.issues[0]?.code ?? '', judge.issues[0]?.params ?? {})}
        </p>
      )}
      <div className="mt-5 space-y-3 border-t border-line pt-4">
        {readables.map((readable) => (
          <Asked key={readable.path} readable={readable} lead={lead} onLead={setLead} />
        ))}
        {behaviours.map(({ id, says }) => (
          <TextField
            key={id}
            label={`${says}, times`}
            type="number"
            min={0}
            max={50}
            placeholder="0"
            value={lead.seen[id] ?? ''}
            onChange={({ target: { valueAsNumber } }) =>
              setLead({ ...lead, seen: { ...lead.seen, [id]: timesOf(valueAsNumber) } })
            }
          />
        ))}
        {behaviours.length > 0 && (
          <TextField
            label="That was so many days ago"
            type="number"
            min={0}
            value={lead.daysAgo}
            onChange={({ target: { valueAsNumber } }) =>
              setLead({ ...lead, daysAgo: Number.isNaN(valueAsNumber) ? 0 : Math.max(0, valueAsNumber) })
            }
          />
        )}
      </div>
    </Panel>
  );
}

function timesOf(typed: number): number {
  return Number.isNaN(typed) ? 0 : Math.min(50, Math.max(0, Math.floor(typed)));
}

type AskedProps = {
  readonly readable: Readable;
  readonly lead: Imagined;
  readonly onLead: (lead: Imagined) => void;
};

function Asked({ readable: { path, label, type, options }, lead, onLead }: AskedProps) {
  const place = path.startsWith('lead.') ? 'attributes' : 'visit';
  const id = path.slice(path.indexOf('.') + 1);
  const value = lead[place][id];
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const put = (next: unknown): void => {
    const { [id]: _, ...others } = lead[place];
    onLead({ ...lead, [place]: next === '' || next === undefined ? others : { ...others, [id]: next } });
  };
  if (type.kind === 'boolean') {
    const shown = typeof value === 'boolean' ? String(value) : '';
    return (
      <SelectField
        label={label}
        value={shown}
        onChange={({ target }) => put(target.value === '' ? '' : target.value === 'true')}
      >
        <option value="">not known</option>
        <option value="true">yes</option>
        <option value="false">no</option>
      </SelectField>
    );
  }
  if (options) {
    const isMany = type.kind === 'choices';
    const first = Array.isArray(value) ? String(value[0] ?? '') : text;
    return (
      <SelectField
        label={label}
        value={first}
        onChange={({ target }) => put(isMany && target.value !== '' ? [target.value] : target.value)}
      >
        <option value="">not known</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </SelectField>
    );
  }
  return (
    <TextField
      label={label}
      type={type.kind === 'number' ? 'number' : type.kind === 'date' ? 'date' : 'text'}
      value={text}
      placeholder="not known"
      onChange={({ target }) =>
        put(type.kind === 'number' && target.value !== '' ? target.valueAsNumber : target.value)
      }
    />
  );
}
