// Who sees an outcome: everybody else, leads of a tier, or those of whom a condition holds, which is edited here.
import { useMemo, useState } from 'react';
import type { Outcome } from '@baton/form';
import { conditionAt, tierOf, withCondition, type ConditionPlace } from '../../draft/condition-places.ts';
import { decideOutcome } from '../../draft/edit-outcomes.ts';
import { readablesFor, type Surroundings } from '../../draft/readables.ts';
import { SelectField } from '../../parts/field.tsx';
import { Segments } from '../../parts/segments.tsx';
import { useBuilder, useDraft } from '../builder-context.ts';
import { ConditionEditor } from '../conditions/condition-editor.tsx';
import { queryOf, readQuery, type Query } from '../conditions/query.ts';
import { troubleAt, type Trouble } from './outcome-troubles.ts';

type Way = 'all' | 'tier' | 'condition';

type Props = {
  readonly outcome: Outcome;
  readonly around: Surroundings;
  readonly troubles: readonly Trouble[];
};

export function OutcomeWhen({ outcome, around, troubles }: Props) {
  const { store, mayWrite } = useBuilder();
  const tier = tierOf(outcome);
  const isSet = outcome.when !== undefined && outcome.when !== null;
  const held: Way = tier !== undefined ? 'tier' : isSet ? 'condition' : 'all';
  // A condition that is not finished yet is nowhere but here.
  const [begun, setBegun] = useState<Way | null>(null);
  const way = begun ?? held;
  const tiers = around.agreement?.tiers ?? [];
  const decide = (when: Outcome['when'] | undefined): void =>
    store.edit((draft) => decideOutcome(draft, outcome.id, when));
  const choose = (next: Way): void => {
    setBegun(next === 'condition' && held !== 'condition' ? next : null);
    const best = tiers[0]?.id;
    if (next === 'all') decide(undefined);
    if (next === 'tier' && best !== undefined) decide({ tier: best });
  };
  const trouble = troubleAt(troubles, 'when');
  return (
    <div className="space-y-3">
      <fieldset disabled={!mayWrite}>
        <Segments
          asField
          label="Who sees it"
          value={way}
          choices={waysFor(tiers.length > 0 || tier !== undefined)}
          onChange={choose}
        />
      </fieldset>
      {way === 'all' && <p className="text-sm text-soft">Everybody to whom no outcome before it applies.</p>}
      {way === 'tier' && (
        <SelectField
          label="From this tier up"
          value={tier ?? ''}
          disabled={!mayWrite}
          error={trouble}
          hint="As the agreement judges what this visitor has told."
          onChange={({ target: { value } }) => decide({ tier: value })}
        >
          {tier !== undefined && !tiers.some(({ id }) => id === tier) && (
            <option value={tier}>{tier}, which is gone</option>
          )}
          {tiers.map(({ id, from }) => (
            <option key={id} value={id}>
              {id}, from {from} points
            </option>
          ))}
        </SelectField>
      )}
      {way === 'condition' && (
        <InlineCondition outcome={outcome} around={around} onSaved={() => setBegun(null)} />
      )}
      {way !== 'tier' && trouble && <p className="text-xs text-bad">{trouble}</p>}
    </div>
  );
}

type InlineProps = {
  readonly outcome: Outcome;
  readonly around: Surroundings;
  readonly onSaved: () => void;
};

/** Kept as soon as nothing is missing; what is unfinished stays here and is said to. */
function InlineCondition({ outcome: { id }, around, onSaved }: InlineProps) {
  const { store, mayWrite } = useBuilder();
  const draft = useDraft((whole) => whole);
  const place = useMemo<ConditionPlace>(() => ({ kind: 'outcome', id }), [id]);
  const readables = useMemo(() => readablesFor(draft, place, around), [draft, place, around]);
  const held = conditionAt(draft, place);
  const [seen, setSeen] = useState(held);
  const [query, setQuery] = useState<Query>(() => queryOf(held));
  // Undone, or changed by somebody else.
  if (seen !== held) {
    setSeen(held);
    setQuery(queryOf(held));
  }
  const { faults } = readQuery(query, readables);
  const change = (next: Query): void => {
    setQuery(next);
    const read = readQuery(next, readables);
    if (read.faults.size > 0) return;
    setSeen(read.condition);
    store.edit((whole) => withCondition(whole, place, read.condition), `condition ${id}`);
    onSaved();
  };
  return (
    <>
      <ConditionEditor
        query={query}
        onQuery={change}
        readables={readables}
        faults={held === null ? none : faults}
        disabled={!mayWrite}
      />
      {faults.size > 0 && (
        <p role="status" className="text-sm text-warn">
          {held === null
            ? 'Not saved yet: finish the condition.'
            : 'The last change is not saved yet: finish the condition.'}
        </p>
      )}
    </>
  );
}

const none: ReadonlyMap<string, string> = new Map();

function waysFor(hasTiers: boolean): readonly { readonly value: Way; readonly label: string }[] {
  return [
    { value: 'all', label: 'Everybody else' },
    ...(hasTiers ? [{ value: 'tier' as const, label: 'By tier' }] : []),
    { value: 'condition', label: 'By condition' },
  ];
}
