import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Field } from '@baton/form';
import { everyKind, fieldOfKind, fifteenFields, publishFields } from '../../test/forms.ts';
import { fold, unfold } from './fold.ts';
import { writeShort } from './markup.ts';
import { renderFormWith } from './form.ts';
import type { PublishedForm } from './published-form.ts';
import { withStyleParts } from './style-parts.ts';
import { speak } from './translation.ts';

const fieldsOf = ({ logic }: PublishedForm) => logic.steps.flatMap((step) => step.fields);

function written(published: PublishedForm): string {
  const setting = { longLists: 'later', waits: false, own: false } as const;
  return writeShort(
    withStyleParts(renderFormWith(published, { action: '' }, speak(published.form, 'en'), setting)),
  );
}

test('unfolded, HTML is the same to the letter, and folded it is shorter', () => {
  for (const published of [fifteenFields, everyKind]) {
    const html = written(published);
    const fields = fieldsOf(published);
    expect(unfold(fold(html, fields), fields)).toBe(html);
    expect(fold(html, fields).length).toBeLessThan(html.length * 0.85);
  }
});

test('no words and no ids of a form are mistaken for what was folded', () => {
  const ids = ['class', 'field', 'baton', 'label', 'name', 'data', 'id', 'part', 'a', 'error', 'next'];
  const word = fc.constantFrom(
    'data-field=',
    'class=',
    ' value=',
    ' value=a ',
    'class=field data-field=',
    ' part=',
    ' class=a part=a',
    '"',
    "'",
    '=',
    'baton-',
    '<',
    ...ids,
  );
  const words = fc.array(word, { minLength: 1, maxLength: 8 }).map((all) => all.join(''));
  const field = fc.record({
    id: fc.constantFrom(...ids),
    label: words,
    help: words,
    placeholder: words,
    options: fc.array(fc.constantFrom(...ids, 'a.b', '"', 'value=a'), { maxLength: 9 }),
  });
  fc.assert(
    fc.property(fc.uniqueArray(field, { selector: ({ id }) => id, minLength: 1, maxLength: 4 }), (fields) => {
      const published = publishFields(
        ...fields.map(({ options, ...own }): Field => {
          const ids = [...new Set(options)].map((id) => ({ id, label: id }));
          return ids[0] ? { ...fieldOfKind.choice, ...own, options: ids } : { ...fieldOfKind.text, ...own };
        }),
      );
      const html = written(published);
      const known = fieldsOf(published);
      expect(unfold(fold(html, known), known)).toBe(html);
    }),
  );
});
