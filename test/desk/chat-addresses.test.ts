// Whoever has the address of a chat's incoming webhook can write there. Those who look after destinations see it whole;
// nobody else does, wherever it is told that something went to the chat, or did not.
import { expect, test } from 'vitest';
import { mails } from './clocks/told.ts';
import { arrivalOf, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';
import { leadOf } from './views.ts';

const email = 'ada@engines.example';
const taking = { id: 'chat', kind: 'slack', url: 'https://hooks.slack.example/services/T0/B0/opens' };
const revoked = { id: 'team', kind: 'teams', url: 'https://flow.example/workflows/1?sig=opens' };
const shown = ['https://hooks.slack.example/…', 'https://flow.example/…'];
const page = { limit: 50, before: null };

/** A lead has been told of in one chat, and cannot be in the other. */
async function told(): Promise<NodeDesk> {
  const bench = nodeDesk();
  bench.desk.importWorkspace({ ...smallWorkspace, destinations: [taking, revoked] });
  bench.desk.knowMembers([{ email: 'mara@baton.example', name: 'Mara', role: 'admin' }]);
  bench.answer = ({ target }) =>
    target === revoked.url ? { ok: false, code: 'gone', status: 410, gone: true } : { ok: true, status: 200 };
  bench.desk.intake.submit(arrivalOf({ email, size: '51-500', role: 'manager', team: 12 }));
  await bench.settle();
  return bench;
}

test.each(['viewer', 'sales', 'marketing'] as const)(
  '%s reads of chats, and not what opens them',
  async (role) => {
    const bench = await told();
    const desk = bench.desk.as({
      kind: 'person',
      id: 'per_1',
      email: 'p@x.example',
      role,
      workspace: 'main',
    });
    const { id } = leadOf(bench, email);
    const listed = { state: null, lead: null, submission: null, destination: null, ...page };
    const places: Readonly<Record<string, string>> = {
      destinations: desk.destinations(),
      'the workspace': JSON.stringify(desk.exportWorkspace()),
      deliveries: JSON.stringify(desk.deliveries(listed)),
      'the timeline': JSON.stringify(desk.hands.timeline(id, page)),
    };
    for (const [place, text] of Object.entries(places)) {
      expect(text, place).not.toContain('opens');
      for (const address of shown) expect(text, place).toContain(address);
    }
    expect(JSON.stringify([desk.lead(id), desk.tables.leads(null), desk.tables.events(null)])).not.toContain(
      'opens',
    );
    // What was changed, with how it was before, is read by those alone who may change it.
    expect(() => desk.changes({ limit: 50 })).toThrow('audit.read');
  },
);

test('a mail about a chat that takes nothing any more says whose it is', async () => {
  const bench = await told();
  const warning = mails(bench).find(({ subject }) => subject.startsWith('Baton: '));
  expect(warning?.to).toBe('mara@baton.example');
  expect(warning?.text).toContain(shown[1]);
  expect(JSON.stringify(mails(bench))).not.toContain('opens');
});

test('those who look after destinations see the address whole, where they can change it', async () => {
  const { desk } = await told();
  const admin = desk.as({
    kind: 'person',
    id: 'per_1',
    email: 'p@x.example',
    role: 'admin',
    workspace: 'main',
  });
  for (const { url } of [taking, revoked]) {
    expect(admin.destinations()).toContain(url);
    expect(JSON.stringify(admin.exportWorkspace())).toContain(url);
  }
});
