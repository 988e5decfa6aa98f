// The OpenAPI document that a running worker publishes, as a judge of its answers: each is held against what the
// document says of its status and content type.
import { isRecord } from '@baton/schema';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { expect } from 'vitest';

export type Json = Readonly<Record<string, unknown>>;

export type PublishedDocument = {
  readonly json: Json;
  /** Every answer that the document promises: `submit 201`. */
  readonly promised: readonly string[];
  /** Those that were seen so far. */
  readonly seen: ReadonlySet<string>;
  /** Fails unless the answer is one that the operation describes; gives its body, parsed where it is JSON. */
  readonly hold: (operation: string, answer: Response) => Promise<unknown>;
  /** Fails unless the body is one that the operation says it takes. */
  readonly holdRequest: (operation: string, body: unknown) => void;
};

type Described = { readonly id: string; readonly responses: Json; readonly requestBody: unknown };

export async function readPublished(base: string): Promise<PublishedDocument> {
  const json = recordOf(await (await fetch(`${base}/openapi.json`)).json());
  const operations = operationsOf(json);
  const ajv = new Ajv2020({ strictTypes: false, allErrors: true, validateFormats: false });
  ajv.addKeyword('components');
  const compiled = new Map<string, ValidateFunction>();
  const seen = new Set<string>();

  function named(operation: string): Described {
    const found = operations.find(({ id }) => id === operation);
    if (found === undefined) throw new Error(`No operation is called ${operation}.`);
    return found;
  }

  function check(name: string, content: Json, type: string, body: unknown): void {
    const schema = { ...recordOf(recordOf(content[type])['schema']), components: json['components'] };
    const validate = compiled.get(name) ?? ajv.compile(schema);
    compiled.set(name, validate);
    const isAsSaid = validate(body);
    expect(isAsSaid ? [] : validate.errors, `${name}: ${JSON.stringify(body).slice(0, 2000)}`).toEqual([]);
  }

  function holdRequest(operation: string, body: unknown): void {
    const content = recordOf(recordOf(named(operation).requestBody)['content']);
    check(`${operation} request`, content, 'application/json', body);
  }

  async function hold(operation: string, answer: Response): Promise<unknown> {
    const found = named(operation);
    const name = `${operation} ${answer.status}`;
    const text = await answer.text();
    expect(Object.keys(found.responses), `${name}: ${text.slice(0, 500)}`).toContain(String(answer.status));
    const described = recordOf(found.responses[String(answer.status)]);
    seen.add(name);
    const { content } = described;
    if (content === undefined) {
      expect(text, name).toBe('');
      return null;
    }
    const type = (answer.headers.get('content-type') ?? '').split(';', 1)[0] ?? '';
    const types = recordOf(content);
    expect(Object.keys(types), name).toContain(type);
    if (!/[/+]json$/.test(type)) return text;
    const body: unknown = JSON.parse(text);
    check(name, types, type, body);
    return body;
  }

  return {
    json,
    promised: operations.flatMap(({ id, responses }) =>
      Object.keys(responses).map((status) => `${id} ${status}`),
    ),
    seen,
    hold,
    holdRequest,
  };
}

/** Every operation of a document. */
function operationsOf(document: Json): Described[] {
  return Object.values(recordOf(document['paths'])).flatMap((path) =>
    Object.values(recordOf(path)).map((operation) => {
      const { operationId, responses, requestBody } = recordOf(operation);
      if (typeof operationId !== 'string') throw new Error('An operation without an id.');
      return { id: operationId, responses: recordOf(responses), requestBody };
    }),
  );
}

export function recordOf(value: unknown): Json {
  if (!isRecord(value)) throw new Error(`Not an object: ${JSON.stringify(value)}`);
  return value;
}
