// Fields in runs of about eight, each laid out and painted as a whole. Where a run begins follows from the id that stands
// there and not from how many stand before: what comes, goes or moves changes the runs around it, and no other.
const most = 32;
/** One field of so many begins a run; a power of two. */
const oneOf = 8;

export function groupsOf(ids: readonly string[]): readonly (readonly string[])[] {
  const groups: string[][] = [];
  let last: string[] = [];
  for (const id of ids) {
    if (groups.length === 0 || last.length >= most || begins(id)) {
      last = [];
      groups.push(last);
    }
    last.push(id);
  }
  return groups;
}

function begins(id: string): boolean {
  let hash = 0;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return ((hash ^ (hash >>> 15)) & (oneOf - 1)) === 0;
}
