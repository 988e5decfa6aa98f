// How a form stands on a website, once its document was read.

/** An occasion on which a form opens by itself, or by a press on what the selector (CSS) finds. */
export type Trigger =
  | { readonly on: 'delay'; readonly seconds: number }
  | { readonly on: 'scroll'; readonly percent: number }
  | { readonly on: 'exit' }
  | { readonly on: 'click'; readonly selector: string };

/** How a form stands on a website: in the page, or opened over it. */
export type Embed = {
  readonly mode: 'inline' | 'popup' | 'slidein' | 'page';
  readonly triggers: readonly Trigger[];
  /** How often it opens by itself: once a visit, once for each visitor, or whenever there is occasion. */
  readonly once: 'visit' | 'visitor' | 'always';
  /** The words of a button that stands in the form's place and opens it. */
  readonly button?: string;
};
