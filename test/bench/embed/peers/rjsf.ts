// @rjsf/core with its usual validator.
import Form from '@rjsf/core';
import type { RJSFSchema, UiSchema } from '@rjsf/utils';
import validator from '@rjsf/validator-ajv8';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import type { Question } from '../questions.ts';
import { optionsOf, questions } from './given.ts';
import { place } from './place.ts';

function typeOf(question: Question): RJSFSchema {
  const { kind, label: title } = question;
  const oneOf = optionsOf(question).map(({ id, label }) => ({ const: id, title: label }));
  if (kind === 'one' || kind === 'list') return { type: 'string', title, oneOf };
  if (kind === 'many') return { type: 'array', title, uniqueItems: true, items: { type: 'string', oneOf } };
  if (kind === 'yes') return { type: 'boolean', title };
  if (kind === 'number') return { type: 'integer', title };
  if (kind === 'email' || kind === 'date') return { type: 'string', title, format: kind };
  return { type: 'string', title };
}

const always = questions.filter(({ when }) => !when);
const schema: RJSFSchema = {
  type: 'object',
  properties: Object.fromEntries(always.map((question) => [question.id, typeOf(question)])),
  required: always.filter(({ required }) => required).map(({ id }) => id),
  allOf: questions.flatMap((question) => {
    const { id, when } = question;
    if (!when) return [];
    const holds = { properties: { [when.question]: { enum: [...when.is] } }, required: [when.question] };
    // oxlint-disable-next-line unicorn/no-thenable -- that is how JSON Schema says it
    return [{ if: holds, then: { properties: { [id]: typeOf(question) } } }];
  }),
};

const widgets: Readonly<Partial<Record<Question['kind'], string>>> = {
  one: 'radio',
  many: 'checkboxes',
  textarea: 'textarea',
};

const uiSchema: UiSchema = { 'ui:order': questions.map(({ id }) => id) };
for (const { id, kind, help, placeholder } of questions) {
  uiSchema[id] = {
    'ui:placeholder': placeholder,
    'ui:help': help,
    ...(widgets[kind] && { 'ui:widget': widgets[kind] }),
  };
}

// Else the first choice would be taken already.
const experimental_defaultFormStateBehavior = { constAsDefaults: 'never' } as const;
createRoot(place()).render(
  createElement(Form, {
    schema,
    uiSchema,
    validator,
    noHtml5Validate: true,
    experimental_defaultFormStateBehavior,
  }),
);
