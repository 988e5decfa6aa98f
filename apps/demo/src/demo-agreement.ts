// What Rampline's marketing and sales agreed on: who is qualified, how soon they are called, by whom.
import { people } from './company.ts';

const all = (...rules: unknown[]): object => ({ combinator: 'and', rules });
const is = (attribute: string, value: string): object => ({
  field: `lead.${attribute}`,
  operator: '=',
  value,
});
const isOneOf = (attribute: string, value: string[]): object => ({
  field: `lead.${attribute}`,
  operator: 'in',
  value,
});

const fit = [
  { id: 'size_enterprise', says: '1,000 people or more', points: 24, when: all(is('company_size', '1000+')) },
  { id: 'size_large', says: '250–999 people', points: 20, when: all(is('company_size', '250-999')) },
  { id: 'size_medium', says: '50–249 people', points: 10, when: all(is('company_size', '50-249')) },
  {
    id: 'decides',
    says: 'Director or above',
    points: 18,
    when: all({ field: 'lead.role', operator: '>=', value: 'director' }),
  },
  { id: 'manages', says: 'Runs a site', points: 12, when: all(is('role', 'manager')) },
  {
    id: 'warehouse_heavy',
    says: 'Warehouses are their business',
    points: 12,
    when: all(isOneOf('industry', ['3pl', 'ecommerce', 'retail', 'food'])),
  },
  {
    id: 'many_on_shifts',
    says: '100 people or more on shifts',
    points: 8,
    when: all({ field: 'lead.shift_workers', operator: '>=', value: 100 }),
  },
  { id: 'free_mail', says: 'Private e-mail address', points: -8, when: all(is('email_kind', 'free')) },
];

const behaviours = {
  engagement: [
    { id: 'article', says: 'Read an article', match: { path: '/blog/*' }, points: 4, atMost: 12 },
    {
      id: 'webinar',
      says: 'Attended the webinar',
      match: { event: 'webinar_attended' },
      points: 12,
      atMost: 12,
    },
  ],
  intent: [{ id: 'pricing', says: 'Viewed pricing', match: { path: '/pricing*' }, points: 8, atMost: 16 }],
};

const intent = [
  { id: 'now', says: 'Wants to start within a month', points: 20, when: all(is('timeline', 'now')) },
  {
    id: 'soon',
    says: 'Wants to start within three months',
    points: 12,
    when: all(is('timeline', 'quarter')),
  },
  {
    id: 'costly_pain',
    says: 'Overtime or temporary staff is the pain',
    points: 6,
    when: all(isOneOf('goals', ['overtime', 'temps'])),
  },
  {
    id: 'spreadsheet',
    says: 'Plans in spreadsheets',
    points: 4,
    when: all(is('current_tool', 'spreadsheet')),
  },
];

const day = [['09:00', '18:00']];

export const demoAgreement = {
  format: 1,
  title: 'Handoff agreement, winter season',
  definitions: {
    mql: 'Fits and wants to act: 50 points or more.',
    sal: 'Sales has looked at it and will follow up.',
    sql: 'A call confirmed need, people on shifts and a date.',
    opportunity: 'A trial at one site is agreed.',
  },
  score: {
    fit: { max: 60, rules: fit },
    engagement: { max: 20, halfLifeDays: 14, behaviours: behaviours.engagement },
    intent: { max: 40, halfLifeDays: 30, behaviours: behaviours.intent, rules: intent },
  },
  disqualify: [
    { id: 'student', says: 'Student or teacher', when: all(is('role', 'student')) },
    {
      id: 'competitor',
      says: 'Works for a competitor',
      when: all(isOneOf('company_domain', ['shiftwarden.example', 'dockwise-planning.example'])),
    },
  ],
  tiers: [
    { id: 'hot', from: 75, followUp: 'PT15M' },
    { id: 'mql', from: 50, followUp: 'PT4H' },
    { id: 'nurture', from: 0 },
  ],
  handoff: { tier: 'mql', requires: null, hysteresis: 5, again: 'P90D' },
  routing: {
    rules: [
      { id: 'enterprise', when: all(is('company_size', '1000+')), to: { person: people.sales } },
      { id: 'dach', when: all(isOneOf('country', ['DE', 'AT', 'CH'])), to: { team: 'dach' } },
      {
        id: 'elsewhere',
        when: all({ field: 'lead.country', operator: 'notNull' }),
        to: { team: 'international' },
      },
    ],
    fallback: { person: people.sales },
    keepOwner: true,
  },
  hours: {
    timeZone: 'Europe/Berlin',
    week: { mon: day, tue: day, wed: day, thu: day, fri: [['09:00', '17:00']] },
    holidays: ['2026-12-25', '2027-01-01', '2027-03-26', '2027-03-29'],
  },
  escalate: [
    { at: '80%', tell: 'owner' },
    { at: '100%', tell: { person: people.sales } },
    { at: '150%', reassign: true },
  ],
  commitments: {
    marketing: { qualifiedPerMonth: 60, answerWithin: 'P1D' },
    sales: { followUpInTime: 0.9, accept: 0.7, verdictWithin: 'P2D' },
  },
  rejections: [
    { id: 'too_small', says: 'Too small', blames: ['size_medium', 'many_on_shifts'] },
    { id: 'wrong_industry', says: 'No warehouse to plan', blames: ['warehouse_heavy'] },
    { id: 'no_date', says: 'No date in sight', blames: ['now', 'soon'] },
    { id: 'wrong_person', says: 'Cannot decide', blames: ['decides', 'manages'] },
    { id: 'unreachable', says: 'Could not be reached', blames: [] },
  ],
  signatures: [
    { party: 'marketing', by: people.marketing },
    { party: 'sales', by: people.sales },
  ],
};
