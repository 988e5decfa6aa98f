// What was found while a document was read, up to as many faults as anybody reads.
import type { Issue } from '@baton/rules';

/** Issues refuse the document; warnings do not. */
export type Findings = { readonly issues: Issue[]; readonly warnings: Issue[] };

const most = 1000;

/** Adds what there is room for; `and_more` stands for the rest. */
export function addAll(list: Issue[], more: Iterable<Issue>): void {
  for (const issue of more) {
    if (isFull(list)) return;
    list.push(list.length < most ? issue : { code: 'and_more', path: [], params: { max: most } });
  }
}

/** Whether nothing more is told. */
export function isFull(list: readonly Issue[]): boolean {
  return list.length > most;
}
