// What a workspace is, once its document has been read.
import type { Agreement, Person, Team } from '@baton/agreement';
import type { Form } from '@baton/form';
import type { Attribute } from '@baton/rules';
import type { Destination } from './destination-schema.ts';

/** A document as its author wrote it (what is signed, versioned and kept) beside what it means. */
export type Kept<T> = { readonly source: unknown; readonly value: T };

export type Workspace = {
  readonly name: string | null;
  readonly attributes: readonly Attribute[];
  readonly people: readonly Person[];
  readonly teams: readonly Team[];
  readonly destinations: readonly Destination[];
  readonly agreement: Kept<Agreement> | null;
  readonly forms: readonly Kept<Form>[];
};

/** What a workspace holds already; an import is read as a change to it. */
export type Stored = {
  readonly attributes: readonly Attribute[];
  readonly people: readonly Person[];
  readonly teams: readonly Team[];
  /** The agreement that forms without a new one are checked against. */
  readonly agreement: Agreement | null;
};

export const nothingStored: Stored = { attributes: [], people: [], teams: [], agreement: null };
