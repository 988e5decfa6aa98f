// What the weekly report tells beside the numbers: what was published and signed, which alerts there were, what the teams
// have asked each other, why deadlines were missed, which leads to talk about, and what is on the table.
import { alertTitle } from '@baton/review/alerts';
import { sampleOf, type SampleKind } from '@baton/review/report';
import type { Facts, Period } from '@baton/review';
import { companyName, personName } from '../../notify/names.ts';
import { alertRow } from '../alerts/alert-rows.ts';
import { breachReasonSays } from '../clocks/breach-reasons.ts';
import type { Context } from '../context.ts';
import { iso } from '../instants.ts';
import { leadById } from '../leads.ts';
import { number, numberOrNull, text, textOrNull } from '../sql.ts';
import { nextReview } from '../terms/review.ts';
import { saidBy } from '../terms/versions.ts';

const most = 20;
const day = 86_400_000;

export type Happened = { readonly at: string; readonly says: string };

export function happenedIn(context: Context, { start, end }: Period): Happened[] {
  const { sql } = context.parts;
  const nameOf = (form: string): string => context.documents.published(form)?.form.name ?? form;
  const published = sql
    .all(`SELECT form, version, at, author FROM form_versions WHERE at >= ? AND at < ?`, start, end)
    .map((row) => ({
      at: number(row, 'at'),
      says: `“${nameOf(text(row, 'form'))}”, version ${number(row, 'version')}, was published by ${saidBy(context, textOrNull(row, 'author') ?? 'baton').name}.`,
    }));
  const signed = sql
    .all(`SELECT version, in_force_at FROM agreements WHERE in_force_at >= ? AND in_force_at < ?`, start, end)
    .map((row) => ({
      at: number(row, 'in_force_at'),
      says: `Version ${number(row, 'version')} of the agreement came into force.`,
    }));
  return [...published, ...signed]
    .toSorted((one, other) => one.at - other.at)
    .slice(0, most)
    .map(({ at, says }) => ({ at: iso(at), says }));
}

/** Opened in the week, or still open. */
export function alertsIn(
  context: Context,
  { start, end }: Period,
): { readonly title: string; readonly open: boolean }[] {
  return context.parts.sql
    .all(
      `SELECT * FROM review_alerts WHERE opened_at < ? AND (closed_at IS NULL OR opened_at >= ?) ORDER BY id LIMIT ${most}`,
      end,
      start,
    )
    .map(alertRow)
    .map(({ form, what, evidence, closedAt }) => ({
      title: alertTitle(context.documents.published(form)?.form.name ?? form, what, evidence),
      open: closedAt === null,
    }));
}

export type OpenQuestion = {
  readonly lead: string;
  readonly name: string;
  readonly to: string;
  readonly text: string;
  readonly at: string;
  readonly late: boolean;
};

/** Questions that the other side has not answered; the oldest first. */
export function openQuestions({ parts }: Context): OpenQuestion[] {
  const { sql } = parts;
  return sql
    .all(`SELECT * FROM notes WHERE side IS NOT NULL AND answered_at IS NULL ORDER BY id LIMIT ${most}`)
    .flatMap((row) => {
      const lead = leadById(sql, number(row, 'lead'));
      if (lead === null) return [];
      const due = numberOrNull(row, 'due_at');
      return [
        {
          lead: lead.publicId,
          name: personName(lead),
          to: text(row, 'side'),
          text: text(row, 'text').slice(0, 300),
          at: iso(number(row, 'at')),
          late: due !== null && due < parts.now(),
        },
      ];
    });
}

export type WeekBreach = {
  readonly says: string;
  readonly count: number;
  /** Nobody has said why. */
  readonly isUnsaid: boolean;
};

/** Deadlines that were missed in the week, by why. */
export function breachReasonsIn(facts: Facts, { start, end }: Period): WeekBreach[] {
  const counts = new Map<string, number>();
  const { breachedAt, breachReason, count } = facts.handoffs;
  for (let place = 0; place < count; place += 1) {
    const at = breachedAt[place] ?? NaN;
    if (!(at >= start && at < end)) continue;
    const word = facts.words.breachReason[breachReason[place] ?? 0] ?? '';
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .map(([word, many]) => ({
      says: word === '' ? 'Nobody has said why' : breachReasonSays(word),
      count: many,
      isUnsaid: word === '',
    }));
}

export type SampledLead = {
  readonly lead: string;
  readonly kind: SampleKind;
  readonly name: string;
  readonly company: string;
  /** Why it was rejected, its tier, and who has it. */
  readonly says: string;
};

export function sampledLeads(context: Context, facts: Facts, month: Period): SampledLead[] {
  const { sql } = context.parts;
  const rejections = context.documents.inForce()?.judge.agreement.rejections ?? [];
  return sampleOf(facts, month).flatMap(({ kind, lead: row, handoff }) => {
    const lead = leadById(sql, row);
    const [handed] = sql.all(`SELECT owner, tier, reason FROM handoffs WHERE id = ?`, handoff);
    if (lead === null || handed === undefined) return [];
    const reason = textOrNull(handed, 'reason');
    const why = reason === null ? null : (rejections.find(({ id }) => id === reason)?.says ?? reason);
    const owner = context.documents.all().people.get(text(handed, 'owner'))?.name ?? text(handed, 'owner');
    return [
      {
        lead: lead.publicId,
        kind,
        name: personName(lead),
        company: companyName(lead),
        says: [...(why === null ? [] : [why]), `${text(handed, 'tier')}, with ${owner}`].join(' · '),
      },
    ];
  });
}

/** The agreement is to be looked at again, within two weeks or since a while; null else. */
export function redefinition(context: Context): { readonly dueAt: string; readonly late: boolean } | null {
  const at = nextReview(context);
  const now = context.parts.now();
  return at === null || at > now + 14 * day ? null : { dueAt: iso(at), late: at <= now };
}
