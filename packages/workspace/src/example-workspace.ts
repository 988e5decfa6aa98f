// A workspace for this package's tests: every part is there, and every part names others.

export const exampleWorkspace = {
  format: 1,
  name: 'Example',
  attributes: [
    { id: 'email', label: 'E-mail', type: 'email', about: 'person' },
    {
      id: 'size',
      label: 'Company size',
      type: 'choice',
      about: 'company',
      ordered: true,
      options: [
        { id: 'small', label: 'Small' },
        { id: 'large', label: 'Large' },
      ],
    },
  ],
  people: [
    { email: 'Mia@example.com ', name: 'Mia', party: 'marketing' },
    { email: 'sal@example.com', name: 'Sal', party: 'sales', weight: 2, capacity: 5 },
  ],
  teams: [{ id: 'all', name: 'Everybody', members: ['sal@example.com'] }],
  destinations: [
    { id: 'crm', kind: 'webhook', url: 'https://crm.example/hook', on: ['lead.handed_off'], tiers: ['hot'] },
    { id: 'desk', kind: 'email', to: 'desk@example.com' },
  ],
  agreement: {
    format: 1,
    title: 'Agreement',
    score: {
      fit: {
        max: 60,
        rules: [
          {
            id: 'size',
            says: 'Large',
            points: 60,
            when: { combinator: 'and', rules: [{ field: 'lead.size', operator: '=', value: 'large' }] },
          },
        ],
      },
      intent: {
        max: 40,
        behaviours: [{ id: 'pricing', says: 'Viewed pricing', match: { path: '/pricing*' }, points: 15 }],
      },
    },
    tiers: [
      { id: 'hot', from: 50, followUp: 'PT1H' },
      { id: 'cold', from: 0 },
    ],
    handoff: { tier: 'hot' },
    routing: {
      rules: [{ id: 'all', when: null, to: { team: 'all' } }],
      fallback: { person: 'sal@example.com' },
    },
    hours: { timeZone: 'Europe/Berlin', week: { mon: [['09:00', '17:00']] } },
    rejections: [{ id: 'too_small', says: 'Too small', blames: ['size'] }],
    signatures: [
      { party: 'marketing', by: 'mia@example.com' },
      { party: 'sales', by: 'sal@example.com' },
    ],
  },
  forms: [
    {
      format: 1,
      id: 'demo',
      name: 'Demo',
      language: 'en',
      steps: [
        {
          id: 's1',
          title: 'You',
          fields: [
            { id: 'email', kind: 'email', attribute: 'email', label: 'E-mail', required: true },
            { id: 'size', kind: 'choice', attribute: 'size', label: 'Size' },
            {
              id: 'why',
              kind: 'text',
              label: 'Why?',
              shownWhen: {
                combinator: 'and',
                rules: [{ field: 'answer.size', operator: '=', value: 'large' }],
              },
            },
          ],
        },
      ],
      outcomes: [
        { id: 'call', when: { tier: 'hot' }, show: { kind: 'message', title: 'We call you' } },
        { id: 'thanks', show: { kind: 'message', title: 'Thank you' } },
      ],
    },
  ],
};

export type Example = typeof exampleWorkspace;
