// What a refusal looks like on the wire: one RFC 9457 problem document per kind of refusal.
import * as z from 'zod';
import type { Refusal } from '../problem.ts';
import { named, type Answer } from './operation.ts';

type Kind = Refusal['kind'];

const part = () => z.union([z.string(), z.number()]);

/** One fault: what is wrong, where it stands, and what fills the sentence. */
export const issueShape = named('Issue', () =>
  z.strictObject({
    code: z.string().meta({ examples: ['required'] }),
    path: z.array(part()).meta({ examples: [['answers', 'email']] }),
    params: z.record(z.string(), part()).optional(),
  }),
);

type Described = {
  readonly status: number;
  readonly description: string;
  readonly more?: () => z.core.$ZodLooseShape;
};

const described = {
  malformed: {
    status: 400,
    description: 'The body cannot be read.',
    more: () => ({
      detail: z.string(),
      code: z.enum(['not_json', 'not_utf8', 'body_cut', 'too_deep', 'forbidden_key']),
    }),
  },
  forbidden: {
    status: 403,
    description: 'Whoever asks may not do this.',
    more: () => ({ detail: z.string() }),
  },
  unauthorised: { status: 401, description: 'A key is needed.', more: () => ({ detail: z.string() }) },
  origin_refused: {
    status: 403,
    description: 'This website may not send this form.',
    more: () => ({ detail: z.string() }),
  },
  unknown: { status: 404, description: 'There is nothing here.', more: () => ({ detail: z.string() }) },
  not_allowed: { status: 405, description: 'This method is not allowed here.' },
  conflict: { status: 409, description: 'This cannot be done now.', more: () => ({ detail: z.string() }) },
  too_large: { status: 413, description: 'The body is too large.', more: () => ({ detail: z.string() }) },
  unsupported_type: {
    status: 415,
    description: 'This content type cannot be read.',
    more: () => ({ detail: z.string() }),
  },
  invalid: {
    status: 422,
    description: 'Some values cannot be taken; every fault is told.',
    more: () => ({ issues: z.array(issueShape()).min(1) }),
  },
  too_many: {
    status: 429,
    description: 'This was asked too often; `Retry-After` says when to come back.',
    more: () => ({ detail: z.string() }),
  },
  bug: {
    status: 500,
    description: 'Something broke on our side; it has been logged under the request id.',
    more: () => ({ detail: z.string(), requestId: z.uuid() }),
  },
} as const satisfies Readonly<Record<Kind, Described>>;

type Dashed<K extends string> = K extends `${infer A}_${infer B}` ? `${A}-${Dashed<B>}` : K;

type ProblemOf<K extends Kind> = {
  type: `urn:baton:problem:${Dashed<K>}`;
  title: string;
  status: (typeof described)[K]['status'];
} & ((typeof described)[K] extends { more: () => infer More extends z.core.$ZodLooseShape }
  ? z.infer<z.ZodObject<More>>
  : unknown);

/** Every refusal as it is told; `type` says which. */
export type Problem = { [K in Kind]: ProblemOf<K> }[Kind];

const shapes = new Map<Kind, () => z.ZodType>();

function problemShape(kind: Kind): z.ZodType {
  const { status, more }: Described = described[kind];
  const known = shapes.get(kind);
  if (known !== undefined) return known();
  const name = kind.replaceAll(/(?:^|_)(.)/g, (_, letter: string) => letter.toUpperCase());
  const make = named(`${name}Problem`, () =>
    z.strictObject({
      type: z.literal(`urn:baton:problem:${kind.replaceAll('_', '-')}`),
      title: z.string(),
      status: z.literal(status),
      ...more?.(),
    }),
  );
  shapes.set(kind, make);
  return make();
}

/** The answers of these refusals, by status. */
export function refusals(...kinds: readonly Kind[]): Record<number, Answer> {
  return Object.fromEntries(
    kinds.map((kind): [number, Answer] => {
      const { status, description } = described[kind];
      return [status, { description, content: { 'application/problem+json': problemShape(kind) } }];
    }),
  );
}
