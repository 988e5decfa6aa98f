// Forms that this package's tests and measurements draw: a believable demo request, and one field of every kind.
import { formLogic } from '@baton/form';
import type { Field, FieldKind, Form } from '@baton/form';
import type { PublishedForm } from '../src/render/published-form.ts';

const base = {
  format: 1,
  language: 'en',
  profiling: { maxProgressive: 3, order: 'listed' },
  outcomes: [
    { id: 'thanks', show: { kind: 'message', title: 'Thank you', text: 'We answer within four hours.' } },
  ],
  consent: null,
  theme: {},
  translations: {},
  protection: {},
  websites: [],
} as const satisfies Partial<Form>;

/** A form as a version that is published. */
export function publish(form: Partial<Form> & Pick<Form, 'steps'>, version = 3): PublishedForm {
  const whole: Form = { ...base, id: 'demo', name: 'Request a demo', ...form };
  return { form: whole, version, logic: formLogic(whole, new Map()) };
}

/** One step of these fields. */
export function publishFields(...fields: readonly Field[]): PublishedForm {
  return publish({ steps: [{ id: 's1', title: 'About you', fields }] });
}

const sizes = ['1–10', '11–50', '51–200', '201–1,000', 'More than 1,000'];

const furtherFields: readonly (readonly Field[])[] = [
  [{ id: 'phone', kind: 'phone', label: 'Phone', help: 'Only to arrange the demo.' }],
  [
    {
      id: 'tool',
      kind: 'text',
      label: 'What do you use today?',
      maxLength: 200,
      shownWhen: {
        combinator: 'or',
        rules: [
          { field: 'answer.size', operator: 'in', value: ['s3', 's4'] },
          { field: 'visit.utm_source', operator: 'contains', value: 'partner' },
        ],
      },
    },
  ],
  [
    {
      id: 'start',
      kind: 'date',
      label: 'When would you like to start?',
      shownWhen: { combinator: 'and', rules: [{ field: 'answer.urgency', operator: '>=', value: 3 }] },
    },
  ],
];

/** Three steps, twelve fields: what a software company asks before a demo. */
export const demoRequest: PublishedForm = publish({
  steps: [
    {
      id: 'you',
      title: 'About you',
      fields: [
        { id: 'name', kind: 'text', attribute: 'full_name', label: 'Name', required: true },
        {
          id: 'email',
          kind: 'email',
          attribute: 'email',
          label: 'Work e-mail',
          required: true,
          placeholder: 'name@company.com',
        },
        {
          id: 'role',
          kind: 'choice',
          label: 'What describes you best?',
          required: true,
          options: [
            { id: 'manager', label: 'I lead a team' },
            { id: 'maker', label: 'I build things' },
            { id: 'student', label: 'I study' },
          ],
        },
        {
          id: 'team',
          kind: 'number',
          label: 'Team size',
          whole: true,
          min: 1,
          help: 'People who report to you, roughly.',
          shownWhen: {
            combinator: 'and',
            rules: [{ field: 'answer.role', operator: '=', value: 'manager' }],
          },
          requiredWhen: {
            combinator: 'and',
            rules: [{ field: 'answer.role', operator: '=', value: 'manager' }],
          },
        },
      ],
    },
    {
      id: 'company',
      title: 'Your company',
      fields: [
        { id: 'company', kind: 'text', attribute: 'company_name', label: 'Company', required: true },
        {
          id: 'size',
          kind: 'choice',
          label: 'Company size',
          required: true,
          options: sizes.map((label, index) => ({ id: `s${index}`, label })),
        },
        { id: 'country', kind: 'country', label: 'Country', required: true },
        { id: 'website', kind: 'url', label: 'Website', placeholder: 'company.com' },
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
          help: 'Choose as many as you like.',
          options: [
            { id: 'speed', label: 'Answer leads faster' },
            { id: 'quality', label: 'Fewer leads that go nowhere' },
            { id: 'proof', label: 'Know what marketing brings' },
          ],
        },
        { id: 'urgency', kind: 'rating', label: 'How urgent is it?', max: 5 },
        {
          id: 'message',
          kind: 'textarea',
          label: 'Anything we should know?',
          placeholder: 'What you use today, and what is in the way',
        },
        { id: 'news', kind: 'consent', label: 'Send me the monthly letter. I can leave it at any time.' },
      ],
    },
  ],
  translations: {
    de: {
      name: 'Vorführung anfragen',
      steps: { you: { title: 'Über Sie' } },
      fields: {
        role: { label: 'Was beschreibt Sie am besten?', options: { manager: 'Ich leite ein Team' } },
      },
      texts: { send: 'Jetzt anfragen' },
    },
  },
  consent: { text: 'We use your answers to reply to you.', url: 'https://www.example.com/privacy' },
});

/** The measure of this package: fifteen fields in three steps, with conditions of several kinds. */
export const fifteenFields: PublishedForm = publish({
  steps: demoRequest.form.steps.map((step, index) => ({
    ...step,
    fields: [...step.fields, ...(furtherFields[index] ?? [])],
  })),
  consent: demoRequest.form.consent,
});

const goals = ['Answer leads faster', 'Fewer leads that go nowhere', 'Know what marketing brings'];

/** Fifteen fields in three steps as most forms have them: nothing that brings a part or a list of its own. */
export const plainFifteen: PublishedForm = publish({
  steps: [
    {
      id: 'you',
      title: 'About you',
      fields: [
        { id: 'first_name', kind: 'text', label: 'First name', required: true },
        { id: 'last_name', kind: 'text', label: 'Last name', required: true },
        { id: 'email', kind: 'email', label: 'Work e-mail', required: true },
        { id: 'phone', kind: 'phone', label: 'Phone' },
        { id: 'job_title', kind: 'text', label: 'Job title' },
      ],
    },
    {
      id: 'company',
      title: 'Your company',
      fields: [
        { id: 'company', kind: 'text', label: 'Company', required: true },
        { id: 'website', kind: 'url', label: 'Website' },
        {
          id: 'size',
          kind: 'choice',
          label: 'Company size',
          required: true,
          options: sizes.map((label, index) => ({ id: `s${index}`, label })),
        },
        { id: 'team', kind: 'number', label: 'Team size', whole: true, min: 1 },
        {
          id: 'tool',
          kind: 'text',
          label: 'What do you use today?',
          shownWhen: {
            combinator: 'and',
            rules: [{ field: 'answer.size', operator: 'in', value: ['s3', 's4'] }],
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
          label: 'What should get better?',
          options: goals.map((label, index) => ({ id: `g${index}`, label })),
        },
        {
          id: 'urgency',
          kind: 'choice',
          label: 'When do you want to begin?',
          required: true,
          options: ['At once', 'On a certain day', 'We are only looking'].map((label, index) => ({
            id: `u${index}`,
            label,
          })),
        },
        {
          id: 'start',
          kind: 'date',
          label: 'On which day?',
          shownWhen: {
            combinator: 'and',
            rules: [{ field: 'answer.urgency', operator: '=', value: 'u1' }],
          },
        },
        { id: 'source', kind: 'text', label: 'How did you hear of us?' },
        { id: 'message', kind: 'textarea', label: 'Anything we should know?' },
      ],
    },
  ],
});

/** The least of what a field of each kind needs. */
export const fieldOfKind: Readonly<Record<FieldKind, Field>> = {
  text: { id: 'f_text', kind: 'text', label: 'Text' },
  textarea: { id: 'f_textarea', kind: 'textarea', label: 'Textarea' },
  email: { id: 'f_email', kind: 'email', label: 'Email' },
  phone: { id: 'f_phone', kind: 'phone', label: 'Phone' },
  url: { id: 'f_url', kind: 'url', label: 'Website' },
  number: { id: 'f_number', kind: 'number', label: 'Number' },
  date: { id: 'f_date', kind: 'date', label: 'Date' },
  country: { id: 'f_country', kind: 'country', label: 'Country' },
  choice: {
    id: 'f_choice',
    kind: 'choice',
    label: 'Choice',
    options: [
      { id: 'a', label: 'A' },
      { id: 'b', label: 'B' },
    ],
  },
  choices: {
    id: 'f_choices',
    kind: 'choices',
    label: 'Choices',
    options: [
      { id: 'a', label: 'A' },
      { id: 'b', label: 'B' },
    ],
  },
  rating: { id: 'f_rating', kind: 'rating', label: 'Rating' },
  consent: { id: 'f_consent', kind: 'consent', label: 'Consent' },
  hidden: { id: 'f_hidden', kind: 'hidden', label: '', default: { from: 'url', name: 'plan' } },
  statement: { id: 'f_statement', kind: 'statement', label: '', text: 'Statement' },
};

/** Every kind of field, fields whose names stand in the way of a form's own properties, and a conditional step. */
export const everyKind: PublishedForm = publish({
  steps: [
    {
      id: 'first',
      title: 'Everything',
      fields: [
        { ...fieldOfKind.email, required: true },
        fieldOfKind.text,
        fieldOfKind.textarea,
        fieldOfKind.phone,
        fieldOfKind.url,
        { ...fieldOfKind.number, sensitive: true },
        fieldOfKind.date,
        fieldOfKind.country,
        fieldOfKind.choice,
        fieldOfKind.choices,
        fieldOfKind.rating,
        fieldOfKind.consent,
        fieldOfKind.hidden,
        fieldOfKind.statement,
        { id: 'elements', kind: 'text', label: 'Elements' },
        { id: 'submit', kind: 'text', label: 'Submit' },
        { id: 'style', kind: 'text', label: 'Style' },
      ],
    },
    {
      id: 'second',
      title: 'Only for B',
      shownWhen: { combinator: 'and', rules: [{ field: 'answer.f_choice', operator: '=', value: 'b' }] },
      fields: [{ id: 'more', kind: 'text', label: 'More', required: true }],
    },
    { id: 'third', title: 'Last', fields: [{ id: 'last', kind: 'text', label: 'Last words' }] },
  ],
});
