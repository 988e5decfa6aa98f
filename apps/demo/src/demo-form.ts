// Rampline's demo request: three short steps, and no question that its answers so far make pointless.

const choice = (id: string, label: string, more: object = {}): object => ({
  id,
  kind: 'choice',
  attribute: id,
  label,
  ...more,
});

/** The form for a website at these origins. */
export function demoForm(websites: readonly string[]): object {
  return {
    format: 1,
    id: 'demo',
    name: 'Request a demo',
    language: 'en',
    steps: [
      {
        id: 'you',
        title: 'About you',
        fields: [
          {
            id: 'name',
            kind: 'text',
            attribute: 'name',
            label: 'Your name',
            required: true,
            ask: 'untilKnown',
          },
          {
            id: 'email',
            kind: 'email',
            attribute: 'email',
            label: 'Work e-mail',
            required: true,
            ask: 'always',
          },
          choice('role', 'What do you do?', { required: true, ask: 'untilKnown' }),
        ],
      },
      {
        id: 'operation',
        title: 'Your operation',
        fields: [
          {
            id: 'company',
            kind: 'text',
            attribute: 'company',
            label: 'Company',
            required: true,
            ask: 'untilKnown',
          },
          choice('company_size', 'How many people work there?', { required: true, ask: 'untilKnown' }),
          choice('industry', 'Industry', { required: true, ask: 'untilKnown' }),
          {
            id: 'country',
            kind: 'country',
            attribute: 'country',
            label: 'Country',
            required: true,
            ask: 'untilKnown',
            default: { from: 'country' },
          },
          choice('current_tool', 'How do you plan shifts today?', { ask: 'progressive' }),
          {
            id: 'shift_workers',
            kind: 'number',
            attribute: 'shift_workers',
            label: 'How many of them work in shifts?',
            help: 'Roughly, over all sites.',
            required: true,
            min: 1,
            max: 100_000,
            whole: true,
            shownWhen: {
              combinator: 'and',
              rules: [{ field: 'answer.role', operator: 'in', value: ['manager', 'director', 'executive'] }],
            },
          },
        ],
      },
      {
        id: 'need',
        title: 'What you need',
        fields: [
          {
            id: 'goals',
            kind: 'choices',
            attribute: 'goals',
            label: 'What should get better?',
            required: true,
          },
          choice('timeline', 'When would you like to start?', { required: true }),
          {
            id: 'phone',
            kind: 'phone',
            attribute: 'phone',
            label: 'Phone',
            help: 'We call once, about this.',
            requiredWhen: {
              combinator: 'and',
              rules: [{ field: 'answer.timeline', operator: '=', value: 'now' }],
            },
          },
          {
            id: 'note',
            kind: 'textarea',
            attribute: 'note',
            label: 'Tell us more',
            maxLength: 2000,
            shownWhen: {
              combinator: 'and',
              rules: [{ field: 'answer.goals', operator: 'contains', value: 'other' }],
            },
            requiredWhen: {
              combinator: 'and',
              rules: [{ field: 'answer.goals', operator: '=', value: ['other'] }],
            },
          },
        ],
      },
    ],
    profiling: { maxProgressive: 1, order: 'listed' },
    outcomes: [
      {
        id: 'call',
        when: { tier: 'hot' },
        show: {
          kind: 'message',
          title: 'Thank you. We will call you shortly.',
          text: 'Somebody who has planned shifts like yours picks up the phone during our office hours, 9 to 18 Berlin time.',
        },
      },
      {
        id: 'thanks',
        show: {
          kind: 'message',
          title: 'Thank you. Your request is with us.',
          text: 'We read every request and answer within a working day.',
        },
      },
    ],
    consent: null,
    theme: { accent: '#c2410c', radius: 10 },
    translations: {},
    protection: {},
    websites,
  };
}
