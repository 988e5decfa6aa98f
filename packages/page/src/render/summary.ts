// What is wrong with a plain post, above the form, as the W3C's tutorial on forms has it: how much, and a link to each
// field. The page opens with it in focus, so that it is read out first.
import type { Issue } from '@baton/rules';
import { controlId } from './fields/field-renderer.ts';
import { sentence } from './fields/index.ts';
import type { Markup } from './markup.ts';
import { attributes, html } from './markup.ts';
import type { Spoken } from './translation.ts';
import { fill, inflect } from './wording.ts';

/** The summary; nothing where no field of the form has an issue. */
export function renderSummary({ form, texts, language }: Spoken, issues: readonly Issue[]): Markup | null {
  const lines = form.steps
    .flatMap((step) => step.fields)
    .flatMap((field) => {
      const issue = issues.find(({ path }) => path[0] === 'answers' && path[1] === field.id);
      if (!issue) return [];
      const link = attributes({ href: `#${controlId(field)}` });
      return [html`<li><a${link}>${field.label}</a>: ${sentence(field, issue, texts, language)}</li>`];
    });
  if (lines.length === 0) return null;
  const count = lines.length;
  return html`<div class="problem" role="alert" tabindex="-1" autofocus>
    <h2>${fill(inflect(texts.check, count, language), { count })}</h2>
    <ul>
      ${lines}
    </ul>
  </div>`;
}
