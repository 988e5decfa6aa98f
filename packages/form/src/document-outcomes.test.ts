// What a document says beside its steps: outcomes, protection, websites, theme, picture.
import { expect, test } from 'vitest';
import { parseForm } from './document.ts';
import { catalogue, context, rule, form, told, warned } from './document-fixture.ts';

test('what follows a form takes along answers that may be seen, over https, each parameter once', () => {
  const outcome = (show: object) =>
    told(
      parseForm(
        form(
          [
            { id: 'budget', kind: 'number', label: 'Budget', sensitive: true },
            { id: 'say', kind: 'statement', text: 'Almost there' },
          ],
          { outcomes: [{ id: 'x', show }] },
        ),
        context,
      ),
    ).map(([code, path]) => [code, String(path).replace('outcomes.0.show.', '')]);
  const url = 'https://cal.example/ada?month=2026-12#times';
  expect(outcome({ kind: 'redirect', url, fields: { mail: 'email' } })).toEqual([]);
  expect(outcome({ kind: 'booking', url, label: 'Book', inline: true, fields: { email: 'email' } })).toEqual(
    [],
  );
  expect(outcome({ kind: 'download', url: 'https://example.com/guide.pdf', title: 'Here it is' })).toEqual(
    [],
  );
  expect(outcome({ kind: 'redirect', url, fields: { b: 'budget', s: 'say', n: 'nope' } })).toEqual([
    ['not_for_address', 'fields.b'],
    ['not_for_address', 'fields.s'],
    ['unknown_field', 'fields.n'],
  ]);
  expect(outcome({ kind: 'booking', url, fields: { month: 'email', times: 'Email' } })).toEqual([
    ['bad_id', 'fields.times'],
  ]);
  expect(outcome({ kind: 'booking', url, fields: { month: 'email' } })).toEqual([
    ['parameter_taken', 'fields.month'],
  ]);
  expect(outcome({ kind: 'booking', url: 'http://localhost/book', inline: 'yes', label: ' ' })).toEqual([
    ['not_a_safe_address', 'url'],
    ['blank', 'label'],
    ['wrong_type', 'inline'],
  ]);
  // oxlint-disable-next-line no-script-url -- the address that must not be offered
  expect(outcome({ kind: 'download', url: 'javascript:alert(1)' })).toEqual([['not_a_safe_address', 'url']]);
});

test('an outcome names a tier that exists, or reads lead, behaviour, score and visit', () => {
  const outcome = (when: unknown) =>
    told(
      parseForm(
        form([], {
          outcomes: [
            { id: 'x', when, show: { kind: 'message' } },
            { id: 'y', show: { kind: 'message' } },
          ],
        }),
        context,
      ),
      2,
    );
  expect(outcome({ tier: 'hot' })).toEqual([]);
  expect(outcome({ tier: 'cold' })).toEqual([['unknown_tier', 'when.tier']]);
  expect(outcome(rule('behaviour.pricing', '>=', 2))).toEqual([]);
  expect(outcome(rule('score.fit', '>', 10))).toEqual([]);
  expect(outcome(rule('visit.country', '=', 'DE'))).toEqual([]);
  expect(outcome(rule('lead.seniority', '>=', 'vp'))).toEqual([]);
  expect(outcome(rule('answer.email', 'notNull'))).toEqual([['unknown_field', 'when.rules.0.field']]);
  expect(outcome(rule('behaviour.nope', '>', 1))).toEqual([['unknown_field', 'when.rules.0.field']]);
  expect(outcome(null)).toEqual([['not_last', 'when']]);
  expect(outcome('hot')).toEqual([['not_a_group', 'when']]);
});

test('without an agreement any tier and behaviour may be named', () => {
  const outcomes = [
    { id: 'x', when: { tier: 'any' }, show: { kind: 'message' } },
    { id: 'y', when: rule('behaviour.any', '>', 1), show: { kind: 'message' } },
  ];
  expect(told(parseForm(form([], { outcomes }), { catalogue, behaviours: null, tiers: null }))).toEqual([]);
});

test('protection is checked as far as it is known', () => {
  expect(
    told(
      parseForm(form([], { protection: { minSeconds: -1, maxPerHour: 0.5, proofOfWork: 'yes' } }), context),
    ),
  ).toEqual([
    ['too_small', 'protection.minSeconds'],
    ['not_whole', 'protection.maxPerHour'],
    ['wrong_type', 'protection.proofOfWork'],
  ]);
  const other = { proofOfWork: { cost: 1 }, turnstile: { siteKey: ' ' }, minSecond: 3 };
  const parsed = parseForm(form([], { protection: other }), context);
  expect(told(parsed)).toEqual([
    ['too_small', 'protection.proofOfWork.cost'],
    ['blank', 'protection.turnstile.siteKey'],
  ]);
  expect(warned(parsed)).toEqual([['unknown_key', 'protection.minSecond']]);
});

test('websites become origins', () => {
  const parsed = parseForm(
    form([], { websites: ['HTTPS://WWW.Example.com:443/', 'http://localhost:8080'] }),
    context,
  );
  expect(parsed.ok && parsed.value.websites).toEqual(['https://www.example.com', 'http://localhost:8080']);
});

test('a form that is published already is read with whatever theme it had then', () => {
  const document = form([], { theme: { accent: 'red', radius: 4, dark: { accent: '#101010' } } });
  expect(told(parseForm(document, context))).toEqual([['not_a_colour', 'theme.accent']]);
  const parsed = parseForm(document, { ...context, published: true });
  expect(parsed.ok && parsed.value.theme).toEqual({ radius: 4, dark: { accent: '#101010' } });
});

test('a picture for links has an https address', () => {
  const picture = (image: string) => told(parseForm(form([], { image }), context));
  expect(picture('https://www.example.com/demo.png')).toEqual([]);
  for (const image of ['http://www.example.com/demo.png', 'demo.png', 'data:image/png;base64,', '']) {
    expect(picture(image)).toEqual([['not_a_safe_address', 'image']]);
  }
});
