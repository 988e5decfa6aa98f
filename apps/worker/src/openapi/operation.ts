// How a route says what it takes and what it answers. Everything is made when it is asked for: none of it may cost a
// visitor's first request anything.
import type * as z from 'zod';
import type { Right } from '../access/rights.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** What a body looks like, by media type: a schema of ours, or one that is JSON Schema already. */
export type Content = Readonly<Record<string, z.ZodType | JsonSchema>>;

export type Answer = {
  readonly description: string;
  /** Absent: without a body. */
  readonly content?: Content;
  /** What each header says. */
  readonly headers?: Readonly<Record<string, string>>;
};

type Tag =
  | 'Forms'
  | 'Visitors'
  | 'Workspace'
  | 'Agreement'
  | 'Leads'
  | 'Companies'
  | 'Deliveries'
  | 'Verdicts'
  | 'Review'
  | 'People'
  | 'Screens'
  | 'Operation';

export type Operation = {
  readonly method: 'get' | 'post' | 'put';
  /** As OpenAPI writes it: `/f/{form}`. */
  readonly path: string;
  /** As the route is registered, where that is more than `:form` for `{form}`. */
  readonly route?: string;
  readonly id: string;
  readonly tag: Tag;
  readonly summary: string;
  readonly description?: string;
  /** What whoever asks must be allowed to do; `none`: they must be somebody; absent: anybody may ask. */
  readonly right?: Right | 'none';
  /** What each parameter of the path is. */
  readonly parameters?: Readonly<Record<string, string>>;
  readonly query?: z.ZodObject;
  readonly body?: Content;
  /** By status. What a bug and a missing key answer is added to all that can have them. */
  readonly answers: Readonly<Record<number, Answer>>;
};

/** A named shape: one component of the document however often it is used, made when it is first asked for. */
export function named<T extends z.ZodType>(id: string, make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make().meta({ id });
    return made;
  };
}

/** A JSON body. */
export function json(shape: z.ZodType | JsonSchema): Content {
  return { 'application/json': shape };
}

const text: JsonSchema = { type: 'string' };

export const page: Content = { 'text/html': text };
export const script: Content = { 'text/javascript': text };
export const styleSheet: Content = { 'text/css': text };
