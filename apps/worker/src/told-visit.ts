// What of a visit is kept and told to sales, out of what a browser sent: the names of the wire, as texts of a
// sensible length. Anything else is dropped here, so that nobody smuggles members into what others read.
import type { VisitFacts } from '@baton/form';

const names = new Set([
  'url',
  'referrer',
  'referrer_host',
  'page_path',
  'language',
  'device',
  'returning',
  // Of a touch: when it was.
  'at',
]);
const longest = 4096;
const mostTouches = 50;
const mostCampaignParts = 20;

/** Campaign parameters: UTM, and the click ids of advertisers. */
const ofCampaign = /^(utm_[a-z_]{1,40}|[a-z]{1,10}clid|[a-z]{1,10}braid|li_fat_id)$/;

/** The visit, and how this browser came here before (`touches`, the first ones). */
export function toldVisit(visit: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { touches, visits } = visit;
  const told = toldTouch(visit);
  if (typeof visits === 'number' && Number.isInteger(visits) && visits > 0) told['visits'] = visits;
  if (Array.isArray(touches)) told['touches'] = touches.slice(0, mostTouches).filter(isRecord).map(toldTouch);
  return told;
}

/** A browser that told an address need not tell what follows from it, from its request, or from whom it is known as. */
export function completeVisit(
  told: Readonly<Record<string, unknown>>,
  { page_path, referrer_host, language, device, returning }: VisitFacts,
): Record<string, unknown> {
  if (told['url'] === undefined) return told;
  const followed = Object.entries({ page_path, referrer_host, language, device, returning });
  return { ...Object.fromEntries(followed.filter(([, value]) => value !== undefined)), ...told };
}

function toldTouch(touch: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const campaign = Object.keys(touch).filter((key) => ofCampaign.test(key));
  const told: Record<string, unknown> = {};
  for (const key of [...names, ...campaign.slice(0, mostCampaignParts)]) {
    const value = Object.hasOwn(touch, key) ? touch[key] : undefined;
    const isText = typeof value === 'string' && value.length <= longest;
    if (isText || typeof value === 'boolean') told[key] = value;
  }
  return told;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
