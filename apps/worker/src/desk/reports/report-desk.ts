// The Desk's side of the weekly report: made from the same facts and by the same passes as the numbers of the API, sent once
// a week to both teams, shown before it is sent, and sent to whoever wants to see it now.
import type { BusinessHours } from '@baton/agreement';
import { weekNumbers, type WeekNumbers } from '@baton/review/report';
import { reportMail } from '../../notify/report-notice.ts';
import { addressesOf } from '../admins.ts';
import { reviewSettings } from '../alerts/alert-settings.ts';
import type { ReviewLinks } from '../alerts/review-links.ts';
import type { Context } from '../context.ts';
import { refused, type HandAnswer } from '../hands/answer.ts';
import type { Posted } from '../outbox.ts';
import type { Asked, ReviewDesk } from '../review/review-desk.ts';
import { first } from '../sql.ts';
import { agendaOf, type AgendaItem } from './agenda.ts';
import {
  alertsIn,
  breachReasonsIn,
  happenedIn,
  openQuestions,
  redefinition,
  sampledLeads,
  type Happened,
  type OpenQuestion,
  type SampledLead,
  type WeekBreach,
} from './gather.ts';
import { monthToDiscuss, reportTimes, today, weekBefore } from './report-time.ts';

/** A report that could not be sent for so long, ms, is of no use any more. */
const stale = 48 * 60 * 60_000;

export type WeekReport = WeekNumbers & {
  readonly week: { readonly from: string; readonly to: string };
  readonly happened: readonly Happened[];
  readonly alerts: readonly { readonly title: string; readonly open: boolean }[];
  readonly questions: readonly OpenQuestion[];
  readonly breaches: readonly WeekBreach[];
  /** Leads to talk about, once a month. */
  readonly sample: { readonly month: string; readonly leads: readonly SampledLead[] } | null;
  readonly redefinition: { readonly dueAt: string; readonly late: boolean } | null;
  /** What there is to decide together. */
  readonly agenda: readonly AgendaItem[];
};

export class ReportDesk {
  readonly #context: Context;
  readonly #review: ReviewDesk;
  readonly #links: ReviewLinks;
  #isSending = false;

  constructor(context: Context, review: ReviewDesk, links: ReviewLinks) {
    this.#context = context;
    this.#review = review;
    this.#links = links;
  }

  /** When it comes next, epoch ms; null without an agreement, or when nobody gets it. */
  nextAt(now: number): number | null {
    const hours = this.#hours();
    const { report } = reviewSettings(this.#context.parts.sql);
    return hours === null || report.to.length === 0 ? null : reportTimes(hours, report.weekday, now).next.at;
  }

  /** Of weeks that were over before there was anything to watch nobody is told. */
  begin(now: number): void {
    const { sql } = this.#context.parts;
    const hours = this.#hours();
    if (hours === null) return;
    const { last } = reportTimes(hours, reviewSettings(sql).report.weekday, now);
    if (now - last.at <= stale && !this.#isSent(last.day))
      sql.run(`INSERT INTO week_reports (week, at) VALUES (?, ?)`, last.day, now);
  }

  /** From the alarm: begins to send what is due. */
  takeUp(now: number): void {
    const { parts } = this.#context;
    const hours = this.#hours();
    const { report } = reviewSettings(parts.sql);
    if (hours === null || report.to.length === 0 || !parts.settings.mail || this.#isSending) return;
    const { last } = reportTimes(hours, report.weekday, now);
    if (now - last.at > stale || this.#isSent(last.day)) return;
    this.#isSending = true;
    parts.later(
      this.#send(last.day).finally(() => {
        this.#isSending = false;
      }),
    );
  }

  /** The report of a day, the coming one of none; what is counted must have been read. */
  view(day: string | null): HandAnswer {
    const on = day ?? today(this.#context.parts.now(), this.#timeZone());
    return this.#answer(on, (report) => report);
  }

  /** To one person, now. */
  sendTo(email: string | null, day: string | null): HandAnswer {
    const { parts, outbox } = this.#context;
    if (email === null) return refused('A key has no mailbox: sign in as a person.');
    if (!parts.settings.mail) return refused('Mail is not set up.');
    const on = day ?? today(parts.now(), this.#timeZone());
    let posted: Posted[] = [];
    const answer = this.#answer(on, (report) => {
      posted = parts.sql.transaction(() => [this.#post(report, email, parts.now())]);
      return { to: email };
    });
    if (posted.length > 0) parts.later(outbox.dispatch(posted));
    return answer;
  }

  #answer(day: string, view: (report: WeekReport) => object): HandAnswer {
    const { from, to } = weekBefore(day, this.#timeZone());
    return this.#review.answer({ from, to, by: 'lead', filter: {}, team: [] }, (asked) =>
      view(this.#report(asked, day)),
    );
  }

  #report(asked: Asked, day: string): WeekReport {
    const { facts, period } = asked;
    const month = monthToDiscuss(day, period.timeZone);
    const report = {
      week: { from: period.from, to: period.to },
      ...weekNumbers(asked, period),
      happened: happenedIn(this.#context, period),
      alerts: alertsIn(this.#context, period),
      questions: openQuestions(this.#context),
      breaches: breachReasonsIn(facts, period),
      sample:
        month === null
          ? null
          : { month: month.from.slice(0, 7), leads: sampledLeads(this.#context, facts, month) },
      redefinition: redefinition(this.#context),
    };
    return { ...report, agenda: agendaOf(report) };
  }

  /** Visitors get their turn while facts are read. */
  async #send(day: string): Promise<void> {
    const { parts, outbox, turns } = this.#context;
    const reading = this.#review.reading();
    if (reading !== null) await turns.work(reading.step);
    const posted: Posted[] = [];
    const now = parts.now();
    this.#answer(day, (report) => {
      const made = parts.sql.transaction(() => {
        if (this.#isSent(day)) return [];
        parts.sql.run(`INSERT INTO week_reports (week, at) VALUES (?, ?)`, day, now);
        return this.#readers().map((email) => this.#post(report, email, now));
      });
      posted.push(...made);
      return {};
    });
    await outbox.dispatch(posted);
  }

  #post(report: WeekReport, email: string, now: number): Posted {
    const { parts, outbox } = this.#context;
    const stop = this.#links.link({ act: 'stop', subject: 'report', holder: `person:${email}` }, now);
    return outbox.post(
      {
        type: 'review.report',
        channel: 'email',
        destination: null,
        target: email,
        lead: null,
        handoff: null,
        submission: null,
        body: () => reportMail(report, parts.settings.url, stop),
      },
      now,
    );
  }

  #readers(): string[] {
    const { report } = reviewSettings(this.#context.parts.sql);
    return addressesOf(this.#context, report.to).filter((email) => !report.stopped.includes(email));
  }

  #isSent(day: string): boolean {
    return first(this.#context.parts.sql, `SELECT 1 FROM week_reports WHERE week = ?`, day) !== null;
  }

  #hours(): BusinessHours | null {
    return this.#context.documents.inForce()?.judge.hours ?? null;
  }

  #timeZone(): string {
    return this.#hours()?.timeZone ?? 'UTC';
  }
}
