// A small agreement and the workspace around it, for this package's own tests.
import type { Attribute, Catalogue, Rule } from '@baton/rules';
import type { Agreement } from './agreement-schema.ts';
import { parseAgreement, type AgreementContext } from './document.ts';
import { compileAgreement, type Judge } from './judge.ts';
import type { LeadFacts } from './lead.ts';
import type { Person, Team } from './people.ts';

export const when = (...rules: Rule[]) => ({ combinator: 'and' as const, rules });

const attributes: Attribute[] = [
  {
    id: 'company_size',
    label: 'Company size',
    type: 'choice',
    about: 'company',
    ordered: true,
    options: ['1-10', '11-50', '51-200', '201-1000', '1001+'].map((id) => ({ id, label: id })),
  },
  { id: 'country', label: 'Country', type: 'country', about: 'company' },
  { id: 'job_title', label: 'Job title', type: 'text', about: 'person' },
  { id: 'budget', label: 'Budget', type: 'number', about: 'company' },
  { id: 'wants_demo', label: 'Wants a demo', type: 'boolean', about: 'person' },
  { id: 'start', label: 'Start', type: 'date', about: 'company' },
  {
    id: 'uses',
    label: 'Uses',
    type: 'choices',
    about: 'company',
    options: ['crm', 'mail', 'ads'].map((id) => ({ id, label: id })),
  },
];

export const catalogue: Catalogue = new Map(attributes.map((attribute) => [attribute.id, attribute]));

const everybody: Person[] = [
  { email: 'cmo@example.com', name: 'Mara Lind', party: 'marketing' },
  { email: 'vp@example.com', name: 'Vik Sand', party: 'sales' },
  { email: 'ann@example.com', name: 'Ann Berg', party: 'sales', weight: 3 },
  { email: 'bob@example.com', name: 'Bob Krol', party: 'sales', capacity: 2 },
  {
    email: 'cid@example.com',
    name: 'Cid Rossi',
    party: 'sales',
    away: [{ from: '2026-12-01', to: '2026-12-03' }],
  },
];

export const people: ReadonlyMap<string, Person> = new Map(everybody.map((person) => [person.email, person]));

export const teams: ReadonlyMap<string, Team> = new Map([
  ['emea', { id: 'emea', name: 'EMEA', members: ['ann@example.com', 'bob@example.com', 'cid@example.com'] }],
]);

export const context: AgreementContext = { catalogue, people, teams };

/** As a person writes it: defaults left out. */
export const exampleDocument = {
  format: 1,
  title: 'Example',
  score: {
    fit: {
      max: 60,
      rules: [
        {
          id: 'size',
          says: 'More than 50 people',
          points: 30,
          when: when({ field: 'lead.company_size', operator: '>=', value: '51-200' }),
        },
        {
          id: 'vp',
          says: 'VP or above',
          points: 20,
          when: when({ field: 'lead.seniority', operator: '>=', value: 'vp' }),
        },
        {
          id: 'free',
          says: 'Writes from a free address',
          points: -15,
          when: when({ field: 'lead.email_kind', operator: '=', value: 'free' }),
        },
      ],
    },
    engagement: {
      max: 25,
      halfLifeDays: 14,
      behaviours: [
        { id: 'blog', says: 'Read an article', match: { path: '/blog/*' }, points: 5, atMost: 10 },
        { id: 'webinar', says: 'Attended the webinar', match: { event: 'webinar_attended' }, points: 12 },
      ],
    },
    intent: {
      max: 40,
      halfLifeDays: 30,
      rules: [
        {
          id: 'demo',
          says: 'Asked for a demo',
          points: 25,
          when: when({ field: 'lead.wants_demo', operator: '=', value: true }),
        },
      ],
      behaviours: [
        { id: 'pricing', says: 'Viewed pricing', match: { path: '/pricing*' }, points: 15, atMost: 30 },
      ],
    },
  },
  disqualify: [
    {
      id: 'student',
      says: 'Student',
      when: when({ field: 'lead.job_title', operator: 'contains', value: 'student' }),
    },
  ],
  tiers: [
    { id: 'hot', from: 75, followUp: 'PT15M' },
    { id: 'mql', from: 50, followUp: 'PT4H' },
    { id: 'nurture', from: 0 },
  ],
  handoff: { tier: 'mql', hysteresis: 5, again: 'P90D' },
  routing: {
    rules: [
      {
        id: 'emea',
        when: when({ field: 'lead.country', operator: 'in', value: ['DE', 'FR'] }),
        to: { team: 'emea' },
      },
      {
        id: 'big',
        when: when({ field: 'score.total', operator: '>=', value: 90 }),
        to: { person: 'cid@example.com' },
      },
    ],
    fallback: { person: 'vp@example.com' },
    keepOwner: true,
  },
  hours: {
    timeZone: 'Europe/Berlin',
    week: {
      mon: [['09:00', '17:30']],
      tue: [['09:00', '17:30']],
      wed: [['09:00', '17:30']],
      thu: [['09:00', '17:30']],
      fri: [['09:00', '17:30']],
    },
  },
  escalate: [
    { at: '80%', tell: 'owner' },
    { at: '100%', tell: { person: 'vp@example.com' } },
    { at: '150%', reassign: true },
  ],
  rejections: [{ id: 'too_small', says: 'Company too small', blames: ['size'] }],
  signatures: [
    { party: 'marketing', by: 'cmo@example.com' },
    { party: 'sales', by: 'vp@example.com' },
  ],
};

/** The example with some of its top-level parts replaced. Throws when that is no agreement. */
export function exampleAgreement(changes: Readonly<Record<string, unknown>> = {}): Agreement {
  const parsed = parseAgreement({ ...exampleDocument, ...changes }, context);
  if (parsed.ok) return parsed.value;
  throw new Error(JSON.stringify(parsed.issues));
}

export function exampleJudge(changes: Readonly<Record<string, unknown>> = {}): Judge {
  return compileAgreement(exampleAgreement(changes), catalogue);
}

export function leadWith(attributes: LeadFacts['attributes'], more: Partial<LeadFacts> = {}): LeadFacts {
  return { attributes, occurrences: [], visit: {}, ...more };
}
