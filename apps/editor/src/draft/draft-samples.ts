// A small form with logic in it, for this folder's own tests.
import type { Attribute, Condition, Operator, Rule } from '@baton/rules';
import type { FormDraft } from './form-draft.ts';
import type { Surroundings } from './readables.ts';

export const rule = (field: string, operator: Operator, value?: unknown): Rule =>
  value === undefined ? { field, operator } : { field, operator, value };

export const all = (...rules: NonNullable<Condition>['rules']): NonNullable<Condition> => ({
  combinator: 'and',
  rules,
});

export const any = (...rules: NonNullable<Condition>['rules']): NonNullable<Condition> => ({
  combinator: 'or',
  rules,
});

export const roleIsManager = all(rule('answer.role', '=', 'manager'));

export const sampleDraft: FormDraft = {
  format: 1,
  id: 'demo',
  name: 'Demo',
  steps: [
    {
      id: 'about',
      title: 'About you',
      fields: [
        { id: 'email', kind: 'email', label: 'Work e-mail', attribute: 'email', required: true },
        {
          id: 'role',
          kind: 'choice',
          label: 'Role',
          attribute: 'role',
          other: { label: 'Something else', question: 'What?' },
        },
        { id: 'team', kind: 'number', label: 'Team size', shownWhen: roleIsManager },
      ],
    },
    {
      id: 'plan',
      title: '',
      shownWhen: all(rule('answer.team', '>=', 10)),
      fields: [
        { id: 'start', kind: 'date', label: 'Start', requiredWhen: all(rule('answer.role', 'notNull')) },
        {
          id: 'uses',
          kind: 'choices',
          label: 'Uses',
          options: [
            { id: 'crm', label: 'CRM' },
            { id: 'ads', label: 'Ads' },
          ],
        },
        { id: 'note', kind: 'statement', label: '', text: 'Nearly there.' },
        { id: 'yes', kind: 'consent', label: 'I agree' },
        { id: 'from', kind: 'hidden', label: 'Country', default: { from: 'country' } },
        { id: 'why', kind: 'textarea', label: 'Why' },
      ],
    },
  ],
  outcomes: [
    { id: 'book', when: { tier: 'hot' }, show: { kind: 'booking', url: 'https://cal.com/x' } },
    { id: 'big', when: all(rule('lead.role', '>', 'user')), show: { kind: 'message', title: 'Hello' } },
    { id: 'thanks', show: { kind: 'message' } },
  ],
};

const attributes: readonly Attribute[] = [
  { id: 'email', label: 'E-mail', type: 'email', about: 'person' },
  {
    id: 'role',
    label: 'Role',
    type: 'choice',
    about: 'person',
    ordered: true,
    options: [
      { id: 'user', label: 'User' },
      { id: 'manager', label: 'Manager' },
    ],
  },
  { id: 'land', label: 'Country', type: 'country', about: 'company' },
];

export const sampleSurroundings: Surroundings = {
  attributes: new Map(attributes.map((attribute) => [attribute.id, attribute])),
  agreement: {
    tiers: [
      { id: 'hot', from: 75 },
      { id: 'mql', from: 50 },
    ],
    behaviours: [{ id: 'pricing', says: 'Viewed pricing' }],
  },
};
