// What the parts of one form document know of each other while they are read in order, and what a condition may
// read in each place: the answers to earlier fields, and the visit as the browser knows it.
import { parseCondition, visitVocabulary } from '@baton/rules';
import type { Catalogue, Condition, Path, ValueType } from '@baton/rules';
import type { Report } from './report.ts';

/** How the answers to an earlier field compare, or why no condition can read them. */
type Earlier = ValueType | 'no_answer' | 'known_to_worker' | 'broken';

export type Surroundings = {
  readonly catalogue: Catalogue;
  readonly report: Report;
  /** Every field id of the document, read so far or not. */
  readonly ids: ReadonlySet<unknown>;
  /** The fields read so far. */
  readonly earlier: Map<string, Earlier>;
  /** What was published before stands, though newer rules refuse it. */
  readonly published: boolean;
};

const visit = visitVocabulary('browser');

/** The condition that decides what is shown or required here; its faults are in the report. */
export function readCondition(input: unknown, at: Path, { report, ids, earlier }: Surroundings): Condition {
  const known = (path: string) => earlier.get(idOf(path));
  const parsed = parseCondition(
    input,
    (path) => {
      const found = path.startsWith('answer.') ? known(path) : visit(path);
      return typeof found === 'object' ? found : undefined;
    },
    at,
  );
  if (parsed.ok) return parsed.value;
  for (const issue of parsed.issues) {
    const field = issue.code === 'unknown_field' ? String(issue.params?.['field'] ?? '') : '';
    const isAnswer = field.startsWith('answer.');
    const found = isAnswer ? known(field) : undefined;
    // What refers to a field that could not be read is not blamed as well.
    if (found === 'broken') continue;
    const isWorkers = field === 'visit.country' || found === 'known_to_worker';
    const isLater = isAnswer && found === undefined && ids.has(idOf(field));
    const code = isWorkers ? 'not_known_in_browser' : isLater ? 'not_an_earlier_field' : issue.code;
    report.issues.push({ ...issue, code });
  }
  return null;
}

function idOf(path: string): string {
  return path.slice('answer.'.length);
}
