// What subscribers are told: the body of a webhook, in the shape of docs/webhooks.md. It is made once, when the
// event happens, and frozen.
import type { Person } from '@baton/agreement';
import type { PublishedVersion } from '../desk/published-version.ts';
import type { Lead } from '../desk/leads.ts';
import type { HandoffLinks } from '../desk/verdict-links.ts';

export type ToldSubmission = {
  /** The public id, never the browser's own. */
  readonly id: string;
  readonly form: string;
  readonly version: number;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly visit: Readonly<Record<string, unknown>>;
};

export type Happening = {
  readonly type: string;
  readonly at: number;
  readonly lead: Lead;
  readonly score: unknown;
  readonly tier: string | null;
  /** The version that judged. */
  readonly agreement: { readonly version: number; readonly hash: string } | null;
  readonly owner: Person | null;
  readonly deadline: number | null;
  readonly submission: ToldSubmission | null;
  readonly links: Readonly<HandoffLinks> | null;
  /** What only this type of event has, such as a verdict. */
  readonly more?: Readonly<Record<string, unknown>>;
};

export function toldSubmission(
  published: PublishedVersion,
  id: string,
  answers: Readonly<Record<string, unknown>>,
  visit: Readonly<Record<string, unknown>>,
): ToldSubmission {
  return { id, form: published.form.id, version: published.version, answers, visit };
}

/** The JSON text of an event. */
export function eventBody(happening: Happening): string {
  const { lead, owner, deadline } = happening;
  return JSON.stringify({
    type: happening.type,
    timestamp: new Date(happening.at).toISOString(),
    data: {
      lead: { email: lead.email, ...lead.attributes },
      company: { domain: lead.domain },
      score: happening.score,
      tier: happening.tier,
      owner: owner === null ? null : { email: owner.email, name: owner.name },
      deadline: deadline === null ? null : new Date(deadline).toISOString(),
      agreement: happening.agreement,
      submission: happening.submission,
      ...(happening.links === null ? {} : { links: happening.links }),
      ...happening.more,
    },
  });
}
