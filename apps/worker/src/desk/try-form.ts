// What would become of a submission if it came now: it goes the whole way of a real one, in a transaction that is rolled
// back, so the two cannot differ. Nothing is kept, sent, woken or logged. A form's protection is taken as passed, but for
// the trap: who tries a form is no machine.
import type { Issue } from '@baton/rules';
import type { Arrival } from './arrival.ts';
import { planFor } from './asking.ts';
import type { Context } from './context.ts';
import { withDerived } from './derived.ts';
import type { UncheckedVersion, PublishedVersion } from './published-version.ts';
import { leadByEmail, newLead, storeLead } from './leads.ts';
import { underMain } from './merging/under-main.ts';
import { companyDomainOf } from './derived.ts';
import { Outbox } from './outbox.ts';
import type { Parts } from './parts.ts';
import { RowIds } from './row-ids.ts';
import { storeVisitor } from './store-submission.ts';
import { takeIn } from './submit.ts';
import { describeTried, type Tried } from './tried.ts';
import { undone } from './undone.ts';
import { VerdictLinks } from './verdict-links.ts';

export type Trying = {
  /** Who it is said to be by, and under which version, does not count. */
  readonly arrival: Arrival;
  /** What an imagined visitor has told before, by attribute; null: nobody knows them. */
  readonly known: Readonly<Record<string, unknown>> | null;
};

export function tryForm(real: Context, version: UncheckedVersion, { arrival, known }: Trying): Tried {
  const form = { ...version.form, protection: {} };
  const tried: PublishedVersion = { ...version, form, identity: version.identity ?? '' };
  const asked = planFor(real, version, known ?? {});
  return undone(real.parts.sql, () => {
    const context = apart(real, tried);
    const visitor = known === null ? null : imagined(context, tried, known, arrival);
    // A form that never says whose lead it is can only be tried as unfinished.
    const lacks: readonly Issue[] =
      arrival.final && version.identity === null ? [{ code: 'email_required', path: ['document'] }] : [];
    const sent: Arrival = {
      ...arrival,
      secret: context.parts.ids.token(),
      form: form.id,
      version: null,
      visitor,
      origin: null,
      final: arrival.final && version.identity !== null,
    };
    const first = takeIn(context, sent, true);
    const issues = first.result.kind === 'invalid' ? first.result.issues : [];
    // What is wrong with one answer does not hide what the others are worth, as long as there is more to come.
    const taken =
      issues.length > 0 && !sent.final
        ? takeIn(context, { ...sent, answers: without(sent.answers, issues) }, true)
        : first;
    return describeTried(context, taken, {
      issues: [...lacks, ...issues],
      next: { skip: asked.skip, ask: asked.ask },
    });
  });
}

/** The Desk's parts with nothing of it that outlives a transaction, and nothing that reaches anybody. */
function apart(real: Context, version: PublishedVersion): Context {
  const parts: Parts = {
    ...real.parts,
    wake: () => undefined,
    later: () => undefined,
    log: (line) => {
      if (line.baton === 'bug') real.parts.log(line);
    },
  };
  const rows = new RowIds(parts.sql);
  const documents = real.documents.with(version);
  return {
    parts,
    rows,
    documents,
    outbox: new Outbox(parts, documents, rows, real),
    links: new VerdictLinks(parts),
    turns: real.turns,
    dealt: real.dealt,
    fresh: real.fresh,
    isUnfiled: real.isUnfiled,
    // Nobody waits to be filed: what is tried reads the tables.
    meet: () => undefined,
  };
}

/** Makes a visitor who has told this before, and gives their token. They come back under the address they are known by. */
function imagined(
  context: Context,
  { identity, attributes: of }: PublishedVersion,
  known: Readonly<Record<string, unknown>>,
  { answers }: Arrival,
): string {
  const { parts, rows } = context;
  const now = parts.now();
  const address = known[of.get(identity) ?? ''] ?? answers[identity];
  const email = typeof address === 'string' ? address.trim().toLowerCase() : '';
  const told = withDerived(context, email, known);
  const found =
    leadByEmail(parts.sql, email) ?? newLead(rows.next('leads'), parts.ids.next('lead', now), email, now);
  const attributes = withDerived(context, found.email, {
    ...found.attributes,
    ...underMain(found, email, known),
  });
  storeLead(parts.sql, { ...found, attributes, domain: companyDomainOf(attributes) }, null, now);
  const token = parts.ids.token();
  storeVisitor(context, token, found, email, told, now);
  return token;
}

function without(answers: Arrival['answers'], issues: readonly Issue[]): Arrival['answers'] {
  const wrong = new Set(issues.map(({ path }) => path[1]));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !wrong.has(id)));
}
