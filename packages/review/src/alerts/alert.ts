// An alert as it is told, kept and shown, with all that it was found by; and what it says in words.
import type { SuspectKind } from './suspects.ts';
import type { Tally } from './tally.ts';

/** The shares of a form's way that are watched, in their order. */
export const watchedShares = ['starts', 'completions', 'qualified', 'accepted'] as const;

export type WatchedShare = (typeof watchedShares)[number];

/** What can be alerted of, and muted. */
export const watched = [...watchedShares, 'silence'] as const;

export type Watched = (typeof watched)[number];

export type EvidencePart = {
  readonly kind: SuspectKind;
  readonly word: string;
  /** As people know it: a step's title, a version's number. */
  readonly name: string;
  readonly before: Tally;
  readonly now: Tally;
  readonly missing: number;
  readonly isSuspect: boolean;
};

/** What was changed before it began: a form that was published, an agreement that came into force. */
export type Cause = {
  readonly kind: 'published' | 'in_force';
  readonly version: number;
  /** ISO. */
  readonly at: string;
  readonly by: string;
  readonly note: string | null;
};

export type DropEvidence = {
  readonly kind: 'drop';
  /** ISO days, UTC: what was looked at, and since when it is lower. */
  readonly from: string;
  readonly to: string;
  readonly since: string;
  readonly now: Tally;
  readonly before: Tally;
  readonly expected: number;
  readonly fall: number;
  readonly root: number;
  readonly parts: readonly EvidencePart[];
  readonly causes: readonly Cause[];
  /** Fields of the step that is suspected, by their labels; those that came with the suspected version first. */
  readonly fields: readonly { readonly label: string; readonly isNew: boolean }[];
  /** The last four weeks. */
  readonly days: readonly (Tally & { readonly day: string })[];
};

type SilenceEvidence = {
  readonly kind: 'silence';
  /** The last lead, ISO. */
  readonly since: string;
  /** Leads that would usually have come. */
  readonly expected: number;
  readonly limit: number;
  /** Since the day of the last lead. */
  readonly views: number;
  readonly starts: number;
  readonly causes: readonly Cause[];
  readonly days: readonly (Tally & { readonly day: string })[];
};

export type Evidence = DropEvidence | SilenceEvidence;

const acts: Readonly<Record<WatchedShare, { readonly of: string; readonly hit: string }>> = {
  starts: { of: 'see it', hit: 'begin it' },
  completions: { of: 'begin it', hit: 'send it' },
  qualified: { of: 'send it', hit: 'qualify' },
  accepted: { of: 'get a verdict', hit: 'are accepted' },
};

/** What each is called in lists and settings. */
export const watchedNames: Readonly<Record<Watched, string>> = {
  starts: 'Seen → begun',
  completions: 'Begun → sent',
  qualified: 'Sent → qualified',
  accepted: 'Verdicts → accepted',
  silence: 'No leads',
};

export function percent(share: number): string {
  const value = share * 100;
  return `${value > 0 && value < 9.95 ? Math.round(value * 10) / 10 : Math.round(value)}%`;
}

/** `Fewer of those who begin “Demo” send it: 12% instead of 31%`. */
export function alertTitle(form: string, what: Watched, evidence: Evidence): string {
  if (evidence.kind === 'silence' || what === 'silence') return `“${form}” gets no leads any more`;
  const { of, hit } = acts[what];
  const [before, now] = [percent(rate(evidence.before)), percent(rate(evidence.now))];
  return `“${form}”: of those who ${of}, ${now} ${hit} instead of ${before}`;
}

/** What is missing, and what it points at, in sentences. */
export function alertSays(evidence: Evidence): string[] {
  if (evidence.kind === 'silence') return silenceSays(evidence);
  const { now, expected, since } = evidence;
  const suspects = evidence.parts.filter(({ isSuspect }) => isSuspect);
  return [
    `${now.hits} came where ${Math.round(expected)} would have. It began about ${dayInWords(since)}.`,
    ...suspects.slice(0, 3).map(suspectSays),
    ...(suspects.length === 0 ? ['It fell everywhere alike: no version, source or device stands out.'] : []),
    ...fieldsSay(evidence),
    ...evidence.causes.slice(0, 2).map(causeSays),
  ];
}

function silenceSays({ expected, views, starts, causes }: SilenceEvidence): string[] {
  const usual = `Usually ${Math.round(expected)} would have come since the last one.`;
  const seen =
    views === 0
      ? 'Nobody has seen it either: is it still on the website?'
      : starts === 0
        ? `It was seen ${views} times and never begun: is it shown as it should be?`
        : `It was seen ${views} times and begun ${starts} times, so it is there, but nobody gets through.`;
  return [usual, seen, ...causes.slice(0, 2).map(causeSays)];
}

const kindNames: Readonly<Record<SuspectKind, string>> = {
  version: 'Version',
  step: 'The step',
  source: 'The source',
  device: 'The device',
  agreement: 'Version of the agreement:',
};

function suspectSays({ kind, name, before, now }: EvidencePart): string {
  const was = before.of === 0 ? 'and it is new' : `${percent(rate(before))} before`;
  const what =
    kind === 'step' ? `The step “${name}” is left more often` : `${kindNames[kind]} ${name} stands out`;
  return `${what}: ${percent(rate(now))} now, ${was}.`;
}

function fieldsSay({ fields }: DropEvidence): string[] {
  const fresh = fields.filter(({ isNew }) => isNew).map(({ label }) => `“${label}”`);
  return fresh.length === 0 ? [] : [`New or required there since that version: ${fresh.join(', ')}.`];
}

export function causeSays({ kind, version, at, by, note }: Cause): string {
  const said = note === null || note.trim() === '' ? '.' : `: “${note.trim().slice(0, 200)}”.`;
  return kind === 'published'
    ? `Before it, version ${version} was published by ${by} on ${instantInWords(at)}${said}`
    : `Before it, version ${version} of the agreement came into force on ${instantInWords(at)}${said}`;
}

/** `28 February`, of a UTC day. */
export function dayInWords(day: string): string {
  return days.format(Date.parse(day));
}

/** `28 February, 05:00 UTC`. */
export function instantInWords(at: string): string {
  return `${dayInWords(at)}, ${at.slice(11, 16)} UTC`;
}

const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });

function rate({ of, hits }: Tally): number {
  return of === 0 ? 0 : hits / of;
}
