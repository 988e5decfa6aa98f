// When a lead came to the website and whence, as its browsers told it with what they sent. A browser may tell the same
// visit with several submissions; it counts once. Leads from elsewhere came to no website: their version is 0.
import { isRecord } from '@baton/schema';
import type { Context } from '../context.ts';
import type { Lead } from '../leads.ts';
import { number, record } from '../sql.ts';
import type { Happened, Reach } from './timeline-sources.ts';

const shown = [
  'url',
  'referrer',
  'referrer_host',
  'page_path',
  'device',
  'utm_source',
  'utm_medium',
  'utm_campaign',
  'utm_term',
  'utm_content',
] as const;

type Touch = Readonly<Record<string, unknown>>;

export function visitEvents({ parts }: Context, lead: Lead, { until, limit }: Reach): Happened[] {
  const rows = parts.sql.all(
    `SELECT visit, at FROM submissions WHERE lead = ? AND final = 1 AND version > 0 ORDER BY at DESC LIMIT ?`,
    lead.id,
    limit,
  );
  const found = new Map<string, Happened>();
  for (const row of rows) {
    const { touches, facts: _facts, ...visit } = record(row, 'visit');
    const sent = number(row, 'at');
    const earlier = Array.isArray(touches) ? touches.filter(isRecord) : [];
    for (const touch of [visit, ...earlier]) {
      // What came with a submission and names no time is the visit in which it was sent.
      const at = timeOf(touch) ?? (touch === visit ? sent : null);
      const url = textIn(touch, 'url') ?? '';
      if (at === null || at > until || !shown.some((name) => textIn(touch, name) !== null)) continue;
      found.set(`${at} ${url}`, { at, kind: 'visit', key: url.slice(0, 500), told: told(touch) });
    }
  }
  return [...found.values()];
}

function told(touch: Touch): object {
  return Object.fromEntries(shown.map((name) => [name, textIn(touch, name)]));
}

function textIn(touch: Touch, name: string): string | null {
  const value = touch[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A browser's clock says it; whatever is no instant is none. */
function timeOf(touch: Touch): number | null {
  const at = touch['at'];
  const time = typeof at === 'string' ? Date.parse(at) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}
