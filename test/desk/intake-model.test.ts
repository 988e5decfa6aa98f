// Submissions that are put down and filed later, beside the same ones written to the tables at once: over random
// sequences of what is sent, by whom and when, with filings and crashes in between, storage comes to be the same.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Arrival } from '../../apps/worker/src/desk/arrival.ts';
import type { Taken } from '../../apps/worker/src/desk/intake-desk.ts';
import type { Posted } from '../../apps/worker/src/desk/outbox.ts';
import type { Sql } from '../../apps/worker/src/desk/sql.ts';
import { arrivalOf, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';

type Step =
  | {
      readonly kind: 'submit';
      readonly who: number;
      readonly size: '1-10' | '51-500';
      readonly role: 'manager' | 'student' | 'other';
      /** By the token that this person was given, if they were. */
      readonly known: boolean;
      readonly final: boolean;
      readonly trapped: boolean;
      readonly again: boolean;
      readonly pages: number;
    }
  | { readonly kind: 'behave'; readonly who: number }
  | { readonly kind: 'merge'; readonly who: number; readonly into: number }
  | { readonly kind: 'file'; readonly most: number }
  | { readonly kind: 'read' | 'crash' | 'deliver' }
  | { readonly kind: 'wait'; readonly minutes: number };

const emailOf = (person: number): string => `p${person}@x${person % 8}.example`;
const owner = { kind: 'owner', workspace: 'main' } as const;
const who = fc.integer({ min: 0, max: 11 });
const rarely = fc.boolean().chain((one) => (one ? fc.boolean() : fc.constant(false)));
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 40,
    arbitrary: fc.record({
      kind: fc.constant('submit' as const),
      who,
      size: fc.constantFrom('1-10' as const, '51-500' as const),
      role: fc.constantFrom('manager' as const, 'manager' as const, 'other' as const, 'student' as const),
      known: rarely,
      final: rarely.map((one) => !one),
      trapped: rarely,
      again: rarely,
      pages: fc.integer({ min: 0, max: 2 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('behave' as const), who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('merge' as const), who, into: who }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('file' as const), most: fc.integer({ min: 1, max: 3 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('read' as const, 'crash' as const, 'deliver' as const, 'deliver' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 0, max: 3_000 }) }),
  },
);

/** What is told of, to whom leads go, and what the form lets in. */
type House = {
  readonly on: readonly string[];
  readonly keepOwner: boolean;
  readonly capacity: number | null;
  readonly protection: object;
};

const house: fc.Arbitrary<House> = fc.record({
  on: fc.subarray(['lead.handed_off', 'lead.received', 'lead.stage_changed'], { minLength: 1 }),
  keepOwner: fc.boolean(),
  capacity: fc.constantFrom(null, 1, 3),
  protection: fc.constantFrom({}, { maxPerHour: 3 }),
});

function workspaceOf({ on, keepOwner, capacity, protection }: House): object {
  const { agreement, people, forms } = smallWorkspace;
  return {
    ...smallWorkspace,
    people: people.map((person) =>
      person.party === 'sales' && capacity !== null ? { ...person, capacity } : person,
    ),
    destinations: [{ id: 'crm', kind: 'webhook', url: 'https://crm.example/hook', on }],
    agreement: { ...agreement, routing: { ...agreement.routing, keepOwner } },
    forms: forms.map((form) => ({ ...form, protection })),
  };
}

/** One of the two Desks, and what its browsers know. */
type Side = {
  bench: NodeDesk;
  readonly tokens: Map<number, string>;
  /** Stored and not on their way yet. */
  readonly owed: Posted[];
  readonly submit: (bench: NodeDesk, arrival: Arrival) => Taken;
};

const putDown: Side['submit'] = ({ desk }, arrival) =>
  desk.intake.putDown(arrival) ?? desk.intake.takeIn(arrival);
const atOnce: Side['submit'] = ({ desk }, arrival) => desk.intake.takeIn(arrival);

function sideOf(submit: Side['submit'], of: object): Side {
  const bench = nodeDesk();
  expect(bench.desk.importWorkspace(of)).toMatchObject({ ok: true });
  return { bench, tokens: new Map(), owed: [], submit };
}

/** Tables that hold nothing made by chance but ids and tokens. */
const tables = [
  'leads ORDER BY id',
  'submissions ORDER BY id',
  'visitors',
  'occurrences ORDER BY lead, what, at',
  'score_changes ORDER BY lead, number',
  'handoffs ORDER BY id',
  'merges ORDER BY former',
  'stage_changes ORDER BY lead, at, stage',
  'accepted ORDER BY day',
  'due ORDER BY kind, subject',
  'turns ORDER BY team, person',
  'stale_companies ORDER BY domain',
  'companies ORDER BY domain',
  'follow_ups ORDER BY id',
  // But for its bodies, which hold links.
  'deliveries ORDER BY id',
  'attempts ORDER BY delivery, number',
  'escalations ORDER BY handoff, position',
  'alerts ORDER BY kind, subject',
  'intake ORDER BY id',
];

/** All of them, with ids and tokens named in the order in which they are met. */
function dump(sql: Sql): string[][] {
  const names = new Map<string, string>();
  const named = (id: string): string => {
    const name = names.get(id) ?? `#${names.size + 1}`;
    names.set(id, name);
    return name;
  };
  return tables.map((table) =>
    sql
      .all(`SELECT * FROM ${table}`)
      .map(({ body: _body, moved, ...row }) => JSON.stringify(typeof moved === 'string' ? [row, moved] : row))
      .map((row) => row.replaceAll(/\b(?:[a-z]{3,4}_[0-9a-z]{25}|[0-9a-z]{32})\b/g, named))
      // A hash under a key that each has for itself.
      .map((row) => row.replaceAll(/(block\W+)[\w-]{22}/g, '$1#'))
      .map(withoutOrder)
      .toSorted(),
  );
}

/** What went from one lead to another is in the order of tokens, which are made by chance: no order that means anything. */
function withoutOrder(row: string): string {
  const parsed: unknown = JSON.parse(row);
  if (!Array.isArray(parsed)) return row;
  const [rest, moved]: readonly unknown[] = parsed;
  const sorted = JSON.parse(String(moved), (_, value: unknown) =>
    Array.isArray(value) ? value.map((one) => JSON.stringify(one)).toSorted() : value,
  );
  return JSON.stringify([rest, sorted]);
}

async function take(side: Side, one: Step, sent: Arrival): Promise<unknown> {
  const { bench, tokens } = side;
  switch (one.kind) {
    case 'submit': {
      const token = one.known ? (tokens.get(one.who) ?? null) : null;
      const { result, posted } = side.submit(bench, { ...sent, visitor: token });
      side.owed.push(...posted);
      if (result.kind !== 'stored') return result.kind;
      const reply: { visitor: string | null } = JSON.parse(result.reply);
      if (reply.visitor !== null) tokens.set(one.who, reply.visitor);
      return result.created;
    }
    case 'behave':
      bench.desk.recordOfVisitor(tokens.get(one.who) ?? 'nobody', [
        { path: '/pricing', at: bench.now - 60_000 },
      ]);
      return null;
    case 'merge': {
      const [lead, into] = [one.who, one.into].map((each) => {
        const [row] = bench.sql.all(`SELECT public_id FROM leads WHERE email = ?`, emailOf(each));
        return row === undefined ? '' : String(row['public_id']);
      });
      return lead === '' || into === '' || lead === into
        ? null
        : bench.desk.as(owner).hands.merge(lead ?? '', into ?? '').kind;
    }
    case 'file':
      bench.desk.intake.file(one.most);
      return null;
    case 'read':
      return bench.desk.leads({ email: null, limit: 50, before: null })?.leads.length;
    case 'crash':
      side.bench = bench.restart();
      // The alarm sees to them.
      side.owed.length = 0;
      return null;
    case 'deliver':
      bench.desk.intake.deliver(side.owed.splice(0));
      await bench.settle();
      return bench.sent.length;
    case 'wait':
      await bench.runUntil(bench.now + one.minutes * 60_000);
      return null;
  }
}

/** How many handoffs wait to be filed. */
function handoffsUnfiled({ bench }: Side): number {
  return bench.unfiled.filter((writes) => writes.includes('hand_')).length;
}

test('what is put down comes to be what would have been written', async () => {
  let unfiled = 0;
  let handoffsAtOnce = 0;
  await fc.assert(
    fc.asyncProperty(
      house,
      fc.array(step, { minLength: 1, maxLength: 40, size: 'max' }),
      async (of, steps) => {
        const sides = [sideOf(putDown, workspaceOf(of)), sideOf(atOnce, workspaceOf(of))] as const;
        let last = arrivalOf({});
        for (const one of steps) {
          if (one.kind === 'submit' && !one.again) {
            const { size, role, final, trapped, pages } = one;
            last = arrivalOf(
              { email: emailOf(one.who), size, role, team: 12 },
              {
                final,
                trapped,
                block: `203.0.113.${one.who}`,
                behaviours: Array.from({ length: pages }, (_, page) => ({
                  path: `/blog/${page}`,
                  at: sides[0].bench.now - 1_000,
                })),
              },
            );
          }
          const [one_, other] = [await take(sides[0], one, last), await take(sides[1], one, last)];
          expect(one_).toEqual(other);
          unfiled = Math.max(unfiled, sides[0].bench.desk.intake.unfiled);
          handoffsAtOnce = Math.max(handoffsAtOnce, handoffsUnfiled(sides[0]));
          await sides[0].bench.settle();
          await sides[1].bench.settle();
        }
        expect(dump(sides[0].bench.sql)).toEqual(dump(sides[1].bench.sql));
      },
    ),
    { numRuns: Number(process.env['BATON_MODEL_RUNS'] ?? 80) },
  );
  // It would prove nothing if all went to the tables.
  expect(unfiled).toBeGreaterThan(2);
  expect(handoffsAtOnce).toBeGreaterThan(1);
});
