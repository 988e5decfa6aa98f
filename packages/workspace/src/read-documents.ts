// The parts of a workspace that are documents of their own, and the names they use of each other: agreement, forms,
// members of teams, tiers of destinations.
import { parseAgreement, readCanonicalJson, type Agreement, type Person, type Team } from '@baton/agreement';
import type { Form } from '@baton/form';
import { parseForm } from '@baton/form/document';
import type { Catalogue, Issue } from '@baton/rules';
import { isConsequence, type Unreadable } from './consequences.ts';
import type { Destination } from './destination-schema.ts';
import { addAll, isFull, type Findings } from './findings.ts';
import type { ReadList } from './read-list.ts';
import type { Kept } from './workspace.ts';

/** The workspace that the document leads to, as far as its documents speak of it. */
export type Around = {
  readonly input: unknown;
  readonly findings: Findings;
  readonly catalogue: Catalogue;
  readonly people: ReadonlyMap<string, Person>;
  readonly teams: ReadonlyMap<string, Team>;
  readonly unreadable: Unreadable;
};

/** Keeps what is an issue of its own. */
function blame(issues: readonly Issue[], { input, findings, unreadable }: Around): void {
  for (const issue of issues) {
    if (isFull(findings.issues)) return;
    if (!isConsequence(issue, input, unreadable)) addAll(findings.issues, [issue]);
  }
}

export function checkMembers({ entries }: ReadList<Team>, around: Around): void {
  for (const { at, value } of entries) {
    value.members.forEach((email, position) => {
      if (around.people.has(email)) return;
      blame([{ code: 'unknown_person', path: [...at, 'members', position], params: { email } }], around);
    });
  }
}

export function checkTiers(
  { entries }: ReadList<Destination>,
  tiers: readonly string[] | null,
  { issues }: Findings,
): void {
  for (const { at, value } of entries) {
    value.tiers?.forEach((tier, position) => {
      if (tiers === null || tiers.includes(tier)) return;
      addAll(issues, [{ code: 'unknown_tier', path: [...at, 'tiers', position], params: { tier } }]);
    });
  }
}

/** Null where the document has none; where it cannot be read, the parts that depend on it are not held against it. */
export function readAgreement(source: unknown, around: Around): Kept<Agreement> | null | 'unreadable' {
  if (source === undefined || source === null) return null;
  const parsed = parseAgreement(source, around, ['agreement']);
  if (parsed.ok) {
    addAll(around.findings.warnings, parsed.warnings);
    return { source, value: parsed.value };
  }
  blame(parsed.issues, around);
  return 'unreadable';
}

export function readForms(
  sources: readonly unknown[] | undefined,
  context: { readonly behaviours: readonly string[] | null; readonly tiers: readonly string[] | null },
  around: Around,
): Kept<Form>[] {
  const { findings, catalogue } = around;
  const forms: Kept<Form>[] = [];
  const seen = new Set<string>();
  sources?.forEach((source, index) => {
    if (isFull(findings.issues)) return;
    const path = ['forms', index];
    const under = (issue: Issue): Issue => ({ ...issue, path: [...path, ...issue.path] });
    const canonical = readCanonicalJson(source, path);
    if (!canonical.ok) addAll(findings.issues, canonical.issues);
    const parsed = parseForm(source, { catalogue, ...context });
    if (!parsed.ok) {
      blame(parsed.issues.map(under), around);
      return;
    }
    addAll(findings.warnings, parsed.warnings.map(under));
    const { id } = parsed.value;
    if (seen.has(id)) {
      addAll(findings.issues, [{ code: 'duplicate_id', path: [...path, 'id'], params: { id } }]);
    }
    seen.add(id);
    forms.push({ source, value: parsed.value });
  });
  return forms;
}

/** The ids that conditions may name as `behaviour.<id>`. */
export function behaviourIds(agreement: Agreement): string[] {
  const { fit, engagement, intent } = agreement.score;
  return [fit, engagement, intent].flatMap((dimension) =>
    dimension.behaviours.map((behaviour) => behaviour.id),
  );
}
