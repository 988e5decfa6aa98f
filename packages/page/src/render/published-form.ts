// What is rendered, and with what.
import type { Asking, Form, Logic, VisitFacts } from '@baton/form';
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
  /** What conditions may read of the visit, as far as it is known before the script runs. */
  readonly visit?: VisitFacts | undefined;
  /** What this visitor is asked; a script may know better. */
  readonly asking?: Asking | undefined;
  /** The page to which the worker leads a visitor without a script; absent: the form as it is at first. */
  readonly stage?: Stage | undefined;
  /** Where the visitor came from, for the plain HTML post (hidden field `baton_referrer`). */
  readonly referrer?: string | undefined;
};

export type Stage = {
  /** The one step in sight, or the review of all. */
  readonly step: string;
  /** The field that has the focus: it has just come into sight, or its answer is to be another. */
  readonly fresh?: string | undefined;
  /** The visitor came from the review to better an answer, and goes on to it. */
  readonly returns?: boolean | undefined;
};

export type PageOptions = RenderOptions & {
  /** Address of the script that enhances the page. */
  readonly script: string;
  /** Where the page is found by everybody, such as `https://forms.example.com/f/demo`. */
  readonly address?: string | undefined;
  /** Whose page it is. */
  readonly site?: string | undefined;
};

/** The honeypot's name, likely enough to be filled in by a program. */
export const trapField = 'baton_website';

/** The fields of the plain HTML post that no form asks for. */
export const plainFields = {
  id: 'baton_id',
  version: 'baton_version',
  trap: trapField,
  /** Of the pages that lead through the steps: the step that is answered, and which of its fields were in sight. */
  step: 'baton_step',
  shown: 'baton_shown',
  /** Instead of `step`: the step to go back from. */
  back: 'baton_back',
  /** Instead of `step`, on the page that shows all answers: the field whose answer is to be another. */
  change: 'baton_change',
  /** Of pages that were reached that way. */
  returns: 'baton_returns',
  referrer: 'baton_referrer',
} as const;
