// Alerts as one actor meets them: with the question before each whether they may.
import { authorOf, type Actor, type Right } from '../../access/rights.ts';
import type { HandAnswer } from '../hands/answer.ts';
import type { ReviewSettings } from './alert-settings.ts';
import type { AlertDesk, MuteAsked } from './alert-desk.ts';

export class AlertDeskFor {
  readonly #ask: (right: Right) => AlertDesk;
  readonly #author: string;

  /** @param ask throws when the actor does not have the right */
  constructor(ask: (right: Right) => AlertDesk, actor: Actor) {
    this.#ask = ask;
    this.#author = authorOf(actor);
  }

  list(): HandAnswer {
    return this.#ask('leads.read').list();
  }

  mute(alert: string, asked: MuteAsked): HandAnswer {
    return this.#ask('leads.write').mute(alert, asked, this.#author);
  }

  unmute(form: string, what: string): HandAnswer {
    return this.#ask('leads.write').unmute(form, what, this.#author);
  }

  settings(given: ReviewSettings): HandAnswer {
    return this.#ask('workspace.write').settings(given, this.#author);
  }
}
