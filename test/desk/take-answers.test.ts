// What only the worker asks of answers: whose address it is, what a text must look like, whether a number can be
// dialled; and what it writes in full.
import { expect, test } from 'vitest';
import { arrivalOf, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';
import { leadOf, stored } from './views.ts';

const base = { id: 'email', kind: 'email', attribute: 'email', label: 'E-mail', required: true };

function bench(fields: readonly object[], first: object = base): NodeDesk {
  const made = nodeDesk();
  const [form] = smallWorkspace.forms;
  const steps = [{ id: 's1', title: 'You', fields: [first, ...fields] }];
  const imported = made.desk.importWorkspace({
    ...smallWorkspace,
    attributes: [
      ...smallWorkspace.attributes,
      { id: 'phone', label: 'Phone', type: 'phone', about: 'person' },
    ],
    forms: [{ ...form, steps }],
  });
  expect(imported).toMatchObject({ ok: true });
  return made;
}

function answersOf(made: NodeDesk, answers: Record<string, unknown>, visit: object = {}): unknown {
  stored(made.desk.intake.submit(arrivalOf({ email: 'a@nwosu.example', ...answers }, { visit })));
  return leadOf(made, 'a@nwosu.example').submissions[0]?.answers;
}

function issuesOf(made: NodeDesk, answers: Record<string, unknown>): unknown {
  const submitted = made.desk.intake.submit(arrivalOf({ email: 'a@nwosu.example', ...answers }));
  return submitted.kind === 'invalid' ? submitted.issues : submitted.kind;
}

test('free and throw-away addresses are refused only where the form says so', () => {
  const refusal = [{ code: 'not_business', path: ['answers', 'email'], params: { field: 'email' } }];
  const strict = bench([], { ...base, business: 'refuse', businessText: 'Work address, please.' });
  for (const email of ['ada@gmail.com', 'ADA@Yahoo.co.uk', 'x@mailinator.com']) {
    expect(issuesOf(strict, { email }), email).toEqual(refusal);
  }
  expect(issuesOf(strict, { email: 'ada@nwosu.example' })).toBe('stored');
  expect(issuesOf(strict, { email: 'info@nwosu.example' })).toBe('stored');
  for (const business of ['allow', 'warn', undefined]) {
    const made = bench([], business === undefined ? base : { ...base, business });
    expect(issuesOf(made, { email: 'ada@gmail.com' }), business).toBe('stored');
  }
});

test('a refusal is the same whether or not the address is known', () => {
  const made = bench([], { ...base, business: 'refuse' });
  const [form] = smallWorkspace.forms;
  made.desk.importWorkspace({
    format: 1,
    forms: [{ ...form, id: 'open', steps: [{ id: 's1', fields: [base] }] }],
  });
  stored(made.desk.intake.submit(arrivalOf({ email: 'known@gmail.com' }, { form: 'open' })));
  expect(issuesOf(made, { email: 'known@gmail.com' })).toEqual(issuesOf(made, { email: 'new@gmail.com' }));
});

test('a text that does not match its pattern is refused, a matching one is stored as it was typed', () => {
  const made = bench([{ id: 'vat', kind: 'text', label: 'VAT', pattern: '(?i)de\\d{9}' }]);
  expect(issuesOf(made, { vat: 'DE12' })).toEqual([
    { code: 'not_in_pattern', path: ['answers', 'vat'], params: { field: 'vat' } },
  ]);
  expect(answersOf(made, { vat: 'De123456789' })).toMatchObject({ vat: 'De123456789' });
});

const phone = { id: 'tel', kind: 'phone', attribute: 'phone', label: 'Phone' };
const country = { id: 'land', kind: 'country', label: 'Country' };

test('a telephone number is written in full where its country is certain', () => {
  const given = (answers: Record<string, unknown>, visit: object = {}) =>
    answersOf(bench([phone, country]), answers, visit);
  const full = { tel: '+49301234567' };
  expect(given({ tel: '+49 (0)30 123 45 67' })).toMatchObject(full);
  expect(given({ tel: '030 1234567', land: 'DE' })).toMatchObject(full);
  expect(given({ tel: '030 1234567' }, { country: 'DE' })).toMatchObject(full);
  expect(given({ tel: '030 1234567' }, { language: 'de-DE' })).toMatchObject(full);
  // What was answered counts before where the visitor happens to be.
  expect(given({ tel: '030 1234567', land: 'DE' }, { country: 'NL' })).toMatchObject(full);
});

test('a number that nobody can place stays as it was typed: no lead is lost over one', () => {
  const made = bench([phone, country]);
  expect(answersOf(made, { tel: '030 1234567' }, { language: 'de' })).toMatchObject({ tel: '030 1234567' });
  expect(leadOf(made, 'a@nwosu.example').attributes).toMatchObject({ phone: '030 1234567' });
});

test('a strict field takes no number that cannot be dialled', () => {
  const made = bench([{ ...phone, strict: true }, country]);
  expect(issuesOf(made, { tel: '000 000', land: 'DE' })).toEqual([
    { code: 'not_phone', path: ['answers', 'tel'] },
  ]);
  expect(issuesOf(made, { tel: '030 1234567', land: 'DE' })).toBe('stored');
});

test('what was written in full is taken as it is', () => {
  const once = answersOf(bench([phone]), { tel: '650 253 0000 x12' }, { country: 'US' });
  expect(once).toMatchObject({ tel: '+16502530000 ext. 12' });
  expect(answersOf(bench([phone]), Object(once))).toEqual(once);
});

test('what is behind "other" reaches the lead, the receivers and the mail with its choice', async () => {
  const made = bench([
    { id: 'size', kind: 'choice', attribute: 'company_size', label: 'Company size' },
    { id: 'role', kind: 'choice', attribute: 'role', label: 'Role' },
    {
      id: 'heard',
      kind: 'choices',
      label: 'How did you hear of us?',
      other: true,
      options: [{ id: 'ad', label: 'Ad' }],
    },
  ]);
  const answers = {
    email: 'a@nwosu.example',
    size: '51-500',
    role: 'manager',
    heard: ['ad', 'other'],
    heard_other: 'From <Bea>',
  };
  expect(answersOf(made, answers)).toEqual(answers);
  await made.settle();
  const bodies = made.sent.map((message) => message.body);
  expect(bodies.some((body) => body.includes('"heard_other":"From <Bea>"'))).toBe(true);
  const mails = bodies.filter((body) => body.includes('How did you hear of us?'));
  expect(mails.length).toBeGreaterThan(0);
  for (const mail of mails) {
    expect(mail).toContain('Ad, Other: From <Bea>');
    expect(mail).toContain('Ad, Other: From &lt;Bea&gt;');
    expect(mail).not.toContain('Please say which');
  }
});
