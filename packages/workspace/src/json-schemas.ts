// The documents as JSON Schemas (2020-12), for editors and other people's tools. They say what a document looks like;
// what only holds between its parts is told when it is read.
import { agreementSchema } from '@baton/agreement';
import { formSchema } from '@baton/form/document';
import { operators } from '@baton/rules';
import * as z from 'zod';
import { attributeSchema } from './attribute-schema.ts';
import { destinationSchema } from './destination-schema.ts';
import { personSchema, teamSchema } from './person-schema.ts';

export type JsonSchema = { readonly [key: string]: unknown };

const condition: JsonSchema = {
  anyOf: [{ type: 'null' }, { $ref: '#/$defs/Group' }],
  description: 'react-querybuilder’s rule group; null holds.',
};

const conditions: JsonSchema = {
  Group: {
    type: 'object',
    required: ['combinator', 'rules'],
    properties: {
      combinator: { enum: ['and', 'or'] },
      not: { type: 'boolean' },
      rules: { type: 'array', items: { anyOf: [{ $ref: '#/$defs/Group' }, { $ref: '#/$defs/Rule' }] } },
    },
  },
  Rule: {
    type: 'object',
    required: ['field', 'operator'],
    properties: { field: { type: 'string' }, operator: { enum: [...operators] }, value: {} },
  },
};

const conditionKeys = new Set(['shownWhen', 'requiredWhen', 'requires', 'when']);

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Puts the shape of a condition wherever one stands; schemas of single documents do not know it. */
function withConditions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withConditions);
  if (!isSchema(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key !== 'properties' || !isSchema(inner)) return [key, withConditions(inner)];
      const properties = Object.entries(inner).map(([name, property]) => [
        name,
        propertySchema(inner, name, property),
      ]);
      return [key, Object.fromEntries(properties)];
    }),
  );
}

function propertySchema(siblings: JsonSchema, name: string, property: unknown): unknown {
  if (!conditionKeys.has(name)) return withConditions(property);
  // An outcome may also name a tier.
  if (name !== 'when' || !('show' in siblings)) return condition;
  const tier = { type: 'object', required: ['tier'], properties: { tier: { type: 'string' } } };
  return { anyOf: [tier, condition] };
}

function schemaOf(schema: z.ZodType): JsonSchema {
  const made = withConditions(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  if (!isSchema(made)) throw new Error('A JSON Schema is not an object.');
  const { $schema: _, ...rest } = made;
  return rest;
}

export const documentNames = ['workspace', 'form', 'agreement'] as const;

export type DocumentName = (typeof documentNames)[number];

function finished(
  name: DocumentName,
  title: string,
  schema: JsonSchema,
  definitions: JsonSchema,
): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:baton:schema:${name}:1`,
    title,
    ...schema,
    $defs: definitions,
  };
}

/** The schemas of format 1. */
export function documentSchemas(): Readonly<Record<DocumentName, JsonSchema>> {
  const form = schemaOf(formSchema());
  const agreement = schemaOf(agreementSchema);
  const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
  const workspace: JsonSchema = {
    type: 'object',
    required: ['format'],
    properties: {
      $schema: { type: 'string' },
      format: { const: 1 },
      name: { type: 'string', minLength: 1 },
      attributes: list(schemaOf(attributeSchema)),
      people: list(schemaOf(personSchema)),
      teams: list(schemaOf(teamSchema)),
      destinations: list(schemaOf(destinationSchema)),
      agreement: { anyOf: [{ type: 'null' }, { $ref: '#/$defs/Agreement' }] },
      forms: list({ $ref: '#/$defs/Form' }),
    },
  };
  const definitions = { Form: form, Agreement: agreement, ...conditions };
  return {
    form: finished('form', 'A form', form, conditions),
    agreement: finished('agreement', 'An agreement', agreement, conditions),
    workspace: finished('workspace', 'A workspace', workspace, definitions),
  };
}
