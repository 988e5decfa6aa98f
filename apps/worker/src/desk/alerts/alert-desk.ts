// The Desk's side of alerts: looks every hour while there is something to watch, shows what was found, and keeps what is
// muted and who is told. What mails link to is answered here too, without anybody being signed in.
import { alertSays, alertTitle, type Watched } from '@baton/review/alerts';
import { recordChange } from '../audit.ts';
import type { Context } from '../context.ts';
import { clearDue, setDue } from '../due-work.ts';
import { done, unknown, type HandAnswer } from '../hands/answer.ts';
import { iso } from '../instants.ts';
import { first } from '../sql.ts';
import { saidBy } from '../terms/versions.ts';
import { alertByPublicId, alertRow, isMuted, mutesOf, type AlertRow, type Mute } from './alert-rows.ts';
import { keepReviewSettings, reviewSettings, type ReviewSettings } from './alert-settings.ts';
import { ReviewLinks, type ReviewClaim } from './review-links.ts';
import { tellAlerts } from './tell-alerts.ts';
import { lookAtForms, type UsualByForm } from './watch.ts';

const hour = 3_600_000;
const week = 7 * 24 * hour;
/** Past ones that are shown. */
const shownPast = 50;

export const muteScopes = ['this', 'form', 'what'] as const;
export const muteSpans = ['week', 'ever'] as const;

/** What is muted: this of this form, all of the form, or this of any form. */
export type MuteAsked = {
  readonly scope: (typeof muteScopes)[number];
  readonly span: (typeof muteSpans)[number];
};

/** What a link of a mail opens. */
export type QuietCard =
  | {
      readonly act: 'mute';
      readonly title: string;
      readonly says: readonly string[];
      readonly formName: string;
      /** Muted already; null for ever. */
      readonly muted: { readonly until: number | null } | null;
    }
  | { readonly act: 'stop'; readonly stopped: boolean };

export class AlertDesk {
  readonly links: ReviewLinks;
  readonly #context: Context;
  readonly #usuals: UsualByForm = new Map();

  constructor(context: Context) {
    this.#context = context;
    this.links = new ReviewLinks(context.parts);
  }

  /** Begins to watch, a day after the first submission. False where it does already. */
  ensureWatch(now: number): boolean {
    const { sql, wake } = this.#context.parts;
    if (first(sql, `SELECT 1 FROM due WHERE kind = 'watch'`) !== null) return false;
    const at = nextHour(now);
    setDue(sql, 'watch', 0, at);
    wake(at);
    return true;
  }

  /**
   * From the alarm: what is found, what is told and when it is looked again belong together.
   *
   * @param atLatest when something else is to be done; null: nothing
   */
  look(now: number, atLatest: number | null): void {
    const { parts, outbox } = this.#context;
    const posted = parts.sql.transaction(() => {
      if (lookAtForms(this.#context, this.#usuals, now))
        setDue(parts.sql, 'watch', 0, Math.min(nextHour(now), atLatest ?? Infinity));
      // The next submission has the ledger begin anew, and that has this.
      else clearDue(parts.sql, 'watch', 0);
      return tellAlerts(this.#context, this.links, now);
    });
    if (posted.length > 0) parts.later(outbox.dispatch(posted));
  }

  list(): HandAnswer {
    return done(this.#view());
  }

  mute(publicId: string, asked: MuteAsked, author: string): HandAnswer {
    const { sql } = this.#context.parts;
    const alert = alertByPublicId(sql, publicId);
    if (alert === null) return unknown('alert');
    this.#mute(alert, asked, author);
    return done(this.#view());
  }

  unmute(form: string, what: string, author: string): HandAnswer {
    const { parts } = this.#context;
    const isThere = mutesOf(parts.sql, parts.now()).some((one) => one.form === form && one.what === what);
    if (!isThere) return unknown('mute');
    parts.sql.transaction(() => {
      parts.sql.run(`DELETE FROM alert_mutes WHERE form = ? AND what = ?`, form, what);
      recordChange(parts, author, { action: 'alert.unmuted', subject: `${form} ${what}` });
    });
    return done(this.#view());
  }

  settings(after: ReviewSettings, author: string): HandAnswer {
    const { parts } = this.#context;
    const before = reviewSettings(parts.sql);
    parts.sql.transaction(() => {
      keepReviewSettings(parts.sql, after);
      recordChange(parts, author, { action: 'review.settings', subject: 'review', before, after });
    });
    return done(this.#view());
  }

  /** Null where the link is not good. */
  quietCard(token: string): QuietCard | null {
    const { parts, documents } = this.#context;
    const now = parts.now();
    const claim = this.links.read(token, now);
    if (claim === null) return null;
    if (claim.act === 'stop') {
      const { stopped } = reviewSettings(parts.sql).report;
      return { act: 'stop', stopped: stopped.includes(addressIn(claim)) };
    }
    const alert = alertByPublicId(parts.sql, claim.subject);
    if (alert === null) return null;
    const formName = documents.published(alert.form)?.form.name ?? alert.form;
    const mutes = mutesOf(parts.sql, now);
    const held = mutes.find((one) => isMuted([one], alert));
    return {
      act: 'mute',
      title: alertTitle(formName, alert.what, alert.evidence),
      says: alertSays(alert.evidence),
      formName,
      muted: held === undefined ? null : { until: held.until },
    };
  }

  quietNonce(token: string): string | null {
    const now = this.#context.parts.now();
    return this.links.read(token, now) === null ? null : this.links.nonce(token, now);
  }

  /** What a person pressed; false where nothing has changed. */
  pressQuiet(token: string, nonce: string, act: string): boolean {
    const { parts } = this.#context;
    const now = parts.now();
    const claim = this.links.isNonce(token, nonce, now) ? this.links.read(token, now) : null;
    if (claim === null) return false;
    if (claim.act === 'stop') return this.#wantReport(claim, act === 'again');
    const alert = alertByPublicId(parts.sql, claim.subject);
    const [scope, span] = act.split(':');
    const asked = {
      scope: muteScopes.find((one) => one === scope),
      span: muteSpans.find((one) => one === span),
    };
    if (alert === null || asked.scope === undefined || asked.span === undefined) return false;
    this.#mute(alert, { scope: asked.scope, span: asked.span }, claim.holder);
    return true;
  }

  /** The one click of a mail program (RFC 8058): it asks for no page, and stops the report alone. */
  stopAtOnce(token: string): boolean {
    const claim = this.links.read(token, this.#context.parts.now());
    return claim?.act === 'stop' && this.#wantReport(claim, false);
  }

  #wantReport(claim: ReviewClaim, wants: boolean): boolean {
    const { parts } = this.#context;
    const email = addressIn(claim);
    const before = reviewSettings(parts.sql);
    const others = before.report.stopped.filter((one) => one !== email);
    const stopped = wants ? others : [...others, email];
    parts.sql.transaction(() => {
      keepReviewSettings(parts.sql, { ...before, report: { ...before.report, stopped } });
      recordChange(parts, claim.holder, {
        action: wants ? 'report.wanted' : 'report.stopped',
        subject: email,
      });
    });
    return true;
  }

  #mute(alert: AlertRow, { scope, span }: MuteAsked, author: string): void {
    const { parts } = this.#context;
    const now = parts.now();
    const form = scope === 'what' ? '*' : alert.form;
    const what: Watched | '*' = scope === 'form' ? '*' : alert.what;
    const until = span === 'week' ? now + week : null;
    parts.sql.transaction(() => {
      parts.sql.run(
        `INSERT INTO alert_mutes (form, what, until, author, at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (form, what) DO UPDATE SET until = excluded.until, author = excluded.author, at = excluded.at`,
        form,
        what,
        until,
        author,
        now,
      );
      recordChange(parts, author, {
        action: 'alert.muted',
        subject: `${form} ${what}`,
        after: { until: iso(until) },
      });
    });
  }

  #view(): object {
    const { parts } = this.#context;
    const now = parts.now();
    const mutes = mutesOf(parts.sql, now);
    const rows = parts.sql.all(
      `SELECT * FROM review_alerts ORDER BY closed_at IS NOT NULL, id DESC LIMIT ${shownPast}`,
    );
    return {
      alerts: rows.map((row) => this.#alertView(alertRow(row), mutes)),
      mutes: mutes.map((mute) => this.#muteView(mute)),
      settings: reviewSettings(parts.sql),
      mail: parts.settings.mail,
      watching: first(parts.sql, `SELECT 1 FROM due WHERE kind = 'watch'`) !== null,
    };
  }

  #alertView(alert: AlertRow, mutes: readonly Mute[]): object {
    const { publicId, form, what, evidence } = alert;
    const formName = this.#context.documents.published(form)?.form.name ?? form;
    return {
      id: publicId,
      form,
      formName,
      what,
      title: alertTitle(formName, what, evidence),
      says: alertSays(evidence),
      openedAt: iso(alert.openedAt),
      toldAt: iso(alert.toldAt),
      closedAt: iso(alert.closedAt),
      closedWhy: alert.closedWhy,
      muted: isMuted(mutes, alert),
      evidence,
    };
  }

  #muteView({ form, what, until, author, at }: Mute): object {
    const formName = form === '*' ? null : (this.#context.documents.published(form)?.form.name ?? form);
    const name = author.startsWith('destination:')
      ? author.slice('destination:'.length)
      : saidBy(this.#context, author).name;
    return { form, formName, what, until: iso(until), by: name, at: iso(at) };
  }
}

function addressIn({ holder }: ReviewClaim): string {
  return holder.startsWith('person:') ? holder.slice('person:'.length) : holder;
}

function nextHour(now: number): number {
  return (Math.floor(now / hour) + 1) * hour;
}
