import type { Catalogue, Issue, Parsed } from '@baton/rules';
import type { Form } from './types.ts';

export type FormContext = {
  readonly catalogue: Catalogue;
  /** Ids of the agreement's behaviours. */
  readonly behaviours: Iterable<string>;
  /** Ids of the agreement's tiers. */
  readonly tiers: Iterable<string>;
  /** What only a published form must have is told as a warning. */
  readonly draft?: boolean;
};

export type ParsedForm = Parsed<Form> & { readonly warnings: readonly Issue[] };

/** Reads a form from untrusted JSON; every fault is told with its path. */
export declare function parseForm(input: unknown, context: FormContext): ParsedForm;

/** A form document of any earlier format as one of the present format. */
export declare function migrateForm(input: unknown): Parsed<unknown>;
