import { fieldKinds, type Field } from '@baton/form';
import { expect, test } from 'vitest';
import { canvasStyles, drawOutcome, drawStep, type Words } from './canvas.ts';
import { stylesFor } from './styles.ts';
import { textsFor } from './texts/index.ts';

const wordsOf = (language: string): Words => ({ language, spoken: language, texts: textsFor(language) });

const fields: readonly Field[] = fieldKinds.map((kind) => ({
  id: kind,
  kind,
  label: kind,
  required: true,
  ...(kind === 'choice' || kind === 'choices' ? { options: [{ id: 'one', label: 'One' }] } : {}),
}));

test('one sheet dresses every kind of field as a form on a website would be dressed', () => {
  const html = drawStep('About you', fields, { words: wordsOf('en'), step: 2, steps: 3 });
  const needed = stylesFor(html);
  expect(needed).toMatch(/\.bar.*\.options.*\.marks.*\.consent/s);
  for (const rule of needed.split('}')) expect(canvasStyles({})).toContain(rule);
});

test('a step says how far one is, what was left out, and what leads on', () => {
  const [first] = fields;
  const html = drawStep('<About you>', fields, {
    words: wordsOf('de'),
    step: 3,
    steps: 3,
    missing: first?.id ?? '',
  });
  expect(html).toContain('Schritt 3 von 3');
  expect(html).toContain('&lt;About you&gt;');
  expect(html.match(/aria-invalid="true"/g)).toHaveLength(1);
  expect(html).toMatch(/class="send"[^>]*>Absenden<.*class="back"/s);
  expect(drawStep('', [], { words: wordsOf('en'), step: 1, steps: 1 })).not.toMatch(/class="(?:bar|back)"/);
});

test('an outcome is drawn with its own words, or else with those of the language', () => {
  const drawn = drawOutcome(
    { kind: 'booking', url: 'https://cal.com/x', title: 'Book <now>' },
    wordsOf('de'),
  );
  expect(drawn).toContain('<h2>Book &lt;now&gt;</h2>');
  expect(drawn).toContain('Termin');
  expect(drawOutcome({ kind: 'message' }, wordsOf('en'))).toContain('Thank you');
  expect(drawOutcome({ kind: 'redirect', url: 'https://example.com/' }, wordsOf('en'))).toBeNull();
});
