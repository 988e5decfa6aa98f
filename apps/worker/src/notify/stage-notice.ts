// A lead went a stage on, or back: in words, for those who asked to hear it.
import type { Person } from '@baton/agreement';
import type { Lead } from '../desk/leads.ts';
import type { StageChange } from '../desk/tell-stage.ts';
import { companyName, personName, phoneOf } from './names.ts';
import type { Notice } from './notice.ts';
import { oneLine, severalLines } from './shown-text.ts';

const words: Readonly<Record<string, string>> = {
  lead: 'a lead',
  mql: 'an MQL',
  sal: 'accepted',
  contacted: 'contacted',
  sql: 'an SQL',
  opportunity: 'an opportunity',
  won: 'won',
  lost: 'lost',
};

/** Who gave an answer or made a change, as people call them. */
export function authorName(by: string, people: ReadonlyMap<string, Person>): string {
  const holder = by.slice(by.indexOf(':') + 1);
  return oneLine(people.get(holder)?.name ?? holder, 120);
}

export function stageNotice({
  lead,
  people,
  change,
}: {
  readonly lead: Lead;
  readonly people: ReadonlyMap<string, Person>;
  readonly change: StageChange;
}): Notice {
  const who = personName(lead);
  const company = companyName(lead);
  const is = words[change.to] ?? change.to;
  const amount =
    change.amount === null
      ? ''
      : `, ${change.amount.toLocaleString('en')} ${change.currency ?? ''}`.trimEnd();
  const by = authorName(change.by, people);
  const says = `${who} is ${is} now${amount}, says ${by}.`;
  return {
    subject: oneLine(`${who}${company === '' ? '' : `, ${company}`}: ${is}`, 150),
    preview: oneLine(says),
    kicker: lead.tier === null ? null : oneLine(lead.tier, 40).toUpperCase(),
    title: who,
    subtitle: company === '' ? null : company,
    email: lead.email,
    phone: phoneOf(lead),
    says,
    until: null,
    score: null,
    sections:
      change.reason === null
        ? []
        : [{ title: 'Why', lines: [{ label: by, value: severalLines(change.reason) }] }],
    actions: [],
    footer: [],
    inReplyTo: null,
  };
}
