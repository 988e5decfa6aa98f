// An agreement to begin with: what most companies that sell to companies agree on first. It reads only what Baton derives
// itself and what a form of the workspace asks for by the usual names, and is meant to be changed.
import type { Attribute } from '@baton/rules';
import type { TermsDraft } from './terms-draft.ts';

type Around = {
  readonly attributes: ReadonlyMap<string, Attribute>;
  /** Whom everything goes to, by e-mail. */
  readonly fallback: string;
  readonly timeZone: string;
};

const all = (field: string, operator: string, value: unknown) => ({
  combinator: 'and',
  rules: [{ field, operator, value }],
});

const workday = [['09:00', '17:00']];

export function templateAgreement({ attributes, fallback, timeZone }: Around): TermsDraft {
  const size = attributes.get('company_size');
  const large = size?.ordered === true ? size.options?.[Math.floor(size.options.length / 2)] : undefined;
  return {
    format: 1,
    title: 'Handoff agreement',
    definitions: {
      mql: 'A lead that fits and wants to act: it has reached the threshold.',
      sal: 'Sales has looked at it and will follow up.',
      sql: 'Sales has confirmed need, means and time.',
      opportunity: 'An offer is being worked on.',
    },
    score: {
      fit: {
        max: 60,
        rules: [
          {
            id: 'leads',
            says: 'Director or above',
            points: 30,
            when: all('lead.seniority', '>=', 'director'),
          },
          { id: 'manages', says: 'Manager', points: 15, when: all('lead.seniority', '=', 'manager') },
          {
            id: 'business_mail',
            says: 'Business address',
            points: 20,
            when: all('lead.email_kind', '=', 'business'),
          },
          {
            id: 'free_mail',
            says: 'Private address',
            points: -10,
            when: all('lead.email_kind', '=', 'free'),
          },
          ...(large === undefined
            ? []
            : [
                {
                  id: 'large',
                  says: `${large.label} or more`,
                  points: 20,
                  when: all('lead.company_size', '>=', large.id),
                },
              ]),
        ],
      },
      engagement: {
        max: 20,
        halfLifeDays: 14,
        behaviours: [
          { id: 'article', says: 'Read an article', match: { path: '/blog/*' }, points: 4, atMost: 12 },
        ],
      },
      intent: {
        max: 40,
        halfLifeDays: 30,
        rules: [],
        behaviours: [
          { id: 'pricing', says: 'Viewed pricing', match: { path: '/pricing*' }, points: 10, atMost: 20 },
          {
            id: 'demo_page',
            says: 'Viewed the demo page',
            match: { path: '/demo*' },
            points: 10,
            atMost: 10,
          },
        ],
      },
    },
    disqualify: [
      { id: 'throwaway', says: 'Throwaway address', when: all('lead.email_kind', '=', 'disposable') },
    ],
    tiers: [
      { id: 'hot', from: 70, followUp: 'PT15M' },
      { id: 'mql', from: 50, followUp: 'PT4H' },
      { id: 'nurture', from: 0 },
    ],
    handoff: { tier: 'mql', requires: null, hysteresis: 5, again: 'P90D' },
    routing: { rules: [], fallback: { person: fallback }, keepOwner: true },
    hours: {
      timeZone,
      week: { mon: workday, tue: workday, wed: workday, thu: workday, fri: workday },
      holidays: [],
    },
    escalate: [
      { at: '80%', tell: 'owner' },
      { at: '100%', tell: { person: fallback } },
      { at: '150%', reassign: true },
    ],
    commitments: {
      marketing: { qualifiedPerMonth: 40, answerWithin: 'P1D' },
      sales: { followUpInTime: 0.9, accept: 0.7, verdictWithin: 'P2D' },
    },
    rejections: [
      { id: 'too_small', says: 'Too small', blames: large === undefined ? [] : ['large'] },
      { id: 'wrong_person', says: 'Cannot decide', blames: ['leads', 'manages'] },
      { id: 'no_need', says: 'No need', blames: [] },
      { id: 'unreachable', says: 'Could not be reached', blames: [] },
    ],
    review: { every: 'quarter' },
    signatures: [],
  };
}
