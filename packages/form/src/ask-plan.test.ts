import { expect, test } from 'vitest';
import { planAsking, type AskOrder } from './ask-plan.ts';
import { parseForm } from './document.ts';
import { formLogic } from './form-logic.ts';

const when = (field: string, operator: string, value?: unknown) => ({
  combinator: 'and',
  rules: [{ field, operator, value }],
});

const attributes = ['email', 'role', 'size', 'team', 'budget', 'city', 'phone'];
const catalogue = new Map(
  attributes.map((id) => [
    id,
    {
      id,
      label: id,
      type: id === 'email' ? ('email' as const) : ('text' as const),
      about: 'person' as const,
    },
  ]),
);

function plan(fields: object[], known: Record<string, unknown>, maxProgressive = 3, order?: AskOrder) {
  const parsed = parseForm(
    {
      format: 1,
      id: 'f',
      name: 'F',
      steps: [
        {
          id: 's',
          title: 'S',
          fields: [
            { id: 'email', kind: 'email', attribute: 'email', label: 'E', required: true, ask: 'always' },
            ...fields,
          ],
        },
      ],
      profiling: { maxProgressive, order: 'listed' },
    },
    { catalogue, behaviours: [], tiers: [] },
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const { skip, ask, decided } = planAsking(parsed.value, formLogic(parsed.value, catalogue), known, order);
  return { skip, ask, decided: [...decided] };
}

const text = (id: string, more: object = {}) => ({ id, kind: 'text', attribute: id, label: id, ...more });

test('somebody unknown is asked everything but the progressive fields beyond the first few', () => {
  const fields = [
    text('role', { ask: 'untilKnown' }),
    ...['size', 'team', 'budget'].map((id) => text(id, { ask: 'progressive' })),
  ];
  expect(plan(fields, {}, 2)).toEqual({
    skip: ['budget'],
    ask: ['email', 'role', 'size', 'team'],
    decided: [],
  });
});

test('what is known is skipped, the next progressive ones take their place, and always means always', () => {
  const fields = [
    text('role', { ask: 'untilKnown' }),
    text('city'),
    ...['size', 'team', 'budget'].map((id) => text(id, { ask: 'progressive' })),
  ];
  const known = { email: 'a@b.example', role: 'Manager', city: 'Bonn', size: '10' };
  expect(plan(fields, known, 1)).toEqual({
    skip: ['role', 'size', 'budget'],
    ask: ['email', 'city', 'team'],
    decided: [],
  });
});

test('a known field that decides another is skipped, and the other is decided here', () => {
  const fields = [
    text('role', { ask: 'untilKnown' }),
    text('team', { shownWhen: when('answer.role', '=', 'Manager') }),
    text('city', { shownWhen: when('answer.role', '=', 'Student') }),
  ];
  expect(plan(fields, { role: 'manager' })).toEqual({
    skip: ['role', 'city'],
    ask: ['email', 'team'],
    decided: ['team'],
  });
});

test('a known field is asked again where a condition also needs what is not known', () => {
  const fields = [
    text('role', { ask: 'untilKnown' }),
    text('size', {}),
    text('team', {
      shownWhen: {
        combinator: 'and',
        rules: [
          { field: 'answer.role', operator: '=', value: 'Manager' },
          { field: 'answer.size', operator: '=', value: '10' },
        ],
      },
    }),
  ];
  expect(plan(fields, { role: 'Manager' }).skip).toEqual([]);
  // The known part fails already, so nothing that is still open matters.
  expect(plan(fields, { role: 'Student' })).toEqual({
    skip: ['role', 'team'],
    ask: ['email', 'size'],
    decided: [],
  });
});

test('a condition on the visit is the browser’s to decide, so what it reads beside is asked', () => {
  const fields = [
    text('role', { ask: 'untilKnown' }),
    text('team', {
      shownWhen: {
        combinator: 'or',
        rules: [
          { field: 'answer.role', operator: '=', value: 'Manager' },
          { field: 'visit.device', operator: '=', value: 'phone' },
        ],
      },
    }),
  ];
  expect(plan(fields, { role: 'Student' }).skip).toEqual([]);
  expect(plan(fields, { role: 'Manager' })).toMatchObject({ skip: ['role'], decided: ['team'] });
});

test('a known field that would be hidden counts as missing for those after it', () => {
  const fields = [
    text('role', { ask: 'untilKnown' }),
    text('size', { ask: 'untilKnown', shownWhen: when('answer.role', '=', 'Manager') }),
    text('team', { shownWhen: when('answer.size', 'null') }),
  ];
  expect(plan(fields, { role: 'Student', size: '10' })).toEqual({
    skip: ['role', 'size'],
    ask: ['email', 'team'],
    decided: ['team'],
  });
});

test('a field that makes another required is skipped only when it does not', () => {
  const fields = [
    text('role', { ask: 'untilKnown' }),
    text('phone', { requiredWhen: when('answer.role', '=', 'Manager') }),
  ];
  expect(plan(fields, { role: 'Manager' }).skip).toEqual([]);
  expect(plan(fields, { role: 'Student' }).skip).toEqual(['role']);
});

const reversed: AskOrder = (attributes) => attributes.toReversed();

test('with an order, the progressive fields it puts first have their turn, and what has no attribute comes last', () => {
  const fields = [
    { id: 'note', kind: 'text', label: 'Note', ask: 'progressive' },
    ...['role', 'size', 'team'].map((id) => text(id, { ask: 'progressive' })),
  ];
  expect(plan(fields, {}, 2, reversed)).toMatchObject({
    skip: ['note', 'role'],
    ask: ['email', 'size', 'team'],
  });
  expect(plan(fields, { team: '3', size: '10' }, 2, reversed).ask).toEqual(['email', 'note', 'role']);
});

test('a field that hangs on another that waits comes after it, whatever the order', () => {
  const fields = [
    text('role', { ask: 'progressive' }),
    text('team', { ask: 'progressive', shownWhen: when('answer.role', '=', 'Manager') }),
  ];
  expect(plan(fields, {}, 1, reversed).ask).toEqual(['email', 'role']);
  expect(plan(fields, { role: 'Manager' }, 1, reversed).ask).toEqual(['email', 'team']);
});
