// A workspace just large enough to reach every state of the ledger.

export const smallWorkspace = {
  format: 1,
  name: 'Small',
  attributes: [
    { id: 'email', label: 'E-mail', type: 'email', about: 'person' },
    { id: 'name', label: 'Name', type: 'text', about: 'person' },
    {
      id: 'company_size',
      label: 'Company size',
      type: 'choice',
      about: 'company',
      ordered: true,
      options: [
        { id: '1-10', label: '1–10' },
        { id: '11-50', label: '11–50' },
        { id: '51-500', label: '51–500' },
      ],
    },
    { id: 'team_size', label: 'Team size', type: 'number', about: 'company' },
    {
      id: 'role',
      label: 'Role',
      type: 'choice',
      about: 'person',
      options: [
        { id: 'manager', label: 'Manager' },
        { id: 'student', label: 'Student' },
        { id: 'other', label: 'Other' },
      ],
    },
  ],
  people: [
    { email: 'cmo@baton.example', name: 'Mia Marketing', party: 'marketing' },
    { email: 'vp@baton.example', name: 'Val Sales', party: 'sales' },
    { email: 'ann@baton.example', name: 'Ann', party: 'sales' },
    { email: 'bob@baton.example', name: 'Bob', party: 'sales' },
  ],
  teams: [{ id: 'all', members: ['ann@baton.example', 'bob@baton.example'] }],
  destinations: [
    { id: 'crm', kind: 'webhook', url: 'https://crm.example/hook', on: ['lead.handed_off'] },
    {
      id: 'everything',
      kind: 'webhook',
      url: 'https://log.example/hook',
      on: ['lead.received', 'lead.accepted', 'lead.rejected'],
    },
  ],
  agreement: {
    format: 1,
    title: 'Agreement',
    definitions: { mql: 'm', sal: 's', sql: 'q', opportunity: 'o' },
    score: {
      fit: {
        max: 60,
        rules: [
          {
            id: 'size',
            says: 'More than ten people',
            points: 40,
            when: {
              combinator: 'and',
              rules: [{ field: 'lead.company_size', operator: '>=', value: '11-50' }],
            },
          },
          {
            id: 'manager',
            says: 'A manager',
            points: 20,
            when: { combinator: 'and', rules: [{ field: 'lead.role', operator: '=', value: 'manager' }] },
          },
        ],
      },
      engagement: {
        max: 25,
        halfLifeDays: 14,
        behaviours: [
          { id: 'blog', says: 'Read an article', match: { path: '/blog/*' }, points: 5, atMost: 10 },
        ],
      },
      intent: {
        max: 40,
        halfLifeDays: 30,
        behaviours: [
          { id: 'pricing', says: 'Viewed pricing', match: { path: '/pricing*' }, points: 15, atMost: 30 },
        ],
        rules: [],
      },
    },
    disqualify: [
      {
        id: 'student',
        says: 'Student',
        when: { combinator: 'and', rules: [{ field: 'lead.role', operator: '=', value: 'student' }] },
      },
    ],
    tiers: [
      { id: 'hot', from: 75, followUp: 'PT15M' },
      { id: 'mql', from: 50, followUp: 'PT4H' },
      { id: 'nurture', from: 0 },
    ],
    handoff: { tier: 'mql', requires: null, hysteresis: 5, again: 'P90D' },
    routing: {
      rules: [{ id: 'everybody', when: null, to: { team: 'all' } }],
      fallback: { person: 'vp@baton.example' },
      keepOwner: false,
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
      holidays: [],
    },
    escalate: [],
    // So that a Desk with nothing to do has no alarm; without it there is a review each quarter.
    review: { every: 'never' },
    rejections: [{ id: 'too_small', says: 'Company too small', blames: ['size'] }],
    signatures: [
      { party: 'marketing', by: 'cmo@baton.example' },
      { party: 'sales', by: 'vp@baton.example' },
    ],
  },
  forms: [
    {
      format: 1,
      id: 'demo',
      name: 'Request a demo',
      language: 'en',
      steps: [
        {
          id: 's1',
          title: 'About you',
          shownWhen: null,
          fields: [
            {
              id: 'email',
              kind: 'email',
              attribute: 'email',
              label: 'Work e-mail',
              required: true,
              ask: 'always',
            },
            { id: 'name', kind: 'text', attribute: 'name', label: 'Name' },
            {
              id: 'size',
              kind: 'choice',
              attribute: 'company_size',
              label: 'Company size',
              required: true,
              ask: 'untilKnown',
            },
            { id: 'role', kind: 'choice', attribute: 'role', label: 'Role' },
            {
              id: 'team',
              kind: 'number',
              attribute: 'team_size',
              label: 'Team size',
              required: true,
              shownWhen: {
                combinator: 'and',
                rules: [{ field: 'answer.role', operator: '=', value: 'manager' }],
              },
            },
          ],
        },
      ],
      outcomes: [
        { id: 'booked', when: { tier: 'hot' }, show: { kind: 'redirect', url: 'https://cal.example/demo' } },
        { id: 'thanks', show: { kind: 'message', title: 'Thank you', text: 'We will write.' } },
      ],
    },
  ],
};

/** A copy whose agreement nobody has signed. */
export function unsigned(): typeof smallWorkspace {
  return { ...smallWorkspace, agreement: { ...smallWorkspace.agreement, signatures: [] } };
}
