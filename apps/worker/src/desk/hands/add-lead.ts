// A lead that sales met, or that an event or a partner brought: taken like a submission, so that it is merged, judged,
// handed over and counted like all others. The same key is taken once, however often it is sent.
import type { Occurrence } from '@baton/agreement';
import type { Arrival } from '../arrival.ts';
import type { Context } from '../context.ts';
import { originFormId, type Origin } from '../origin-form.ts';
import type { Posted } from '../outbox.ts';
import { first, text, textOrNull } from '../sql.ts';
import { takeIn } from '../submit.ts';
import { recordChange } from '../audit.ts';
import type { Issue } from '@baton/rules';
import { done, type HandAnswer } from './answer.ts';

export type AddedLead = {
  readonly origin: Origin;
  /** Which event, which partner. */
  readonly detail: string | null;
  /** By attribute id. */
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly events: readonly Occurrence[];
  /** What tells this one from all others of its origin; null: it is a new one. */
  readonly key: string | null;
};

type Added =
  | {
      /** What is to be dispatched after the commit. */
      readonly posted: readonly Posted[];
      readonly ok: true;
      readonly isNew: boolean;
      readonly submission: string;
      readonly state: string;
      readonly lead: string | null;
    }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** One lead, inside a transaction. */
export function takeLead(context: Context, added: AddedLead): Added {
  const { parts } = context;
  const { result, posted } = takeIn(context, arrivalOf(context, added));
  if (result.kind === 'invalid') {
    const issues = result.issues.map(({ path, ...issue }) => ({
      ...issue,
      path: path[0] === 'answers' ? ['attributes', ...path.slice(1)] : path,
    }));
    return { ok: false, issues };
  }
  if (result.kind !== 'stored') throw new Error('A lead from elsewhere has its form.');
  const row = first(
    parts.sql,
    `SELECT s.public_id, s.state, l.public_id AS lead FROM submissions s LEFT JOIN leads l ON l.id = s.lead
     WHERE s.public_id = ?`,
    String(Object(JSON.parse(result.reply)).submission),
  );
  if (row === null) throw new Error('A lead that was added is gone.');
  return {
    ok: true,
    posted,
    isNew: result.created,
    submission: text(row, 'public_id'),
    state: text(row, 'state'),
    lead: textOrNull(row, 'lead'),
  };
}

export function addLead(context: Context, by: string, lead: AddedLead): HandAnswer {
  const { parts, outbox } = context;
  const added = parts.sql.transaction(() => {
    const taken = takeLead(context, lead);
    if (taken.ok && taken.isNew) {
      const after = { origin: lead.origin, detail: lead.detail };
      recordChange(parts, by, { action: 'lead.added', subject: taken.lead ?? '', after });
    }
    return taken;
  });
  if (!added.ok) return { kind: 'invalid', issues: added.issues };
  const { ok: _ok, posted, ...told } = added;
  if (posted.length > 0) parts.later(outbox.dispatch(posted));
  return done(told);
}

function arrivalOf({ parts }: Context, added: AddedLead): Arrival {
  const { origin, detail, key } = added;
  const form = originFormId(origin);
  const visit = { utm_source: origin, ...(detail === null ? {} : { utm_campaign: detail }) };
  return {
    form,
    // No browser can choose such an id.
    secret: `${form}:${key ?? parts.ids.token()}`,
    version: null,
    final: true,
    answers: added.attributes,
    visitor: null,
    visit,
    journal: visit,
    behaviours: added.events,
    language: null,
    trapped: false,
    elapsed: null,
    proof: null,
    turnstile: null,
    block: null,
    origin: null,
  };
}
