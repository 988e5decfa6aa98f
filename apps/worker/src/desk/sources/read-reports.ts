// What a CRM's body reports, by the source's mapping. Pure: it reads values as they stand, and says of each report what
// it could not read. Only own keys are followed.
import { isRecord } from '@baton/schema';
import type { SalesStep } from '../hands/stage-steps.ts';
import { stageKey, type Mapping } from './crm-mappings.ts';

export type Report = {
  /** Baton's id of the lead, or its address. */
  readonly lead: string | null;
  readonly email: string | null;
  /** Null where no name is known; then `stageNames` holds what was told. */
  readonly stage: SalesStep | null;
  readonly stageNames: readonly string[];
  readonly amount: number | null;
  readonly currency: string | null;
  readonly reason: string | null;
};

/** As many reports one call may hold. */
const mostReports = 200;

/** Null when there is nothing to be read where the reports should be, or too much. */
export function readReports(body: unknown, mapping: Mapping): readonly Report[] | null {
  const found = mapping.reports === null ? body : valueAt(body, mapping.reports);
  const list: readonly unknown[] = Array.isArray(found) ? found : [found];
  if (list.length > mostReports || !list.every(isRecord)) return null;
  return list.map((one) => readReport(one, mapping));
}

function readReport(report: unknown, mapping: Mapping): Report {
  const texts = (paths: readonly string[]): string[] => paths.flatMap((path) => textAt(report, path) ?? []);
  const stageNames = texts(mapping.stage);
  const stage = stageNames.flatMap((name) => mapping.stages.get(stageKey(name)) ?? [])[0] ?? null;
  const amount = amountIn(texts(mapping.amount)[0]);
  const currency = texts(mapping.currency)[0]?.toUpperCase() ?? mapping.defaultCurrency;
  const isCurrency = currency !== null && /^[A-Z]{3}$/.test(currency);
  return {
    lead: texts(mapping.lead)[0] ?? null,
    email: texts(mapping.email)[0]?.toLowerCase() ?? null,
    stage,
    stageNames,
    // An amount of nobody knows what is none.
    amount: isCurrency ? amount : null,
    currency: isCurrency && amount !== null ? currency : null,
    reason: texts(mapping.reason)[0]?.slice(0, 500) ?? null,
  };
}

function amountIn(text: string | undefined): number | null {
  const amount = text === undefined ? Number.NaN : Number(text);
  return Number.isFinite(amount) && amount >= 0 && amount <= 1_000_000_000_000 ? amount : null;
}

function textAt(value: unknown, path: string): string | null {
  const found = valueAt(value, path);
  const text = typeof found === 'number' ? String(found) : found;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : null;
}

function valueAt(value: unknown, path: string): unknown {
  let found = value;
  for (const key of path.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = Reflect.get(found, key);
  }
  return found;
}
