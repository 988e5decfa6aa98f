// The command line: which files, which columns, what to give back. Refuses what it does not know.
import { parseArgs } from 'node:util';
import { parseInstant } from './instant.ts';

export type Request = {
  readonly workspace: string;
  readonly leads: string;
  readonly map: string | null;
  readonly outcome: string | null;
  readonly order: string | null;
  /** The share of leads, first in order, that is left out of the held-out numbers. */
  readonly train: number;
  /** Epoch milliseconds at which every lead is judged; null: as the map says. */
  readonly now: number | null;
  readonly out: string | null;
  readonly json: boolean;
  /** Say what the outcomes would have the points be. */
  readonly calibrate: boolean;
  /** The share of won leads that is wanted above a threshold. */
  readonly precision: number;
};

export type ReadFlags =
  | { readonly kind: 'run'; readonly request: Request }
  | { readonly kind: 'help' }
  | { readonly kind: 'refused'; readonly says: string };

export const usage = `Scores the leads of a CSV file under the agreement of a workspace.

  npm run replay -- --workspace workspace.json --leads leads.csv [options]

  --map map.json       what the columns mean; without it, columns headed by an attribute's id are read
  --outcome COLUMN     won or lost (also 1/0, yes/no, true/false): adds AUC, lift, precision and recall
  --order COLUMN       a number or a moment: tells the numbers of the last leads in this order besides
  --train SHARE        the share of leads that comes before those (0.7)
  --now MOMENT         judge every lead as of this day or time (ISO 8601), for behaviours that fade
  --out scored.csv     write the table with score, tier and reasons
  --calibrate          find the points that the outcomes speak for, and how sure they are
  --precision SHARE    the share of won leads wanted above the threshold, for --calibrate (0.8)
  --json               print the numbers as JSON

docs/replay.md tells the rest.`;

/** Reads what stands after the program's name. */
export function readFlags(args: readonly string[]): ReadFlags {
  const text = { type: 'string' } as const;
  const options = {
    workspace: text,
    leads: text,
    map: text,
    outcome: text,
    order: text,
    train: text,
    precision: text,
    now: text,
  };
  const values = parse(args, {
    ...options,
    out: text,
    json: { type: 'boolean' },
    calibrate: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  } as const);
  if (typeof values === 'string') return { kind: 'refused', says: values };
  if (values.help === true) return { kind: 'help' };
  const { workspace, leads, map = null, outcome = null, order = null, out = null } = values;
  const { json = false, calibrate = false } = values;
  if (workspace === undefined || leads === undefined) {
    return { kind: 'refused', says: `--${workspace === undefined ? 'workspace' : 'leads'} is missing.` };
  }
  if (values.train !== undefined && order === null)
    return { kind: 'refused', says: '--train needs --order.' };
  const train = Number(values.train ?? '0.7');
  if (!(train > 0 && train < 1))
    return { kind: 'refused', says: '--train is a share between 0 and 1, such as 0.7.' };
  if (values.precision !== undefined && !calibrate)
    return { kind: 'refused', says: '--precision needs --calibrate.' };
  const precision = Number(values.precision ?? '0.8');
  if (!(precision > 0 && precision < 1))
    return { kind: 'refused', says: '--precision is a share between 0 and 1, such as 0.8.' };
  const now = values.now === undefined ? null : parseInstant(values.now);
  if (values.now !== undefined && now === null) {
    return {
      kind: 'refused',
      says: '--now is a day or time in ISO 8601, such as 2026-11-30 or 2026-11-30T09:00Z.',
    };
  }
  return {
    kind: 'run',
    request: { workspace, leads, map, outcome, order, train, now, out, json, calibrate, precision },
  };
}

type Options = NonNullable<Parameters<typeof parseArgs>[0]>['options'];

/** The values, or what is wrong with them in the parser's own words. */
function parse<const O extends NonNullable<Options>>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) return error.message;
    throw error;
  }
}
