// What a website's own style sheet may reach inside the form, as `baton-form::part(control)`. These names are a
// promise; class names are not. Written into the embed's HTML only: a page of its own has nobody else's styles.
import type { Markup } from './markup.ts';
import { withAttribute } from './markup.ts';

/** The part that each class is. */
const parts: Readonly<Record<string, string>> = {
  baton: 'form',
  progress: 'progress',
  step: 'step',
  title: 'title',
  field: 'field',
  label: 'label',
  help: 'help',
  control: 'control',
  option: 'option',
  consent: 'option',
  error: 'error',
  notice: 'message',
  send: 'button',
  back: 'back',
};

/** The markup with the parts of the classes that it has. */
export function withStyleParts(markup: Markup): Markup {
  return withAttribute(markup, 'class', 'part', (names) =>
    names
      .split(' ')
      .flatMap((name) => parts[name] ?? [])
      .join(' '),
  );
}
