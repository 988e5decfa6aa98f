// How a form stands on a website: in the page, or opened over it.
import type { Embed, Form } from '@baton/form';

export type PayloadOptions = {
  readonly language?: string | undefined;
  /** The hosted page holds HTML and styles already. */
  readonly hosted?: boolean | undefined;
  /** How this website wants the form to open, instead of what the form says. */
  readonly mode?: Embed['mode'] | undefined;
};

/** How a form opens over the page; undefined: it stands in it. */
export function embedOf({ embed }: Form, { hosted, mode }: PayloadOptions): Embed | undefined {
  const asked = mode ?? embed?.mode ?? 'inline';
  return hosted || asked === 'inline' ? undefined : { triggers: [], once: 'visitor', ...embed, mode: asked };
}
