// How somebody came to the website, each time they did, as a visit tells it.
import { offline, type GivenTouch } from '@baton/review';
import { originOf } from '../origin-form.ts';
import { isRecord } from '../sql.ts';

/** What is said of a visit that came from nowhere else. */
const direct = 'direct';

/** Longer names are nobody's campaign. */
const longest = 100;

/** The touches that a submission tells of; no website saw those who came from elsewhere. */
export function touchesOf(form: string, visit: Readonly<Record<string, unknown>>, at: number): GivenTouch[] {
  const origin = originOf(form);
  // Past leads say themselves how they came.
  return origin === null || origin === 'history'
    ? touchesOfVisit(visit, at)
    : [{ at, source: origin, medium: offline, campaign: named(visit['utm_campaign']) }];
}

/**
 * The touches that a visit's journal tells, the visit itself the last of them; without a journal, the visit alone, at
 * `at`. The source is what the address says (`utm_source`), else the website that led here, else `direct`.
 */
function touchesOfVisit(visit: Readonly<Record<string, unknown>>, at: number): GivenTouch[] {
  const before = Array.isArray(visit['touches']) ? visit['touches'].filter(isRecord) : [];
  const told = before.flatMap((touch): GivenTouch[] => {
    const when = typeof touch['at'] === 'string' ? Date.parse(touch['at']) : NaN;
    // What claims to come after the submission that told of it is a clock gone wrong.
    return Number.isNaN(when) || when > at ? [] : [touchOf(touch, when)];
  });
  return told.length > 0 ? told : [touchOf(visit, at)];
}

function touchOf(told: Readonly<Record<string, unknown>>, at: number): GivenTouch {
  return {
    at,
    source: named(told['utm_source']) ?? named(told['referrer_host']) ?? hostOf(told['referrer']) ?? direct,
    medium: named(told['utm_medium']),
    campaign: named(told['utm_campaign']),
  };
}

function named(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const name = value.trim().toLowerCase().slice(0, longest);
  return name === '' ? null : name;
}

/** Of another website than the one that was visited nobody says more here. */
function hostOf(referrer: unknown): string | null {
  return typeof referrer === 'string' && URL.canParse(referrer) ? named(new URL(referrer).hostname) : null;
}
