// The Desk's side of the inbox: pages of leads, how many stand in each view, and what can be chosen from. Reads only, but
// for the views that somebody keeps.
import type { Context } from '../context.ts';
import { done, invalid, unknown, type HandAnswer } from '../hands/answer.ts';
import { leadByRef } from '../leads.ts';
import { number, textOrNull } from '../sql.ts';
import { companyOf } from './company-of.ts';
import { countOverdue, findRows } from './find-rows.ts';
import { inHand, type Asker, type InboxQuery } from './inbox-query.ts';
import { inboxRow } from './inbox-rows.ts';
import { keepViews, ownViews, type OwnView } from './own-views.ts';

/** What follows from the time alone, such as what is overdue, is told anew after so many ms. */
const still = 15_000;

export class InboxDesk {
  readonly #context: Context;
  readonly #writes: () => number;
  /** Tells the revisions of this instance from those of another. */
  readonly #born: number;
  readonly #counts = new Map<string, { readonly revision: string; readonly counts: object }>();

  /** @param writes how often something was written that the inbox shows */
  constructor(context: Context, writes: () => number) {
    this.#context = context;
    this.#writes = writes;
    this.#born = context.parts.now();
  }

  list(query: InboxQuery, author: string, email: string | null): HandAnswer {
    const { sql, now } = this.#context.parts;
    const revision = this.#revision();
    if (query.since === revision) return done({ revision, page: null });
    const asker: Asker = { email, now: now(), membersOf: (team) => this.#membersOf(team) };
    const found = findRows(sql, { ...query, limit: query.limit + 1 }, asker);
    if (found === null) return invalid('unknown_id', 'query', 'before');
    const shown = found.slice(0, query.limit);
    return done({
      revision,
      page: {
        rows: shown.flatMap((one) => inboxRow(this.#context, one) ?? []),
        more: found.length > shown.length,
        counts: this.#countsFor(email, revision),
        views: ownViews(sql, author),
      },
    });
  }

  /** What filters can be set to, and what a rejection can say. */
  choices(): HandAnswer {
    const { parts, documents } = this.#context;
    const { people, teams } = documents.all();
    const agreement = documents.inForce()?.judge.agreement ?? null;
    const sources = parts.sql.all(
      `SELECT source, count(*) AS count FROM leads INDEXED BY leads_listed GROUP BY source ORDER BY count DESC LIMIT 50`,
    );
    const forms = parts.sql.all(`SELECT id FROM forms ORDER BY position`).map((row) => String(row['id']));
    return done({
      people: [...people.values()].map(({ email, name, party }) => ({ email, name, party })),
      teams: [...teams.values()].map(({ id, name }) => ({ id, name: name ?? id })),
      tiers: (agreement?.tiers ?? []).toSorted((a, b) => b.from - a.from).map(({ id }) => id),
      forms: forms.map((id) => ({ id, name: documents.published(id)?.form.name ?? id })),
      sources: sources.flatMap((row) => textOrNull(row, 'source') ?? []),
      rejections: (agreement?.rejections ?? []).map(({ id, says }) => ({ id, says })),
    });
  }

  keepViews(author: string, views: readonly OwnView[]): HandAnswer {
    keepViews(this.#context.parts.sql, author, views);
    return done({ views });
  }

  /** Everybody of a lead's company. */
  company(publicId: string): HandAnswer {
    const lead = leadByRef(this.#context.parts.sql, publicId);
    return lead === null ? unknown('lead') : done(companyOf(this.#context, lead));
  }

  #revision(): string {
    return `${this.#born}.${this.#writes()}.${Math.floor(this.#context.parts.now() / still)}`;
  }

  #membersOf(team: string): readonly string[] {
    return this.#context.documents.all().teams.get(team)?.members ?? [];
  }

  #countsFor(email: string | null, revision: string): object {
    const key = email ?? '';
    const known = this.#counts.get(key);
    if (known?.revision === revision) return known.counts;
    const { sql, now } = this.#context.parts;
    const [row = {}] = sql.all(
      `SELECT count(*) AS open, coalesce(sum(l.handoff IS NOT NULL), 0) AS unanswered,
         coalesce(sum(l.owner = ?), 0) AS mine, (SELECT count(*) FROM leads) AS everything
       FROM leads l INDEXED BY leads_in_hand WHERE ${inHand}`,
      key,
    );
    const [open, unanswered] = [number(row, 'open'), number(row, 'unanswered')];
    const counts = {
      mine: number(row, 'mine'),
      unanswered,
      overdue: countOverdue(sql, now()),
      open,
      accepted: open - unanswered,
      everything: number(row, 'everything'),
    };
    this.#counts.set(key, { revision, counts });
    return counts;
  }
}
