// A catalogue and a short form that the tests of documents begin from, and ways to say what was found in one.
import type { Attribute, AttributeType } from '@baton/rules';
import { parseForm } from './document.ts';

const attribute = (id: string, type: AttributeType, more: Partial<Attribute> = {}): [string, Attribute] => [
  id,
  { id, label: id, type, about: 'person', ...more },
];
export const sizes = ['1-10', '11-50', '51-200'].map((id) => ({ id, label: id }));
export const catalogue = new Map([
  attribute('email', 'email'),
  attribute('role', 'text'),
  attribute('team_size', 'number'),
  attribute('news', 'boolean'),
  attribute('company_size', 'choice', { ordered: true, options: sizes }),
  attribute('tools', 'choices', { options: [{ id: 'crm', label: 'CRM' }] }),
  attribute('bare', 'choice'),
]);
export const context = { catalogue, behaviours: ['pricing'], tiers: ['hot', 'mql'] };

export const email = { id: 'email', kind: 'email', attribute: 'email', label: 'Work e-mail', required: true };
export const rule = (field: string, operator: string, value?: unknown) => ({
  combinator: 'and',
  rules: [{ field, operator, value }],
});
export const form = (fields: readonly unknown[], more: object = {}) => ({
  format: 1,
  id: 'demo',
  name: 'Request a demo',
  steps: [{ id: 's1', title: 'About you', fields: [email, ...fields] }],
  ...more,
});
/** The faults of a field that stands second in the form, by their paths inside it. */
export const faults = (field: object, more: object = {}) => told(parseForm(form([field], more), context), 4);
export const told = (parsed: ReturnType<typeof parseForm>, from = 0) =>
  parsed.ok ? [] : parsed.issues.map(({ code, path }) => [code, path.slice(from).join('.')]);
export const warned = (parsed: ReturnType<typeof parseForm>) =>
  parsed.warnings.map(({ code, path }) => [code, path.join('.')]);
