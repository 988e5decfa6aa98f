// What is rendered, and with what.
import type { Form, Logic } from '@baton/form';
import type { Issue } from '@baton/rules';

/** A published version of a form, with the public logic derived from it (`formLogic`). */
export type PublishedForm = { readonly form: Form; readonly version: number; readonly logic: Logic };

export type RenderOptions = {
  /** Where plain HTML posts to, such as `/f/demo`; its last part is the form's name on the wire. */
  readonly action: string;
  /** What the visitor typed before, or first values, by field id. */
  readonly values?: Readonly<Record<string, unknown>> | undefined;
  /** Issues of the last try (`['answers', fieldId]`), shown at their fields. */
  readonly issues?: readonly Issue[] | undefined;
  /** The submission's id for the plain HTML post (hidden field `baton_id`). */
  readonly submission?: string | undefined;
  /** BCP 47; the form's own language when absent or not one of its languages. */
  readonly language?: string | undefined;
};

export type PageOptions = RenderOptions & {
  /** Address of the script that enhances the page. */
  readonly script: string;
};

/** The honeypot's name, likely enough to be filled in by a program. */
export const trapField = 'baton_website';

/** The fields of the plain HTML post that no form asks for. */
export const plainFields = { id: 'baton_id', version: 'baton_version', trap: trapField } as const;
