// The OpenAPI 3.1 document of all routes, from what each says of itself.
import * as z from 'zod';
import type { Answer, Content, JsonSchema, Operation } from './operation.ts';
import { refusals } from './refusals.ts';

type Io = 'input' | 'output';
type Components = Map<string, JsonSchema>;

const info = {
  title: 'Baton',
  version: '1',
  description:
    'The form that knows what a qualified lead is. Refusals are RFC 9457 problem documents everywhere; a method that an address does not know is answered 405, with `Allow`; instants are RFC 3339 in UTC. The documents of a workspace are published under /schemas.',
  license: { name: 'MIT', identifier: 'MIT' },
};

/** Operations in the order of their paths as given. Throws when two shapes claim one name. */
export function buildDocument(operations: readonly Operation[]): JsonSchema {
  const components: Components = new Map();
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    const { method, path } = operation;
    paths[path] = { ...paths[path], [method]: described(operation, components) };
  }
  return {
    openapi: '3.1.1',
    info,
    servers: [{ url: '/' }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: Object.fromEntries([...components].sort(([a], [b]) => (a < b ? -1 : 1))),
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          description:
            'A key that an admin has made, within its scopes; or the owner key (BATON_OWNER_KEY, or what the first start printed), which has all rights.',
        },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-baton',
          description:
            'Whoever is signed in, in their role. What changes something needs an `Origin` that is Baton’s own.',
        },
      },
    },
  };
}

function described(operation: Operation, components: Components): JsonSchema {
  const { id, tag, summary, description, right, body } = operation;
  const answers = {
    ...operation.answers,
    ...(right === undefined ? {} : refusals('unauthorised')),
    ...(right === undefined || right === 'none' ? {} : refusals('forbidden')),
    ...refusals('bug'),
  };
  const parameters = [...pathParameters(operation), ...queryParameters(operation, components)];
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    security: right === undefined ? [] : [{ session: [] }, { key: [] }],
    ...(right === undefined || right === 'none' ? {} : { 'x-baton-right': right }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: contentOf(body, 'input', components) } }),
    responses: Object.fromEntries(
      Object.entries(answers).map(([status, answer]) => [status, answerOf(answer, components)]),
    ),
  };
}

function pathParameters({ path, parameters = {} }: Operation): JsonSchema[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
    const description = parameters[name];
    if (description === undefined) throw new Error(`${path} does not say what ${name} is.`);
    return { name, in: 'path', required: true, description, schema: { type: 'string' } };
  });
}

function queryParameters({ query }: Operation, components: Components): JsonSchema[] {
  if (query === undefined) return [];
  const { properties } = schemaOf(query, 'input', components);
  if (!isSchema(properties)) return [];
  return Object.entries(properties).map(([name, schema]) => {
    const { description, ...rest } = isSchema(schema) ? schema : {};
    return { name, in: 'query', ...(description === undefined ? {} : { description }), schema: rest };
  });
}

function answerOf({ description, content, headers }: Answer, components: Components): JsonSchema {
  const told = Object.entries(headers ?? {}).map(([name, says]) => [
    name,
    { description: says, schema: { type: 'string' } },
  ]);
  return {
    description,
    ...(told.length === 0 ? {} : { headers: Object.fromEntries(told) }),
    ...(content === undefined ? {} : { content: contentOf(content, 'output', components) }),
  };
}

function contentOf(content: Content, io: Io, components: Components): JsonSchema {
  return Object.fromEntries(
    Object.entries(content).map(([type, shape]) => {
      const schema =
        shape instanceof z.ZodType ? schemaOf(shape, io, components) : absorbed(shape, components);
      return [type, { schema }];
    }),
  );
}

function schemaOf(shape: z.ZodType, io: Io, components: Components): JsonSchema {
  const made: unknown = JSON.parse(JSON.stringify(z.toJSONSchema(shape, { io })));
  if (!isSchema(made)) throw new Error('A JSON Schema is not an object.');
  return absorbed(made, components);
}

/** The schema, with the definitions it brings among the document's components. */
function absorbed(schema: JsonSchema, components: Components): JsonSchema {
  const { $schema: _dialect, $id: _id, $defs, ...rest } = schema;
  if (isSchema($defs)) {
    for (const [name, definition] of Object.entries($defs)) {
      const moved = relocated(definition);
      if (!isSchema(moved)) continue;
      const known = components.get(name);
      if (known !== undefined && JSON.stringify(known) !== JSON.stringify(moved)) {
        throw new Error(`Two shapes are named ${name}.`);
      }
      components.set(name, moved);
    }
  }
  const moved = relocated(rest);
  if (!isSchema(moved)) throw new Error('A JSON Schema is not an object.');
  return moved;
}

function relocated(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(relocated);
  if (!isSchema(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string'
        ? inner.replace('#/$defs/', '#/components/schemas/')
        : relocated(inner),
    ]),
  );
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
