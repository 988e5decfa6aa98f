// What a part of the script may use of the form that it joins. A part is composed into the script of forms that need
// it (render/parts.ts says which), or loaded when it is wanted; the core knows none of them. A part imports nothing that
// reads the script's own payload or address: it stands outside the core, and gets all that from the stage.
import type { Answer, Answers, Show } from '@baton/form';
import type { Given } from './answers.ts';
import type { EmbedPayload } from '../render/payload.ts';
import type { Place } from './place.ts';
import type { PartName } from '../render/parts.ts';

export type Stage = {
  readonly payload: EmbedPayload;
  /** Where the form lives, such as `https://baton.example/f/demo`. */
  readonly address: string;
  /** As the renderer made it. */
  readonly form: HTMLFormElement;
  /** Whose events and methods the website uses; the form itself on the hosted page. */
  readonly host: HTMLElement;
  /** The key under which the website's storage holds this visitor's token. */
  readonly tokenKey: string;
  /** What goes to the worker with the answers, by its name on the wire: `visit`, `behaviours`, `proof` … */
  readonly along: Along;
  /** What the form's conditions ask of a visit besides; `referrer` is where it came from. */
  facts?: (referrer: string) => Visit;
  /** Fields that this visitor is not asked, and those that they are asked whatever their conditions say. */
  readonly asking: { skipped?: Set<string>; asked?: ReadonlySet<string> };
  /** A part that wants to hear of each field whose answer the worker refuses, before it is shown. */
  objected?: (place: Place) => void;
  /** What must be done, or have settled, before the answers are sent; it may fail, they are sent all the same. */
  readonly awaited: (() => unknown)[];
  /** The key of this form's draft. */
  readonly draftKey: string;
  /** The website's storage, or what stands in for it. Reading and removing is safe, writing goes through `store`. */
  readonly storage: Record<string, string>;
  /** Keeps a text, if there is one and room for it. */
  readonly store: (key: string, text: string | undefined) => void;
  /** Posts JSON to one of the form's addresses, small and able to outlive the page. */
  readonly post: (path: string, body: unknown) => Promise<Response>;
  /** Shows what follows; `sent` is what the worker took. */
  follow: (form: HTMLFormElement, show: Show | undefined, sent: Sent | undefined) => void;
  /** Puts answers into the controls under an element; a box that is not among them is cleared, other controls stay. */
  readonly write: (root: ParentNode, answers: Given) => void;
  /** A part that did not come along; undefined when it cannot be had. */
  readonly load: (name: PartName) => Promise<Part | undefined>;
  /** Those of them that can be taken, as the worker stores them. */
  readonly taken: () => Taken;
  /** A part that wants to hear whenever the draft was kept. */
  kept?: () => void;
  /** Puts the kept draft into the form; a part that has a say in it does so before it is first called. */
  restore: () => void;
  /** The id of the submission that is being filled in, which is kept with it; `isTried`: it may have arrived from now on. */
  readonly submissionId: (isTried?: boolean) => string;
  /** From now on, another submission is being filled in. */
  readonly renew: () => void;
  /** Decides everything anew: to be called when a part changed an answer or what is asked. */
  readonly update: () => void;
  /** Goes to one of the steps that have something to see, by its place among them. */
  readonly go: (to: number) => void;
  /** Tells the website, by the event `baton:<name>`. */
  readonly tell: (event: string, detail?: object) => void;
};

/** What is sent, as far as a part may care. */
export type Sent = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly answers: Partial<Answers>;
};

/** Answers by field; none of a field whose answer cannot be taken. */
export type Taken = Record<string, Answer | undefined>;

type Along = Record<string, unknown> & { visit: Visit; behaviours: unknown };

/** What is told of the visit. Conditions are decided on exactly what is sent, so that the worker decides alike. */
export type Visit = Record<string, unknown>;

/** Joins the form before it is first decided; what it gives back, the form waits for before it shows itself. */
export type Part = (stage: Stage) => void | Promise<unknown>;
