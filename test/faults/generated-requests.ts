// Requests that nobody thought of, for every route that the worker describes: its address, query, headers and body,
// mostly as they should be. A parameter that is new here throws until somebody says what it may be.
import { isRecord } from '@baton/schema';
import * as fc from 'fast-check';
import { formText, jsonText, writtenBodies } from './generated-bodies.ts';
import type { Json } from './baton.ts';
import { odd, valueOf } from './generated-values.ts';

/** Stands for the token of a verdict link; put in when the request is sent. */
export const someToken = 'SOME-TOKEN';
/** Where the public id of a submission belongs. */
export const someSubmission = 'SOME-SUBMISSION';

export type Route = {
  readonly id: string;
  readonly method: string;
  /** As OpenAPI writes it. */
  readonly path: string;
  readonly owner: boolean;
  readonly operation: Json;
};

export type Generated = {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Its address is not what the route asks for, and may lead elsewhere. */
  readonly isBent: boolean;
};

/** Every operation of the document, and `OPTIONS` of each of its addresses. */
export function routesOf(document: Json): Route[] {
  const paths = isRecord(document['paths']) ? document['paths'] : {};
  return Object.entries(paths).flatMap(([path, operations]) => {
    const known = Object.entries(isRecord(operations) ? operations : {}).map(([method, operation]): Route => {
      if (!isRecord(operation)) throw new Error(`${method} ${path} is not described.`);
      const { operationId, security } = operation;
      const owner = Array.isArray(security) && security.length > 0;
      return { id: String(operationId), method: method.toUpperCase(), path, owner, operation };
    });
    const owner = known.some((route) => route.owner);
    return [...known, { id: `OPTIONS ${path}`, method: 'OPTIONS', path, owner, operation: {} }];
  });
}

/** What may stand in an address. Several, where routes name different things alike. */
const parameters: Readonly<Record<string, readonly string[]>> = {
  form: ['demo'],
  token: [someToken],
  // Of a schema, and of a part of the form's script.
  name: ['workspace', 'agreement', 'api'],
  id: ['some'],
  email: ['ann@baton.example', 'vp@baton.example', 'nobody@baton.example'],
  version: ['1', '9'],
  submission: [someSubmission, 'sub_nobody'],
  session: ['some'],
  domain: ['acme.example', 'none'],
  source: ['crm'],
  number: ['volume', 'cycle', 'none'],
  // Of the editor.
  place: ['demo', 'demo/build', 'none'],
};

const oddSegments =
  "%00 % %zz %ff%fe %2e%2e ..%2f demo%2f demo.js demo~demo ~ a.b.c.d DEMO '-- demo;a=b __proto__ constructor".split(
    ' ',
  );
const oddSegment = fc.oneof(
  fc.constantFrom(...oddSegments, 'x'.repeat(3_000), encoded('💩'), encoded('<script>alert(1)</script>')),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }).map(encoded),
);

const oddHeader = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.constantFrom(
    '',
    ',',
    ';;;',
    'null',
    '*',
    '*/*;q=2',
    'br;q=0, gzip',
    'x'.repeat(4_000),
    'de-AT, en;q=.8',
  ),
);
const headers = fc.record(
  {
    origin: fc.oneof(oddHeader, fc.constantFrom('https://www.example.com', 'http://[::1', 'file://')),
    referer: oddHeader,
    'user-agent': oddHeader,
    'accept-language': oddHeader,
    'accept-encoding': oddHeader,
    'if-none-match': oddHeader,
    authorization: fc.oneof(oddHeader, fc.constantFrom('Bearer ', 'Bearer x', 'bearer undefined')),
    'access-control-request-method': oddHeader,
  },
  { requiredKeys: [] },
);

/** Requests to one route. */
export function requestTo(route: Route, definitions: Json): fc.Arbitrary<Generated> {
  const [type, body] = bodyOf(route, definitions);
  return fc
    .record({
      sane: sanePath(route.path),
      segment: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: oddSegment }),
      query: queryOf(route, definitions),
      headers: fc.oneof(fc.constant({}), headers),
      type: fc.oneof(
        { weight: 24, arbitrary: fc.constant(type) },
        { weight: 1, arbitrary: fc.oneof(oddHeader, fc.constant('multipart/form-data')) },
      ),
      body,
    })
    .map(({ sane, segment, query, headers: given, type: sent, body: text }) => ({
      path: (segment === null ? sane : route.path.replaceAll(/\{\w+\}/g, () => segment)) + query,
      headers: { ...given, ...(text === '' ? {} : { 'content-type': sent }) },
      body: text,
      isBent: segment !== null,
    }));
}

function sanePath(path: string): fc.Arbitrary<string> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return fc.tuple(...names.map((name) => fc.constantFrom(...known(name, path)))).map((values) => {
    const left = [...values];
    return path.replaceAll(/\{\w+\}/g, () => left.shift() ?? '');
  });
}

function known(parameter: string, path: string): readonly string[] {
  // The one form that asks for work.
  const values = path.endsWith('/challenge') ? ['demo', 'working'] : parameters[parameter];
  if (values === undefined) throw new Error(`Nobody has said what may stand for {${parameter}} in ${path}.`);
  return values;
}

function queryOf({ operation }: Route, definitions: Json): fc.Arbitrary<string> {
  const described = Array.isArray(operation['parameters']) ? operation['parameters'].filter(isRecord) : [];
  const known = described
    .filter((one) => one['in'] === 'query')
    .map((one) =>
      valueOf(one['schema'], definitions).map((value) => `${String(one['name'])}=${encoded(String(value))}`),
    );
  const any = fc
    .tuple(fc.string({ maxLength: 10 }), odd)
    .map(([name, value]) => `${encoded(name)}=${encoded(JSON.stringify(value) ?? '')}`);
  const raw = fc.constantFrom(
    '&&',
    '=',
    '%',
    'a=%zz',
    'lang=%00',
    'hosted',
    'email=a%40x.example',
    'lang=../..',
  );
  return fc
    .array(fc.oneof(...known, any, raw), { maxLength: 3 })
    .map((parts) => (parts.length === 0 ? '' : `?${parts.join('&')}`));
}

/** What is sent as which type; nothing where the route takes nothing, but now and then something all the same. */
function bodyOf(route: Route, definitions: Json): [type: string, body: fc.Arbitrary<string>] {
  const taken = isRecord(route.operation['requestBody']) ? route.operation['requestBody']['content'] : null;
  const [type, content] = isRecord(taken) ? (Object.entries(taken)[0] ?? []) : [];
  if (type === undefined || !isRecord(content)) {
    const stray = route.method === 'POST' ? fc.constantFrom('', '', '', '{}', 'a=b') : fc.constant('');
    return ['application/json', stray];
  }
  // Nobody without the key is read at all.
  if (route.owner) return [type, jsonText(odd)];
  const written = writtenBodies[route.id];
  if (written !== undefined) return [type, written];
  const values = valueOf(content['schema'], definitions);
  if (type.endsWith('json')) return [type, jsonText(values)];
  return [type, formText(values.map((value) => (isRecord(value) ? value : { value })))];
}

function encoded(text: string): string {
  // Half a surrogate pair cannot be written in an address.
  return encodeURIComponent(Buffer.from(text, 'utf8').toString('utf8'));
}
