// Whether a path matches a pattern in which `*` is any run of characters: whole, case-sensitive. Every part
// between stars is searched once, from left to right, so no pattern makes it slow.

export function compilePathPattern(pattern: string): (path: string) => boolean {
  const parts = pattern.split('*');
  const [first = ''] = parts;
  if (parts.length === 1) return (path) => path === first;
  const last = parts[parts.length - 1] ?? '';
  const between = parts.slice(1, -1).filter((part) => part !== '');
  return (path) => {
    const end = path.length - last.length;
    if (end < first.length || !path.startsWith(first) || !path.endsWith(last)) return false;
    let from = first.length;
    // The earliest place is as good as any: what follows only needs room to its right.
    for (const part of between) {
      const found = path.indexOf(part, from);
      if (found === -1) return false;
      from = found + part.length;
    }
    return from <= end;
  };
}
