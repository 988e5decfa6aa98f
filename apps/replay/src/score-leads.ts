// One replay: reads the documents, opens the table, has its rows scored, and sums up. Changes nothing but the file it
// was asked to write.
import type { Judge } from '@baton/agreement';
import type { Catalogue } from '@baton/rules';
import { stat } from 'node:fs/promises';
import { createLearner } from './calibrate-leads.ts';
import { findingsOf, noFindings, type Findings } from './findings.ts';
import type { Request } from './flags.ts';
import { createDeriver } from './derive-lead.ts';
import { createHeldOut } from './held-out.ts';
import { fieldsRead, idleRules } from './idle-rules.ts';
import { bindMap } from './lead-reader.ts';
import { openTable, type Table } from './open-table.ts';
import { fileFault } from './read-document.ts';
import { readMap } from './read-map.ts';
import { readTerms } from './read-terms.ts';
import { scoreRows, type BadRows, type Scoring } from './score-rows.ts';
import { createScoredFile, type ScoredFile } from './scored-file.ts';
import { createTally } from './tally.ts';

export type Scored =
  | { readonly ok: true; readonly findings: Findings }
  /** No row was looked at; each fault is a sentence. */
  | { readonly ok: false; readonly faults: readonly string[] };

export async function scoreLeads(request: Request): Promise<Scored> {
  const terms = await readTerms(request.workspace);
  if (!terms.ok) return terms;
  const opened = await openTable(request.leads).catch((error: unknown) => fileFault(request.leads, error));
  if (typeof opened === 'string') return refuse(opened);
  if (!opened.ok) {
    const { line, reason } = opened;
    return { ok: true, findings: noFindings(request.leads, terms.judge, { line, reason }) };
  }
  try {
    return await scoreTable(request, terms, opened.table);
  } finally {
    await opened.table.close();
  }
}

type Terms = { readonly judge: Judge; readonly catalogue: Catalogue; readonly warnings: readonly string[] };

async function scoreTable(
  request: Request,
  { judge, catalogue, warnings }: Terms,
  table: Table,
): Promise<Scored> {
  const { header } = table;
  const read = await readMap(request, header, catalogue);
  if (!read.ok) return read;
  const { map } = read;
  if (map.outcome === null && request.order !== null) return refuse('--order needs --outcome.');
  if (map.outcome === null && request.calibrate) return refuse('--calibrate needs --outcome.');
  const wanted = new Set([...fieldsRead(judge).keys()].map((path) => path.slice(path.indexOf('.') + 1)));
  const deriver = createDeriver(catalogue, map, wanted);
  const others = request.order === null ? [] : [request.order];
  const bound = bindMap(map, header, { now: request.now, others, deriver });
  if (!bound.ok) return refuse(...bound.faults, `The columns are: ${header.join(', ')}.`);
  const { reader } = bound;

  const out = await beginFile(request, table);
  if (typeof out === 'string') return refuse(out);
  const heldOut =
    request.order === null ? null : { ...createHeldOut(), position: reader.position(request.order) };
  const learner = request.calibrate
    ? createLearner(catalogue, judge, request.order === null ? null : reader.position(request.order))
    : null;
  const scoring = { judge, reader, tally: createTally(), heldOut, out, learner };
  const bad = await scoreInto(table, scoring, request.out ?? '');
  if (typeof bad === 'string') return refuse(bad);
  const told = [
    ...warnings,
    ...idleRules(judge, map, deriver.ids),
    ...reader.warnings(),
    ...misplaced(request.order, scoring),
  ];
  const outcome = map.outcome?.column ?? null;
  const calibration = learner?.calibrated(request) ?? null;
  return { ok: true, findings: findingsOf(request, scoring, { bad, outcome, warnings: told, calibration }) };
}

function refuse(...faults: readonly string[]): Scored {
  return { ok: false, faults };
}

/** The file to write, null for none, or why it cannot be written. */
async function beginFile(
  { out, leads }: Request,
  { header, layout }: Table,
): Promise<ScoredFile | null | string> {
  if (out === null) return null;
  try {
    // What is not there, or may not be seen, is told by the attempt to write it.
    const [there, from] = [await stat(out).catch(() => null), await stat(leads)];
    if (there !== null && there.ino === from.ino && there.dev === from.dev)
      return '--out is the file of the leads itself.';
    if (there?.isDirectory() === true) return `${out} is a folder.`;
    return await createScoredFile(out, header, layout);
  } catch (error) {
    return fileFault(out, error);
  }
}

async function scoreInto(table: Table, scoring: Scoring, path: string): Promise<BadRows | string> {
  const { out, tally } = scoring;
  if (out === null) return scoreRows(table.batches, scoring);
  try {
    const bad = await scoreRows(table.batches, scoring);
    await (tally.byScore.size === 0 ? out.discard() : out.finish());
    return bad;
  } catch (error) {
    await out.discard();
    return fileFault(path, error);
  }
}

function misplaced(order: string | null, { heldOut }: Scoring): string[] {
  const count = heldOut?.misplaced() ?? 0;
  if (count === 0) return [];
  return [
    `${count.toLocaleString('en')} of “${order}” is neither a number nor a moment (ISO 8601), and left out of the order.`,
  ];
}
