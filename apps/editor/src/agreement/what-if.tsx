// A lead to try the draft on: what it tells and does is changed, and what would become of it is said at once, by the very
// code that judges in the worker.
import { useMemo, useState } from 'react';
import { knownAt, type Readable } from '../draft/readables.ts';
import { Button } from '../parts/button.tsx';
import { Check, SelectField, TextField } from '../parts/field.tsx';
import { Panel } from '../parts/panel.tsx';
import { Loading } from '../parts/state.tsx';
import { termsFindingInWords } from './finding-words.ts';
import { behavioursOf, factsOf, nobodyYet, pathsRead, type Imagined, type Seen } from './imagined-lead.ts';
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
      {/* What became of it stays in sight while answers are given. */}
      <div className="sticky top-0 z-1 -mx-5 -mt-2 max-h-[50dvh] overflow-y-auto border-b border-line bg-card px-5 pt-2 pb-4">
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
      </div>
      <div className="mt-4 space-y-3">
        {readables.map((readable) => (
          <Asked key={readable.path} readable={readable} lead={lead} onLead={setLead} />
        ))}
        {behaviours.map(({ id, says }) => (
          <Done
            key={id}
            says={says}
            seen={lead.seen[id] ?? notSeen}
            onSeen={(seen) => setLead({ ...lead, seen: { ...lead.seen, [id]: seen } })}
          />
        ))}
      </div>
    </Panel>
  );
}

const notSeen: Seen = { times: 0, daysAgo: 0 };

type DoneProps = {
  readonly says: string;
  readonly seen: Seen;
  readonly onSeen: (seen: Seen) => void;
};

/** How often it did something, and how long ago: points fade with time. */
function Done({ says, seen, onSeen }: DoneProps) {
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium wrap-anywhere">{says}</legend>
      <div className="flex items-center gap-2 text-sm text-soft">
        <div className="w-18">
          <TextField
            label={`${says}: times`}
            hideLabel
            type="number"
            min={0}
            max={50}
            placeholder="0"
            value={seen.times === 0 ? '' : seen.times}
            onChange={({ target }) => onSeen({ ...seen, times: whole(target.valueAsNumber, 50) })}
          />
        </div>
        <span aria-hidden="true">times,</span>
        <div className="w-18">
          <TextField
            label={`${says}: days ago`}
            hideLabel
            type="number"
            min={0}
            max={3650}
            placeholder="0"
            value={seen.daysAgo === 0 ? '' : seen.daysAgo}
            onChange={({ target }) => onSeen({ ...seen, daysAgo: whole(target.valueAsNumber, 3650) })}
          />
        </div>
        <span aria-hidden="true">days ago</span>
      </div>
    </fieldset>
  );
}

function whole(typed: number, most: number): number {
  return Number.isNaN(typed) ? 0 : Math.min(most, Math.max(0, Math.floor(typed)));
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
  if (options && type.kind === 'choices') {
    const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
    return (
      <fieldset>
        <legend className="mb-1 text-sm font-medium">{label}</legend>
        <div className="max-h-48 space-y-1 overflow-y-auto">
          {options.map((option) => (
            <Check
              key={option.id}
              label={option.label}
              checked={chosen.includes(option.id)}
              onChange={({ target }) => {
                const others = chosen.filter((one) => one !== option.id);
                const next = target.checked ? [...others, option.id] : others;
                put(next.length === 0 ? undefined : next);
              }}
            />
          ))}
        </div>
      </fieldset>
    );
  }
  if (options) {
    return (
      <SelectField label={label} value={text} onChange={({ target }) => put(target.value)}>
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
