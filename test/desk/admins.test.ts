// Who is told that something needs a hand: the admins of the workspace, whether its document names them or the Gate lets
// them in; each once.
import { expect, test } from 'vitest';
import { admin, lateWorkspace } from './clocks/late-workspace.ts';
import { mails } from './clocks/told.ts';
import { arrivalOf, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const [owner, other] = ['mara@baton.example', 'omar@baton.example'];

/** Nobody of the team is there. */
function nobodyThere(): object {
  const away = { away: [{ from: '2027-01-01', to: '2027-01-31' }] };
  const people = smallWorkspace.people.map((person) =>
    /^(ann|bob)@/.test(person.email) ? { ...person, ...away } : person,
  );
  return { ...smallWorkspace, people };
}

async function send(bench: NodeDesk, email: string): Promise<void> {
  bench.desk.intake.submit(arrivalOf({ email, size: '51-500', role: 'manager', team: 1 }));
  await bench.settle();
}

const asAdmins = (...emails: readonly string[]) =>
  emails.map((email) => ({ email, name: email, role: 'admin' as const }));

const told = (bench: NodeDesk): string[] =>
  mails(bench)
    .filter(({ subject }) => subject.startsWith('Baton: '))
    .map(({ to, subject }) => `${to} ${subject}`)
    .toSorted();

const nobody = 'Baton: A lead found nobody to take it';

test('a lead for nobody goes to the fallback, and whoever comes in as an admin is told, after a restart as well', async () => {
  const bench = nodeDesk();
  bench.desk.importWorkspace(nobodyThere());
  bench.desk.knowMembers(asAdmins(owner, other));
  const again = bench.restart();
  await send(again, 'ada@engines.example');
  expect(told(again)).toEqual([`${owner} ${nobody}`, `${other} ${nobody}`]);
  expect(mails(again).find(({ subject }) => subject.startsWith('MQL'))?.to).toBe('vp@baton.example');
  // Who is none any more is told nothing more.
  again.desk.knowMembers(asAdmins(other));
  again.now += day + minute;
  await send(again, 'bo@other.example');
  expect(told(again).filter((one) => one.startsWith(other))).toHaveLength(2);
  expect(told(again).filter((one) => one.startsWith(owner))).toHaveLength(1);
});

test('admins of the document are told as well, and who is both once; without any admin it is the fallback', async () => {
  const bench = nodeDesk();
  const away = { away: [{ from: '2027-01-01', to: '2027-01-31' }] };
  const late = lateWorkspace();
  const people = late.people.map((person) =>
    /^(ann|bob)@/.test(person.email) ? { ...person, ...away } : person,
  );
  bench.desk.importWorkspace({ ...late, people });
  bench.desk.knowMembers(asAdmins(admin, owner));
  await send(bench, 'ada@engines.example');
  expect(told(bench)).toEqual([`${admin} ${nobody}`, `${owner} ${nobody}`]);
  const without = nodeDesk();
  without.desk.importWorkspace(nobodyThere());
  await send(without, 'ada@engines.example');
  expect(told(without)).toEqual([`vp@baton.example ${nobody}`]);
});

test('a dead letter is told to them, with what is known of it', async () => {
  const bench = nodeDesk();
  bench.desk.importWorkspace(smallWorkspace);
  bench.desk.knowMembers(asAdmins(owner));
  bench.answer = ({ target }) =>
    target.startsWith('https://crm.')
      ? { ok: false, code: 'http_404', status: 404, permanent: true }
      : { ok: true, status: 200 };
  await send(bench, 'ada@engines.example');
  await bench.settle();
  expect(told(bench)).toEqual([`${owner} Baton: Destination “crm” was given up`]);
  expect(mails(bench).find(({ to }) => to === owner)?.text).toContain('http_404');
});
