// The limit of what JavaScript can do: the rules of an agreement written out as one function of `if`s, saved to a file
// and imported as if a person had written it. `contract` reads values as Baton's conditions must (missing, trimmed, NFC,
// without regard to case, options only); `raw` compares them as they are, as the other engines do.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ValueType } from '@baton/rules';
import { most, type ScoreRule } from '../score-workload.ts';
import { attributeIds, typeOf, worded } from './engine.ts';
import type { Attributes, ScoreEngine, Wording } from './engine.ts';

export type Reading = 'contract' | 'raw';
type Total = (attributes: Attributes) => number;

const names: Readonly<Record<Reading, string>> = {
  contract: 'straight-line JavaScript (the limit)',
  raw: 'straight-line, values as they are',
};

export async function straightLine(rules: readonly ScoreRule[], reading: Reading): Promise<ScoreEngine> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-bench-'));
  try {
    const file = join(folder, `${reading}.mjs`);
    await writeFile(file, sourceOf(rules, reading));
    const module: unknown = await import(pathToFileURL(file).href);
    if (!isWithTotal(module)) throw new Error('No function was written.');
    const { total } = module;
    return { name: names[reading], load: (leads) => (place) => total(leads[place] ?? {}) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function isWithTotal(module: unknown): module is { readonly total: Total } {
  return typeof module === 'object' && module !== null && 'total' in module;
}

const readers = `
function text(value) {
  if (typeof value === 'string') return value.trim().normalize().toLowerCase() || undefined;
  return value === undefined || value === null || value !== value ? undefined : NaN;
}
function number(value) {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
}
function date(value) {
  const day = typeof value === 'string' ? value.trim() : '';
  return /^\\d{4}-\\d\\d-\\d\\d$/.test(day) ? day : undefined;
}
function list(value) {
  return Array.isArray(value) ? value : [value];
}
`;

function sourceOf(rules: readonly ScoreRule[], reading: Reading): string {
  const wording = wordingOf(reading);
  const lines = rules.map(
    ({ when, dimension, points }) => `  if (${worded(when, wording)}) ${dimension} += ${points};`,
  );
  return `${readers}${attributeIds.map(rankSource).join('')}
export function total(lead) {
${attributeIds.map((id) => `  const ${id} = ${readSource(id, reading)};`).join('\n')}
  let fit = 0;
  let intent = 0;
${lines.join('\n')}
  return (fit < 0 ? 0 : fit > ${most} ? ${most} : fit) + (intent < 0 ? 0 : intent > ${most} ? ${most} : intent);
}
`;
}

/** Ordered choices compare by position, found once per lead. */
function rankSource(id: string): string {
  const { ordered, options } = typeOf(id);
  if (ordered !== true) return '';
  const cases = (options ?? []).map((option, rank) => `    case ${JSON.stringify(option)}: return ${rank};`);
  return `function rank_${id}(value) {\n  switch (value) {\n${cases.join('\n')}\n  }\n  return -1;\n}\n`;
}

function readSource(id: string, reading: Reading): string {
  const { kind, ordered } = typeOf(id);
  if (ordered === true) return `rank_${id}(lead.${id})`;
  if (reading === 'raw' || kind === 'choice' || kind === 'boolean') return `lead.${id}`;
  return `${kind === 'choices' ? 'list' : kind}(lead.${id})`;
}

function wordingOf(reading: Reading): Wording<string> {
  return {
    all: (parts) => `(${parts.join(' && ')})`,
    any: (parts) => `(${parts.join(' || ')})`,
    compare(comparison) {
      const { id } = comparison;
      const type = typeOf(id);
      const isThere = isThereSource(id, type, reading);
      switch (comparison.kind) {
        case 'one_of':
          return oneOf(id, type, comparison.values, reading);
        case 'none_of':
          return `(${isThere} && !${oneOf(id, type, comparison.values, reading)})`;
        case 'ordered':
          return `${id} ${comparison.sign} ${comparison.value}`;
        case 'day_until':
          return `${id} <= ${JSON.stringify(comparison.value)}`;
        case 'between':
          return `(${id} >= ${comparison.low} && ${id} <= ${comparison.high})`;
        case 'has_part': {
          const isText = reading === 'raw' ? `${id} !== undefined` : `typeof ${id} === 'string'`;
          return `(${isText} && ${id}.includes(${literal(comparison.value, type, reading)}))`;
        }
        case 'has_option':
          return `(${id} !== undefined && ${id}.includes(${JSON.stringify(comparison.value)}))`;
        case 'missing':
          return `!${isThere}`;
        default:
          return comparison satisfies never;
      }
    },
  };
}

function literal(value: unknown, { kind }: ValueType, reading: Reading): string {
  return JSON.stringify(reading === 'contract' && kind === 'text' ? String(value).toLowerCase() : value);
}

function oneOf(id: string, type: ValueType, values: readonly unknown[], reading: Reading): string {
  if (type.ordered !== true) {
    return `(${values.map((value) => `${id} === ${literal(value, type, reading)}`).join(' || ')})`;
  }
  const options = type.options ?? [];
  const ranks = values.map((value) => options.indexOf(String(value)));
  const [lowest = 0] = ranks;
  // The values stand in the order of the options: as many as there are from the lowest on, are all of these.
  return lowest + ranks.length === options.length
    ? `${id} >= ${lowest}`
    : `(${ranks.map((rank) => `${id} === ${rank}`).join(' || ')})`;
}

function isThereSource(id: string, type: ValueType, reading: Reading): string {
  if (type.ordered === true) return `(${id} >= 0)`;
  if (reading === 'raw' || type.options === undefined) return `(${id} !== undefined)`;
  return `(${type.options.map((option) => `${id} === ${JSON.stringify(option)}`).join(' || ')})`;
}
