import type { Attribute, Catalogue } from '@baton/rules';
import { expect, test } from 'vitest';
import { jobTitleAttribute, jobTitleIds } from './job-title-attribute.ts';

const text = (id: string): Attribute => ({ id, label: id, type: 'text', about: 'person' });
const catalogue = (...attributes: Attribute[]): Catalogue => new Map(attributes.map((one) => [one.id, one]));

test('the surest id wins, in whatever order the workspace names them', () => {
  expect(jobTitleAttribute(catalogue(text('position'), text('job_title')))?.id).toBe('job_title');
  expect(jobTitleAttribute(catalogue(text('function'), text('title')))?.id).toBe('title');
});

test.each(jobTitleIds)('%s alone is found', (id) => {
  expect(jobTitleAttribute(catalogue(text('city'), text(id)))?.id).toBe(id);
});

test('a choice, or a text about the company, is passed over', () => {
  const salutation: Attribute = {
    ...text('title'),
    type: 'choice',
    options: [{ id: 'dr', label: 'Dr' }],
  };
  const ofCompany: Attribute = { ...text('function'), about: 'company' };
  expect(jobTitleAttribute(catalogue(salutation, ofCompany))).toBeNull();
  expect(jobTitleAttribute(catalogue(salutation, ofCompany, text('role')))?.id).toBe('role');
});

test('an empty catalogue holds no job title', () => {
  expect(jobTitleAttribute(catalogue())).toBeNull();
});
