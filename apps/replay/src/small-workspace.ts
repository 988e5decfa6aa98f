// A small workspace, as its document stands, for this package's own tests.

const when = (field: string, operator: string, value: unknown) => ({
  combinator: 'and',
  rules: [{ field, operator, value }],
});

export const smallWorkspace = {
  format: 1,
  name: 'Small',
  attributes: [
    { id: 'email', label: 'E-mail', type: 'email', about: 'person' },
    { id: 'job_title', label: 'Job title', type: 'text', about: 'person' },
    {
      id: 'size',
      label: 'Company size',
      type: 'choice',
      about: 'company',
      ordered: true,
      options: [
        { id: 's', label: 'Small' },
        { id: 'm', label: 'Medium' },
        { id: 'l', label: 'Large' },
      ],
    },
    {
      id: 'uses',
      label: 'Uses',
      type: 'choices',
      about: 'company',
      options: [
        { id: 'crm', label: 'CRM' },
        { id: 'ads', label: 'Ads' },
      ],
    },
    { id: 'budget', label: 'Budget', type: 'number', about: 'company' },
    { id: 'wants_demo', label: 'Wants a demo', type: 'boolean', about: 'person' },
    { id: 'start', label: 'Start', type: 'date', about: 'company' },
    { id: 'country', label: 'Country', type: 'country', about: 'company' },
  ],
  people: [
    { email: 'mar@small.example', name: 'Mar', party: 'marketing' },
    { email: 'sal@small.example', name: 'Sal', party: 'sales' },
  ],
  agreement: {
    format: 1,
    title: 'Small agreement',
    score: {
      fit: {
        max: 60,
        rules: [
          { id: 'large', says: 'Large company', points: 40, when: when('lead.size', '=', 'l') },
          { id: 'medium', says: 'Medium company', points: 20, when: when('lead.size', '=', 'm') },
        ],
      },
      engagement: {
        max: 20,
        halfLifeDays: 10,
        behaviours: [
          { id: 'read', says: 'Read an article', match: { event: 'article' }, points: 4, atMost: 16 },
        ],
      },
      intent: {
        max: 40,
        rules: [{ id: 'demo', says: 'Wants a demo', points: 30, when: when('lead.wants_demo', '=', true) }],
      },
    },
    disqualify: [{ id: 'student', says: 'Student', when: when('lead.job_title', 'contains', 'student') }],
    tiers: [
      { id: 'hot', from: 70, followUp: 'PT1H' },
      { id: 'mql', from: 40, followUp: 'PT4H' },
      { id: 'nurture', from: 0 },
    ],
    handoff: { tier: 'mql' },
    routing: { fallback: { person: 'sal@small.example' } },
    hours: { timeZone: 'Europe/Berlin', week: { mon: [['09:00', '17:00']] } },
    signatures: [
      { party: 'marketing', by: 'mar@small.example' },
      { party: 'sales', by: 'sal@small.example' },
    ],
  },
};
