// Signing as people do it through the API: over the hash of what stands there, everybody before still in their role.
import { recordOf } from '../api/published-document.ts';
import { roleOf, type Role } from '../../apps/worker/src/access/roles.ts';
import type { NodeDesk } from './desk-on-node.ts';

/** What a version looks like now. */
export function versionOf(bench: NodeDesk, version: number): Readonly<Record<string, unknown>> {
  return recordOf(JSON.parse(bench.desk.terms.version(version) ?? 'null'));
}

/** `signed`, `in_force`, or why not. */
export function sign(
  bench: NodeDesk,
  version: number,
  side: 'marketing' | 'sales',
  email: string,
  more: { readonly hash?: string; readonly roles?: Readonly<Record<string, Role | null>> } = {},
): string {
  const known = bench.desk.terms.version(version);
  const { hash = '', signatures = [] } = known === null ? {} : recordOf(JSON.parse(known));
  const given: unknown[] = Array.isArray(signatures) ? signatures : [];
  const roles = Object.fromEntries(
    given.map(recordOf).map(({ by, party }) => [String(by), roleOf(String(party))]),
  );
  const answer = bench.desk.terms.sign(version, { email, side, hash: String(hash), roles, ...more });
  if (answer.kind !== 'done') return answer.kind === 'refused' ? answer.why : answer.kind;
  return recordOf(JSON.parse(answer.text))['state'] === 'in_force' ? 'in_force' : 'signed';
}
