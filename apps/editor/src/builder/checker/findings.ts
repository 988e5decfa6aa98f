// What the worker found wrong or doubtful with the draft, and where each of it is put right. Paths speak of the
// document that was judged; ids lead to the same part wherever it stands by now.
import type { Path } from '@baton/rules';
import type { Issue } from '@baton/worker/api-types';
import type { FormDraft } from '../../draft/form-draft.ts';
import type { Judged } from '../form-saver.ts';

type Parts = readonly string[];

/** Where something is put right, and the keys inside that part. */
export type Place =
  | { readonly kind: 'field'; readonly id: string; readonly inside: Parts }
  | { readonly kind: 'step'; readonly id: string; readonly inside: Parts }
  /** A part of the form with a tab of its own. */
  | { readonly kind: 'part'; readonly part: string; readonly inside: Parts };

export type Finding = {
  readonly issue: Issue;
  readonly severity: 'error' | 'warning';
  readonly place: Place;
};

export function placeIn(path: Path, document: FormDraft | null): Place {
  const [part = '', at, list, place] = path;
  const inside = (from: number): Parts => path.slice(from).map(String);
  const step = part === 'steps' && typeof at === 'number' ? document?.steps[at] : undefined;
  if (step === undefined) return { kind: 'part', part: String(part), inside: inside(1) };
  const field = list === 'fields' && typeof place === 'number' ? step.fields[place] : undefined;
  if (field !== undefined) return { kind: 'field', id: field.id, inside: inside(4) };
  return { kind: 'step', id: step.id, inside: inside(2) };
}

const found = new WeakMap<Judged, readonly Finding[]>();

/** All of it, the grave first. The very same list for the very same judgement. */
export function findingsOf(judged: Judged): readonly Finding[] {
  const known = found.get(judged);
  if (known !== undefined) return known;
  const told = (severity: Finding['severity'], issues: readonly Issue[]) =>
    issues.map((issue) => ({ issue, severity, place: placeIn(issue.path, judged.document) }));
  const all = [...told('error', judged.issues), ...told('warning', judged.warnings)];
  found.set(judged, all);
  return all;
}

type ByPart = ReadonlyMap<string, readonly Finding[]>;

const grouped = new WeakMap<readonly Finding[], ByPart>();

/** What was found of one field or step; undefined: nothing. */
export function findingsAt(
  findings: readonly Finding[],
  kind: 'field' | 'step',
  id: string,
): readonly Finding[] | undefined {
  const groups = grouped.get(findings) ?? groupsOf(findings);
  grouped.set(findings, groups);
  return groups.get(`${kind} ${id}`);
}

function groupsOf(findings: readonly Finding[]): ByPart {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { place } = finding;
    if (place.kind === 'part') continue;
    const key = `${place.kind} ${place.id}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return groups;
}
