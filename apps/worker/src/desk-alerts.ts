// What the API asks of a Desk's alerts, and what the links of their mails do.
import type { Actor } from './access/rights.ts';
import type { MuteAsked, QuietCard } from './desk/alerts/alert-desk.ts';
import type { ReviewSettings } from './desk/alerts/alert-settings.ts';
import type { HandAnswer } from './desk/hands/answer.ts';
import { DeskInbox } from './desk-inbox.ts';

export class DeskAlerts extends DeskInbox {
  alerts(actor: Actor): HandAnswer {
    return this.desk.as(actor).alerts.list();
  }

  muteAlert(actor: Actor, alert: string, asked: MuteAsked): HandAnswer {
    return this.desk.as(actor).alerts.mute(alert, asked);
  }

  unmuteAlerts(actor: Actor, form: string, what: string): HandAnswer {
    return this.desk.as(actor).alerts.unmute(form, what);
  }

  keepReviewSettings(actor: Actor, given: ReviewSettings): HandAnswer {
    return this.desk.as(actor).alerts.settings(given);
  }

  quietCard(token: string): QuietCard | null {
    return this.desk.alerts.quietCard(token);
  }

  quietNonce(token: string): string | null {
    return this.desk.alerts.quietNonce(token);
  }

  pressQuiet(token: string, nonce: string, act: string): boolean {
    return this.desk.alerts.pressQuiet(token, nonce, act);
  }

  stopReport(token: string): boolean {
    return this.desk.alerts.stopAtOnce(token);
  }
}
