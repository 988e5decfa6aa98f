// The order in which a known visitor is asked what they have not told: what decides comes first, from what this browser told.
import { expect, test } from 'vitest';
import { arrivalOf, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace, unsigned } from './small-workspace.ts';
import { stored } from './views.ts';

const inTurn = { ask: 'progressive' } as const;

function form(order: 'listed' | 'deciding') {
  const fields = [
    { id: 'email', kind: 'email', attribute: 'email', label: 'E-mail', required: true, ask: 'always' },
    { id: 'name', kind: 'text', attribute: 'name', label: 'Name', ...inTurn },
    { id: 'size', kind: 'choice', attribute: 'company_size', label: 'Size', required: true, ...inTurn },
    { id: 'role', kind: 'choice', attribute: 'role', label: 'Role', required: true, ...inTurn },
  ];
  return {
    ...smallWorkspace.forms[0],
    profiling: { maxProgressive: 1, order },
    steps: [{ id: 's1', title: 'You', fields }],
  };
}

function ready(order: 'listed' | 'deciding', workspace: object = smallWorkspace): NodeDesk {
  const bench = nodeDesk();
  expect(bench.desk.importWorkspace({ ...workspace, forms: [form(order)] })).toMatchObject({ ok: true });
  return bench;
}

let people = 0;

/** What somebody is asked who told this at their first visit. */
function askedAfter(bench: NodeDesk, told: Record<string, unknown>): readonly string[] | undefined {
  people += 1;
  const email = `p${people}@x.example`;
  const { reply } = stored(bench.desk.intake.submit(arrivalOf({ email, ...told })));
  return bench.desk.nextQuestions('demo', reply.visitor)?.ask;
}

test('of what is not known, the question that decides comes first; listed order is as before', () => {
  // A manager with more than ten people qualifies, and a third of the roles is a manager's.
  expect(askedAfter(ready('deciding'), {})).toEqual(['email', 'role']);
  expect(askedAfter(ready('deciding'), { role: 'manager' })).toEqual(['email', 'size']);
  expect(askedAfter(ready('listed'), {})).toEqual(['email', 'name']);
});

test('where nothing can change the decision any more, or there is no agreement, the listed order holds', () => {
  expect(askedAfter(ready('deciding'), { role: 'student' })).toEqual(['email', 'name']);
  expect(askedAfter(ready('deciding', unsigned()), {})).toEqual(['email', 'name']);
});

test('what many others answered counts after a day, and only as how often it was answered', () => {
  const bench = ready('deciding');
  expect(askedAfter(bench, {})).toEqual(['email', 'role']);
  // Now nearly everybody is a manager, so the size is what tells them apart.
  for (let one = 0; one < 60; one += 1) {
    const size = one % 2 === 0 ? '1-10' : '51-500';
    bench.now += 60_000;
    bench.desk.intake.submit(arrivalOf({ email: `m${one}@x.example`, role: 'manager', size }));
  }
  expect(askedAfter(bench, {})).toEqual(['email', 'role']);
  bench.now += 86_400_000;
  expect(askedAfter(bench, {})).toEqual(['email', 'size']);
});

test('nobody is refused for a question that came up after they were asked another', () => {
  const bench = ready('deciding');
  const email = 'late@x.example';
  const { reply } = stored(bench.desk.intake.submit(arrivalOf({ email })));
  const later = bench.desk.intake.submit(arrivalOf({ email, name: 'Late' }, { visitor: reply.visitor }));
  expect(stored(later).reply.visitor).toBe(reply.visitor);
});

test('nobody is refused for a question in its turn who became known after their form was drawn', () => {
  const bench = nodeDesk();
  const demanded = form('listed');
  const [step] = demanded.steps;
  const fields = step?.fields.map((field) => ({ ...field, required: true }));
  const forms = [{ ...demanded, steps: [{ ...step, fields }] }];
  expect(bench.desk.importWorkspace({ ...smallWorkspace, forms })).toMatchObject({ ok: true });
  const answers = { email: 'tabs@x.example', name: 'In two tabs' };
  const { reply } = stored(bench.desk.intake.submit(arrivalOf(answers)));
  // The same form, drawn for a stranger too, in another tab.
  const other = bench.desk.intake.submit(arrivalOf(answers, { visitor: reply.visitor }));
  expect(stored(other).reply.visitor).toBe(reply.visitor);
});
