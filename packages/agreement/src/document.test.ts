import { expect, test } from 'vitest';
import { context, exampleDocument, when } from './example-agreement.ts';
import { parseAgreement } from './document.ts';

/** Code and path of every fault of the example with some of its parts replaced. */
function faults(changes: Readonly<Record<string, unknown>>): string[] {
  const parsed = parseAgreement({ ...exampleDocument, ...changes }, context);
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path.join('.')}`);
}

function warnings(changes: Readonly<Record<string, unknown>>): string[] {
  const parsed = parseAgreement({ ...exampleDocument, ...changes }, context);
  return parsed.ok ? parsed.warnings.map(({ code, path }) => `${code} ${path.join('.')}`) : ['refused'];
}

function fit(...rules: object[]) {
  return {
    score: {
      fit: {
        max: 10,
        rules: rules.map((rule, index) => Object.assign({ id: `r${index}`, says: 'R', points: 1 }, rule)),
      },
    },
    rejections: [],
  };
}

test('the example is without fault, and what it leaves out has its default', () => {
  const parsed = parseAgreement(exampleDocument, context);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  expect(parsed.warnings).toEqual([]);
  expect(parsed.value).toMatchObject({
    definitions: {},
    handoff: { requires: null },
    hours: { holidays: [], week: { sun: [] } },
    commitments: { marketing: {}, sales: {} },
    score: { fit: { behaviours: [] } },
    escalate: [{ reassign: false }, { reassign: false }, { reassign: true }],
  });
});

test('a dimension that is absent gives no points', () => {
  const parsed = parseAgreement({ ...exampleDocument, score: {}, rejections: [] }, context);
  expect(parsed.ok && parsed.value.score.engagement).toEqual({ max: 0, rules: [], behaviours: [] });
});

test('unknown keys are kept and reported, at any depth', () => {
  const document = {
    ...exampleDocument,
    note: 1,
    tiers: [
      { id: 'mql', from: 50, followUp: 'PT1H', colour: 'red' },
      { id: 'low', from: 0 },
    ],
    escalate: [{ at: '100%', tell: { person: 'vp@example.com', loudly: true } }],
  };
  const parsed = parseAgreement(document, context, ['agreement']);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  expect(parsed.warnings).toEqual([
    { code: 'unknown_key', path: ['agreement', 'tiers', 0, 'colour'] },
    { code: 'unknown_key', path: ['agreement', 'escalate', 0, 'tell', 'loudly'] },
    { code: 'unknown_key', path: ['agreement', 'note'] },
  ]);
  expect(parsed.value.tiers[0]).toMatchObject({ colour: 'red' });
});

test('every fault is told at once, with its path', () => {
  expect(
    faults({
      score: {
        fit: {
          max: -1,
          rules: [
            {
              id: 'a',
              points: 1.5,
              when: { combinator: 'and', rules: [{ field: 'lead.shoe', operator: '=' }] },
            },
            { id: 'a', says: 'A', points: 1 },
          ],
        },
        intent: {
          max: 1,
          halfLifeDays: 0,
          behaviours: [{ id: 'cap', says: 'C', match: {}, points: 1.5, atMost: 0 }],
        },
      },
      tiers: [{ id: 'mql', from: 10 }],
      routing: { rules: [{ id: 'r', to: { team: 'apac' } }], fallback: { person: 'nobody@example.com' } },
      hours: { timeZone: 'Europe/Atlantis', week: { mon: [['10:00', '9:00']] } },
    }),
  ).toEqual([
    'too_small score.fit.max',
    'required score.fit.rules.0.says',
    'not_whole score.fit.rules.0.points',
    'unknown_field score.fit.rules.0.when.rules.0.field',
    'value_missing score.fit.rules.0.when.rules.0.value',
    'not_positive score.intent.halfLifeDays',
    'reserved_id score.intent.behaviours.0.id',
    'not_exactly_one score.intent.behaviours.0.match',
    'not_whole score.intent.behaviours.0.points',
    'not_positive score.intent.behaviours.0.atMost',
    'unknown_team routing.rules.0.to.team',
    'unknown_person routing.fallback.person',
    'unknown_time_zone hours.timeZone',
    'not_a_time hours.week.mon.0.1',
    'duplicate_id score.fit.rules.1.id',
    'no_lowest_tier tiers',
    'follow_up_missing tiers.0.followUp',
  ]);
});

test('conditions read what their place allows', () => {
  const over = (field: string) => ({ when: when({ field, operator: '>', value: 1 }) });
  expect(faults(fit(over('score.total')))).toEqual(['unknown_field score.fit.rules.0.when.rules.0.field']);
  expect(faults(fit(over('answer.size')))).toEqual(['unknown_field score.fit.rules.0.when.rules.0.field']);
  expect(faults(fit(over('behaviour.pricing')))).toEqual([
    'unknown_field score.fit.rules.0.when.rules.0.field',
  ]);
  expect(
    faults(fit(over('lead.budget'), { when: when({ field: 'visit.country', operator: '=', value: 'DE' }) })),
  ).toEqual([]);
  const handoff = { tier: 'mql', requires: when({ field: 'score.fit', operator: '>', value: 20 }) };
  expect(faults({ handoff })).toEqual([]);
  expect(
    faults({
      handoff: { tier: 'mql', requires: when({ field: 'behaviour.pricing', operator: '>', value: 1 }) },
    }),
  ).toEqual([]);
});

test('the ids that must differ, differ', () => {
  const behaviour = { id: 'b', says: 'B', match: { path: '/' }, points: 1 };
  const rule = { says: 'R', points: 1 };
  expect(
    faults({
      score: {
        fit: { max: 1, rules: [{ ...rule, id: 'x' }], behaviours: [behaviour, { ...behaviour, id: 'x' }] },
        intent: { max: 1, rules: [{ ...rule, id: 'x' }], behaviours: [behaviour] },
      },
      tiers: [
        { id: 'mql', from: 9, followUp: 'PT1H' },
        { id: 'mql', from: 0 },
      ],
      disqualify: [
        { id: 'x', says: 'X' },
        { id: 'x', says: 'X' },
      ],
    }),
  ).toEqual([
    'duplicate_id score.fit.behaviours.1.id',
    'duplicate_id score.intent.behaviours.0.id',
    'duplicate_id disqualify.1.id',
    'duplicate_id tiers.1.id',
  ]);
});

test('tiers cover every score once, and every handoff has a deadline', () => {
  const tier = { id: 'mql', from: 50, followUp: 'PT4H' };
  expect(faults({ tiers: [] })).toEqual(['no_lowest_tier tiers', 'unknown_tier handoff.tier']);
  expect(faults({ tiers: [tier, { id: 'low', from: 1 }] })).toEqual(['no_lowest_tier tiers']);
  expect(faults({ tiers: [tier, { id: 'low', from: -5 }] })).toEqual([]);
  expect(faults({ tiers: [tier, { ...tier, id: 'two' }, { id: 'low', from: 0 }] })).toEqual([
    'duplicate_from tiers.1.from',
  ]);
  expect(faults({ tiers: [{ id: 'hot', from: 80 }, tier, { id: 'low', from: 0 }] })).toEqual([
    'follow_up_missing tiers.0.followUp',
  ]);
  expect(
    faults({
      tiers: [
        { ...tier, followUp: 'P1W' },
        { id: 'low', from: 0 },
      ],
    }),
  ).toEqual(['not_a_duration tiers.0.followUp']);
});

test('openings are in order, do not overlap, and there are some', () => {
  const hours = (week: object) => ({ hours: { timeZone: 'UTC', week } });
  expect(faults(hours({}))).toEqual(['never_open hours.week']);
  expect(faults(hours({ sun: [['00:00', '24:00']] }))).toEqual([]);
  expect(
    faults(
      hours({
        mon: [
          ['09:00', '12:00'],
          ['12:00', '17:00'],
        ],
      }),
    ),
  ).toEqual([]);
  expect(
    faults(
      hours({
        mon: [
          ['09:00', '12:00'],
          ['11:59', '17:00'],
        ],
      }),
    ),
  ).toEqual(['overlaps_or_unordered hours.week.mon.1']);
  expect(faults(hours({ mon: [['12:00', '12:00']] }))).toEqual(['ends_before_it_begins hours.week.mon.0']);
  expect(faults(hours({ mon: [['24:00', '24:00']] }))).toContain('not_a_time hours.week.mon.0.0');
  expect(faults({ hours: { timeZone: '+01:00', week: { mon: [['09:00', '12:00']] } } })).toEqual([
    'unknown_time_zone hours.timeZone',
  ]);
  expect(
    faults({ hours: { timeZone: 'UTC', week: { mon: [['09:00', '12:00']] }, holidays: ['2026-02-29'] } }),
  ).toEqual(['not_a_date hours.holidays.0']);
});

test('a fallback is mandatory, and a person', () => {
  expect(faults({ routing: {} })).toEqual(['required routing.fallback']);
  expect(faults({ routing: { fallback: { team: 'emea' } } })).toEqual(['required routing.fallback.person']);
  const both = { id: 'r', to: { person: 'ann@example.com', team: 'emea' } };
  expect(faults({ routing: { rules: [both], fallback: { person: 'vp@example.com' } } })).toEqual([
    'not_exactly_one routing.rules.0.to',
  ]);
});

test('people are known by their address, however it is written', () => {
  const parsed = parseAgreement(
    { ...exampleDocument, routing: { fallback: { person: ' VP@Example.com ' } } },
    context,
  );
  expect(parsed.ok && parsed.value.routing.fallback.person).toBe('vp@example.com');
});

test('escalations are told as percentages and to somebody', () => {
  const escalate = (...list: object[]) => ({ escalate: list });
  expect(faults(escalate({ at: 'PT1H', tell: 'owner' }))).toEqual(['not_a_percentage escalate.0.at']);
  expect(faults(escalate({ at: '0%', tell: 'owner' }))).toEqual(['not_positive escalate.0.at']);
  expect(faults(escalate({ at: '50%', tell: 'boss' }))).toEqual(['not_a_recipient escalate.0.tell']);
  expect(faults(escalate({ at: '50%', tell: { person: 'x@example.com' } }))).toEqual([
    'unknown_person escalate.0.tell.person',
  ]);
  expect(faults(escalate({ at: '99.5%', tell: { team: 'emea' } }))).toEqual([]);
  expect(warnings(escalate({ at: '50%' }))).toEqual(['does_nothing escalate.0']);
});

test('a reason that blames no rule, and a signature that does not count, are warnings', () => {
  expect(
    warnings({ rejections: [{ id: 'x', says: 'X', blames: ['size', 'blog', 'student', 'gone'] }] }),
  ).toEqual(['unknown_rule rejections.0.blames.3']);
  expect(
    warnings({
      signatures: [
        { party: 'sales', by: 'cmo@example.com' },
        { party: 'sales', by: 'x@example.com' },
      ],
    }),
  ).toEqual(['not_of_party signatures.0.by', 'unknown_person signatures.1.by']);
});

test('what is no document, and a format that nobody knows, are refused', () => {
  expect(parseAgreement(undefined, context, ['agreement'])).toEqual({
    ok: false,
    issues: [{ code: 'required', path: ['agreement'] }],
  });
  expect(parseAgreement([], context)).toMatchObject({ issues: [{ code: 'wrong_type' }] });
  expect(faults({ format: undefined })).toEqual(['not_json format']);
  expect(faults({ format: 0 })).toEqual(['unknown_format format']);
  expect(faults({ format: 2 })).toEqual(['format_too_new format']);
  expect(faults({ format: '1' })).toEqual(['unknown_format format']);
});

test('what could not be signed is refused', () => {
  expect(faults({ title: 'broken \ud800' })).toEqual(['not_json title']);
  expect(faults({ custom: { limit: Infinity } })).toEqual(['not_json custom.limit']);
});

test('an agreement that was accepted once still reads when its people are gone', () => {
  const parsed = parseAgreement(exampleDocument, { ...context, people: null, teams: null });
  expect(parsed).toEqual(parseAgreement(exampleDocument, context));
  const emptied = parseAgreement(exampleDocument, { ...context, people: new Map(), teams: new Map() });
  expect(emptied.ok).toBe(false);
});
