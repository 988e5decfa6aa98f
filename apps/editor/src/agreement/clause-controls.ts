// What is asked for when a clause of an agreement is pressed: one control for each value that it says. A path that is
// not among these has no controls of its own, and its clause is only read.
import type { Path } from '@baton/rules';

type Kind =
  | 'text'
  | 'area'
  | 'points'
  | 'count'
  | 'share'
  | 'percentage'
  | 'follow_up'
  | 'calendar'
  | 'evidence'
  | 'decision'
  | 'match'
  | 'recipient'
  | 'person'
  | 'tell'
  | 'tier'
  | 'switch'
  | 'week'
  | 'zone'
  | 'days'
  | 'blames'
  | 'rhythm';

export type Control = {
  readonly kind: Kind;
  readonly label: string;
  readonly path: Path;
  /** May be left empty; the document then holds nothing there. */
  readonly optional?: true;
  readonly hint?: string;
};

export type Clause = {
  readonly controls: readonly Control[];
  /** The entry of a list that the clause is, which can be taken away; null: it is none. */
  readonly entry: { readonly list: Path; readonly index: number; readonly ordered: boolean } | null;
};

/** Null: nothing of this clause can be changed. */
export function clauseAt(path: Path): Clause | null {
  const [part, inner, third] = path;
  switch (String(part)) {
    case 'definitions':
      return single({ kind: 'area', label: 'What it means', path, optional: true });
    case 'score':
      return scoreClause(path, third);
    case 'disqualify':
      return entry(path, [
        { kind: 'text', label: 'Called', path: [...path, 'says'] },
        { kind: 'evidence', label: 'Never handed off', path: [...path, 'when'] },
      ]);
    case 'tiers':
      return entry(path, [
        { kind: 'text', label: 'Called', path: [...path, 'id'] },
        { kind: 'points', label: 'From', path: [...path, 'from'] },
        { kind: 'follow_up', label: 'Followed up within', path: [...path, 'followUp'], optional: true },
      ]);
    case 'handoff':
      return handoffClause(path, inner);
    case 'routing':
      return routingClause(path, inner);
    case 'hours':
      return hoursClause(path, inner);
    case 'escalate':
      if (path.length < 2) return null;
      return entry(path, [
        { kind: 'percentage', label: 'When so much of the time has passed', path: [...path, 'at'] },
        { kind: 'tell', label: 'Tell', path: [...path, 'tell'], optional: true },
        { kind: 'switch', label: 'The lead passes to the next person', path: [...path, 'reassign'] },
      ]);
    case 'commitments':
      return commitmentClause(path, third);
    case 'rejections':
      return entry(path, [
        { kind: 'text', label: 'Reason', path: [...path, 'says'] },
        { kind: 'blames', label: 'Speaks against', path: [...path, 'blames'] },
      ]);
    case 'review':
      return single({ kind: 'rhythm', label: 'Looked at again', path });
    default:
      return null;
  }
}

function scoreClause(path: Path, part: Path[number] | undefined): Clause | null {
  if (part === 'max') return single({ kind: 'points', label: 'At most', path });
  if (part === 'halfLifeDays') {
    return single({ kind: 'count', label: 'Worth half after so many days', path, optional: true });
  }
  const named: Control = { kind: 'text', label: 'Called', path: [...path, 'says'] };
  const points: Control = { kind: 'points', label: 'Points', path: [...path, 'points'] };
  if (part === 'rules') {
    return entry(path, [named, points, { kind: 'evidence', label: 'Given', path: [...path, 'when'] }]);
  }
  if (part !== 'behaviours') return null;
  return entry(path, [
    named,
    { ...points, label: 'Points each time' },
    { kind: 'match', label: 'Seen by', path: [...path, 'match'] },
    { kind: 'points', label: 'At most in all', path: [...path, 'atMost'], optional: true },
  ]);
}

function handoffClause(path: Path, part: Path[number] | undefined): Clause | null {
  switch (String(part)) {
    case 'tier':
      return single({ kind: 'tier', label: 'Handed off from this tier on', path });
    case 'requires':
      return single({ kind: 'decision', label: 'Required as well', path, optional: true });
    case 'hysteresis':
      return single({ kind: 'points', label: 'Points below the threshold', path });
    case 'again':
      return single({ kind: 'calendar', label: 'Again after', path, optional: true });
    default:
      return null;
  }
}

function routingClause(path: Path, part: Path[number] | undefined): Clause | null {
  if (part === 'keepOwner') return single({ kind: 'switch', label: 'A known owner keeps their leads', path });
  if (part === 'fallback')
    return single({ kind: 'person', label: 'Everything else goes to', path: [...path, 'person'] });
  if (part !== 'rules') return null;
  return {
    ...entry(path, [
      { kind: 'decision', label: 'Leads', path: [...path, 'when'] },
      { kind: 'recipient', label: 'Go to', path: [...path, 'to'] },
    ]),
    entry: { list: path.slice(0, -1), index: Number(path.at(-1)), ordered: true },
  };
}

function hoursClause(path: Path, part: Path[number] | undefined): Clause | null {
  if (part === 'week') return single({ kind: 'week', label: 'Open', path });
  if (part === 'timeZone') return single({ kind: 'zone', label: 'Time zone', path });
  if (part !== 'holidays') return null;
  return single({
    kind: 'days',
    label: 'Closed on',
    path,
    hint: 'One day a line, as 2026-12-25.',
  });
}

function commitmentClause(path: Path, part: Path[number] | undefined): Clause | null {
  switch (String(part)) {
    case 'qualifiedPerMonth':
      return single({ kind: 'count', label: 'Qualified leads a month', path, optional: true });
    case 'answerWithin':
    case 'verdictWithin':
      return single({ kind: 'follow_up', label: 'Within', path, optional: true });
    case 'followUpInTime':
    case 'accept':
      return single({ kind: 'share', label: 'Of what is handed off', path, optional: true });
    default:
      return null;
  }
}

function single(control: Control): Clause {
  return { controls: [control], entry: null };
}

function entry(path: Path, controls: readonly Control[]): Clause {
  return { controls, entry: { list: path.slice(0, -1), index: Number(path.at(-1)), ordered: false } };
}
