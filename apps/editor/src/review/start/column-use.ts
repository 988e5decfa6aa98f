// What somebody says each column of their table means, and the map that the worker is sent of it. Pure.
import type { Attribute } from '@baton/rules';
import { freeId } from '../../draft/ids.ts';

export const pastSteps = [
  ['lead', 'Never with sales'],
  ['handed_off', 'With sales, nothing known'],
  ['accepted', 'Accepted'],
  ['rejected', 'Rejected'],
  ['contacted', 'Contacted'],
  ['sql', 'SQL'],
  ['opportunity', 'Opportunity'],
  ['won', 'Won'],
  ['lost', 'Lost'],
] as const;

export type PastStep = (typeof pastSteps)[number][0];

export const times = [
  ['created', 'When the lead came'],
  ['handed_off', 'When it was handed off'],
  ['accepted', 'When sales accepted it'],
  ['rejected', 'When sales rejected it'],
  ['contacted', 'When it was contacted'],
  ['sql', 'When it became an SQL'],
  ['opportunity', 'When it became an opportunity'],
  ['won', 'When it was won'],
  ['lost', 'When it was lost'],
  ['closed', 'When it was won or lost'],
] as const;

export const facts = [
  ['source', 'Source'],
  ['medium', 'Medium'],
  ['campaign', 'Campaign'],
  ['owner', 'Who had it'],
  ['reason', 'Why rejected, lost or won'],
  ['amount', 'Amount'],
  ['currency', 'Currency'],
  ['key', 'What tells rows apart'],
] as const;

export const newTypes = [
  ['choice', 'one of few'],
  ['text', 'text'],
  ['number', 'a number'],
  ['boolean', 'yes or no'],
  ['country', 'a country'],
] as const;

export type NewType = (typeof newTypes)[number][0];

export type Use =
  | { readonly kind: 'none' }
  | { readonly kind: 'attribute'; readonly id: string }
  /** An attribute that the workspace does not have yet. */
  | { readonly kind: 'new'; readonly type: NewType }
  | { readonly kind: 'outcome' }
  | { readonly kind: 'time'; readonly time: (typeof times)[number][0] }
  | { readonly kind: 'fact'; readonly fact: (typeof facts)[number][0] };

/** Stands for an option that is to be made of a text, and for nothing. */
export const newOption = '+';
export const nothing = '';

export type ColumnUse = {
  readonly column: string;
  readonly use: Use;
  /** By text as it stands there: an option's id or a step; `+` and nothing as above. */
  readonly values: Readonly<Record<string, string>>;
};

export type DateStyle = 'iso' | 'dmy' | 'mdy';

export type Mapping = {
  readonly columns: readonly ColumnUse[];
  readonly dates: DateStyle;
  /** When leads came of which no column says it; an ISO day. */
  readonly day: string;
};

/** A use as a choice of a list, and back. */
export function useText(use: Use): string {
  switch (use.kind) {
    case 'none':
    case 'outcome':
      return use.kind;
    case 'attribute':
      return `attribute:${use.id}`;
    case 'new':
      return `new:${use.type}`;
    case 'time':
      return `time:${use.time}`;
    case 'fact':
      return `fact:${use.fact}`;
  }
}

export function useOfText(text: string): Use {
  const [kind = '', ...rest] = text.split(':');
  const what = rest.join(':');
  const type = newTypes.find(([one]) => one === what)?.[0];
  const time = times.find(([one]) => one === what)?.[0];
  const fact = facts.find(([one]) => one === what)?.[0];
  if (kind === 'outcome') return { kind };
  if (kind === 'attribute') return { kind, id: what };
  if (kind === 'new' && type !== undefined) return { kind, type };
  if (kind === 'time' && time !== undefined) return { kind, time };
  if (kind === 'fact' && fact !== undefined) return { kind, fact };
  return { kind: 'none' };
}

/** Only attributes, and what is new, may be told by one column each; so it is with all others. */
export function withUse(mapping: Mapping, column: string, next: ColumnUse): Mapping {
  const text = useText(next.use);
  const isOnce = next.use.kind !== 'none' && next.use.kind !== 'new';
  return {
    ...mapping,
    columns: mapping.columns.map((one) => {
      if (one.column === column) return next;
      return isOnce && useText(one.use) === text ? { ...one, use: { kind: 'none' }, values: {} } : one;
    }),
  };
}

/** What keeps it from being looked at. */
export function missingOf({ columns, day }: Mapping, identity: string): 'address' | 'day' | null {
  const uses = columns.map(({ use }) => use);
  if (!uses.some((use) => use.kind === 'attribute' && use.id === identity)) return 'address';
  const hasTime = uses.some((use) => use.kind === 'time' && use.time === 'created');
  return hasTime || day !== '' ? null : 'day';
}

/** Attributes that are to be made or get more options before anything is taken, and the map that then holds. */
export function mapOf(
  mapping: Mapping,
  catalogue: ReadonlyMap<string, Attribute>,
): { readonly attributes: readonly Attribute[]; readonly map: Readonly<Record<string, unknown>> } {
  const made: Attribute[] = [];
  const taken = new Set(catalogue.keys());
  const attributes: Record<string, unknown> = {};
  const timesOf: Record<string, string> = {};
  const told: Record<string, unknown> = {};
  for (const { column, use, values } of mapping.columns) {
    if (use.kind === 'time') timesOf[use.time] = column;
    if (use.kind === 'fact') told[use.fact] = column;
    if (use.kind === 'outcome')
      told['outcome'] = {
        column,
        values: Object.fromEntries(
          Object.entries(values).map(([text, step]) => [text, step === nothing ? null : step]),
        ),
      };
    if (use.kind !== 'attribute' && use.kind !== 'new') continue;
    const known = use.kind === 'attribute' ? catalogue.get(use.id) : undefined;
    const before: Attribute | null =
      known ??
      (use.kind === 'new'
        ? { id: freeId(column, taken, 'attribute'), label: column, type: use.type, about: 'person' }
        : null);
    const id = before?.id ?? (use.kind === 'attribute' ? use.id : column);
    taken.add(id);
    const named: Record<string, string | null> = {};
    const options = [...(before?.options ?? [])];
    for (const [text, value] of Object.entries(values)) {
      if (value !== newOption) {
        named[text] = value === nothing ? null : value;
        continue;
      }
      const option = { id: freeId(text, new Set(options.map((one) => one.id)), 'option'), label: text };
      options.push(option);
      named[text] = option.id;
    }
    const isChoice = before !== null && (before.type === 'choice' || before.type === 'choices');
    if (before !== null && (use.kind === 'new' || options.length > (before.options?.length ?? 0)))
      made.push(isChoice ? { ...before, options } : before);
    attributes[id] = isChoice && Object.keys(named).length > 0 ? { column, values: named } : column;
  }
  const hasCreated = timesOf['created'] !== undefined;
  return {
    attributes: made,
    map: {
      attributes,
      ...told,
      times: timesOf,
      dates: mapping.dates,
      ...(hasCreated || mapping.day === '' ? {} : { day: mapping.day }),
    },
  };
}
