// A form of three steps with conditions of every place, for journeys without JavaScript: within a step, over steps,
// a step as a whole, a question whose turn has not come, a sensitive one and a hidden one.
import { smallWorkspace } from '../desk/small-workspace.ts';

const is = (field: string, value: string): object => ({
  combinator: 'and',
  rules: [{ field: `answer.${field}`, operator: '=', value }],
});

export const trialForm = {
  format: 1,
  id: 'trial',
  name: 'Start a trial',
  description: 'Two weeks, everything included.',
  language: 'en',
  steps: [
    {
      id: 'you',
      title: 'About you',
      fields: [
        { id: 'email', kind: 'email', attribute: 'email', label: 'Work e-mail', required: true },
        { id: 'name', kind: 'text', attribute: 'name', label: 'Name', help: 'As on your badge.' },
        { id: 'role', kind: 'choice', attribute: 'role', label: 'Role', required: true },
        {
          id: 'team',
          kind: 'number',
          attribute: 'team_size',
          label: 'Team size',
          required: true,
          shownWhen: is('role', 'manager'),
        },
        { id: 'plan', kind: 'hidden', label: 'Plan', default: { from: 'url', name: 'plan' } },
        { id: 'later', kind: 'text', label: 'Asked of nobody yet', ask: 'progressive' },
      ],
    },
    {
      id: 'company',
      title: 'Your company',
      shownWhen: { ...is('role', 'student'), not: true },
      fields: [
        { id: 'size', kind: 'choice', attribute: 'company_size', label: 'Company size', required: true },
        { id: 'country', kind: 'country', label: 'Country' },
        { id: 'budget', kind: 'text', label: 'Budget', sensitive: true },
      ],
    },
    {
      id: 'need',
      title: 'What you need',
      fields: [
        {
          id: 'goals',
          kind: 'choices',
          label: 'What should get better?',
          required: true,
          options: [
            { id: 'speed', label: 'Answer leads faster' },
            { id: 'quality', label: 'Fewer leads that go nowhere' },
          ],
        },
        {
          id: 'partner',
          kind: 'text',
          label: 'Which partner sent you?',
          shownWhen: {
            combinator: 'and',
            rules: [{ field: 'visit.utm_source', operator: '=', value: 'partner' }],
          },
        },
        { id: 'message', kind: 'textarea', label: 'Anything else?' },
      ],
    },
  ],
  profiling: { maxProgressive: 0 },
  outcomes: [{ id: 'thanks', show: { kind: 'message', title: 'Thank you', text: 'We will write.' } }],
  translations: {
    de: {
      name: 'Probezeit beginnen',
      description: 'Zwei Wochen, alles dabei.',
      steps: { you: { title: 'Über Sie' } },
    },
  },
};

/** The same without the sensitive question. */
const openForm = {
  ...trialForm,
  id: 'open',
  steps: trialForm.steps.map((step) => ({
    ...step,
    fields: step.fields.filter(({ id }) => id !== 'budget'),
  })),
};

export const trialWorkspace = { ...smallWorkspace, destinations: [], forms: [trialForm, openForm] };
