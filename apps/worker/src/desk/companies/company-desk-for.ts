// Companies as one actor meets them: with the question before each of it whether they may.
import { authorOf, type Actor, type Right } from '../../access/rights.ts';
import type { HandAnswer } from '../hands/answer.ts';
import type { Account } from './accounts.ts';
import type { AccountFile, CompanyDesk } from './company-desk.ts';
import type { CompanyQuery } from './company-list.ts';

export class CompanyDeskFor {
  readonly #ask: (right: Right) => CompanyDesk;
  readonly #actor: Actor;

  /** @param ask throws when the actor does not have the right */
  constructor(ask: (right: Right) => CompanyDesk, actor: Actor) {
    this.#ask = ask;
    this.#actor = actor;
  }

  list(query: CompanyQuery): string {
    return this.#ask('leads.read').list(query);
  }

  read(domain: string): HandAnswer {
    return this.#ask('leads.read').read(domain);
  }

  lists(): HandAnswer {
    return this.#ask('leads.read').lists();
  }

  save(domain: string, given: Omit<Account, 'domain'>): HandAnswer {
    return this.#ask('leads.write').save(domain, given, authorOf(this.#actor));
  }

  takeFile(file: AccountFile): HandAnswer {
    return this.#ask('leads.write').takeFile(file, authorOf(this.#actor));
  }

  remove(domain: string): HandAnswer {
    return this.#ask('leads.write').remove(domain, authorOf(this.#actor));
  }

  removeList(list: string): HandAnswer {
    return this.#ask('leads.write').removeList(list, authorOf(this.#actor));
  }
}
