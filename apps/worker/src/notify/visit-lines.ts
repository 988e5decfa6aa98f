// Where a lead came from and what it read, in three lines at most.
import type { Line } from './notice.ts';
import { oneLine } from './shown-text.ts';

/** @param pages paths, the earliest first. */
export function visitLines(visit: Readonly<Record<string, unknown>>, pages: readonly string[]): Line[] {
  const told = (key: string): string | null => {
    const value = visit[key];
    return typeof value === 'string' && value.trim() !== '' ? oneLine(value) : null;
  };
  const source = ['utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content'].flatMap(
    (key) => told(key) ?? [],
  );
  const referrer = told('referrer');
  if (source.length === 0 && referrer !== null) source.push(hostOf(referrer));
  const page = told('url');
  const lines: Line[] = [];
  if (source.length > 0) lines.push({ label: 'Source', value: source.join(' · ') });
  if (page !== null) lines.push({ label: 'Sent from', value: withoutQuery(page) });
  if (pages.length > 0)
    lines.push({ label: 'Read', value: pages.map((path) => oneLine(path, 120)).join(', ') });
  return lines;
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}

/** Campaign parameters are told already, and others are of no use to a reader. */
function withoutQuery(address: string): string {
  if (!URL.canParse(address)) return address;
  const { host, pathname } = new URL(address);
  return `${host}${pathname}`;
}
