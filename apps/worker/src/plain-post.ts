// What a form posts without JavaScript: answers under the ids of its fields, and beside them what the page put in so
// that the worker knows which step was answered. Whatever is not a name of ours is an answer.
import { reviewStep } from '@baton/form';
import { plainFields } from '@baton/page/render';
import { isSubmissionId } from './read-arrival.ts';
import type { RequestFacts } from './request-facts.ts';

type PlainAnswers = Readonly<Record<string, string | string[]>>;

export type PlainPost = {
  readonly answers: PlainAnswers;
  /** The submission's id as the page had it; null: it had none, or none that could be one. */
  readonly id: string | null;
  readonly version: number | null;
  readonly trap: string;
  readonly referrer: string | null;
  /** The step that was answered; null: the whole form came at once. */
  readonly walk: PlainWalk | null;
};

export type PlainWalk = {
  readonly from: string;
  readonly way: 'on' | 'back' | 'change';
  /** The field whose answer is to be another. */
  readonly change?: string;
  /** The step was reached from the review of all answers. */
  readonly returns: boolean;
  /** Ids of the step's fields that were in sight. */
  readonly seen: ReadonlySet<string>;
};

const polluting = new Set(['__proto__', 'constructor', 'prototype']);
const ours: ReadonlySet<string> = new Set(Object.values(plainFields));

/** Reads an urlencoded body. */
export function readPlainPost(body: string): PlainPost {
  const given = new URLSearchParams(body);
  const answers: Record<string, string | string[]> = {};
  for (const name of new Set(given.keys())) {
    if (polluting.has(name) || ours.has(name)) continue;
    const all = given.getAll(name);
    answers[name] = all.length === 1 ? (all[0] ?? '') : all;
  }
  const text = (name: keyof typeof plainFields): string | null => given.get(plainFields[name]) || null;
  const id = text('id');
  const version = Number(text('version') ?? Number.NaN);
  const seen = new Set((text('shown') ?? '').split(' '));
  return {
    answers,
    id: id !== null && isSubmissionId(id) ? id : null,
    version: Number.isSafeInteger(version) && version > 0 ? version : null,
    trap: text('trap') ?? '',
    referrer: text('referrer'),
    walk: walkOf(text('step'), text('back'), text('change'), { seen, returns: text('returns') !== null }),
  };
}

function walkOf(
  on: string | null,
  back: string | null,
  change: string | null,
  more: Pick<PlainWalk, 'seen' | 'returns'>,
): PlainWalk | null {
  if (change !== null) return { from: reviewStep, way: 'change', change, ...more };
  if (back !== null) return { from: back, way: 'back', ...more };
  return on === null ? null : { from: on, way: 'on', ...more };
}

/** The visit of a plain post, under the names that the script sends: its page, and where the visitor came from. */
export function plainVisit(
  request: Request,
  { language, device }: RequestFacts,
  referrer: string | null,
): Record<string, unknown> {
  const page = new URL(request.url);
  const from = cameFrom(request) ?? referrer ?? '';
  const campaign = [...page.searchParams].filter(([name]) => name.startsWith('utm_'));
  return {
    ...Object.fromEntries(campaign.map(([name, value]) => [name, value.slice(0, 500)])),
    url: page.href,
    referrer: from,
    page_path: page.pathname,
    referrer_host: URL.canParse(from) ? new URL(from).hostname : '',
    ...(language === null ? {} : { language }),
    ...(device === null ? {} : { device }),
    returning: false,
    touches: [],
  };
}

/** The page that led here; null when that is our own or not told. */
export function cameFrom(request: Request): string | null {
  const referrer = request.headers.get('referer');
  if (referrer === null || !URL.canParse(referrer)) return null;
  return new URL(referrer).origin === new URL(request.url).origin ? null : referrer;
}
