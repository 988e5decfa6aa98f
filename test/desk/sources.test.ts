// A CRM that reports what became of leads: signed, once for each id, by its own names; what is not known is said back.
import { expect, test } from 'vitest';
import { Webhook } from 'standardwebhooks';
import * as z from 'zod';
import type { HandAnswer } from '../../apps/worker/src/desk/hands/answer.ts';
import { mappingOf, mappingSchema } from '../../apps/worker/src/desk/sources/crm-mappings.ts';
import { readReports } from '../../apps/worker/src/desk/sources/read-reports.ts';
import { arrivalOf, nodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';
import { leadOf, stored } from './views.ts';

const email = 'ada@engines.example';

function read(answer: HandAnswer): Record<string, unknown> {
  if (answer.kind !== 'done') throw new Error(JSON.stringify(answer));
  return z.record(z.string(), z.unknown()).parse(JSON.parse(answer.text));
}

function crm(kind: 'hubspot' | 'salesforce' | 'pipedrive' | 'custom' = 'hubspot', mapping: object = {}) {
  const bench = nodeDesk();
  bench.desk.importWorkspace(smallWorkspace);
  stored(bench.desk.intake.submit(arrivalOf({ email, size: '51-500', role: 'manager', team: 1 })));
  const { hands } = bench.desk.as({ kind: 'owner', workspace: 'main' });
  const document = { name: 'CRM', kind, mapping: mappingSchema.parse(mapping) };
  const secret = String(read(hands.saveSource('crm', document))['secret']);
  let calls = 0;
  const signed = (body: string, with_ = secret, at = bench.now, id = `call_${(calls += 1)}`) => {
    const timestamp = Math.floor(at / 1000);
    const signature = new Webhook(with_).sign(id, new Date(timestamp * 1000), body);
    return { id, timestamp: String(timestamp), signature, body };
  };
  const report = (body: unknown) => {
    bench.now += 60_000;
    const call = signed(JSON.stringify(body));
    expect(bench.desk.sources.isSigned('crm', call)).toBe(true);
    const taken = bench.desk.sources.take('crm', call.id, body);
    if (taken.kind !== 'done') throw new Error(taken.kind);
    return Object(JSON.parse(taken.text)).results;
  };
  return { bench, hands, secret, signed, report };
}

test('only these bytes, this secret, this id and these five minutes are signed', () => {
  const { bench, secret, signed } = crm();
  const { sources } = bench.desk;
  const call = signed('{"a":1}');
  expect(sources.isSigned('crm', call)).toBe(true);
  expect(sources.isSigned('crm', { ...call, signature: `v1,AAAA ${call.signature}` })).toBe(true);
  expect(sources.isSigned('other', call)).toBe(false);
  const strange = 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
  for (const forged of [
    { ...call, body: '{"a": 1}' },
    { ...call, id: 'call_other' },
    { ...call, id: '' },
    { ...call, timestamp: String(Number(call.timestamp) + 1) },
    { ...call, timestamp: 'now' },
    { ...call, signature: '' },
    { ...call, signature: call.signature.replace('v1,', '') },
    { ...call, signature: call.signature.slice(0, -1) },
    signed('{}', strange),
    signed('{}', secret, bench.now - 302_000),
    signed('{}', secret, bench.now + 302_000),
  ]) {
    expect(sources.isSigned('crm', forged), JSON.stringify(forged)).toBe(false);
  }
  expect(sources.isSigned('crm', signed('{}', secret, bench.now - 299_000))).toBe(true);
});

test('a new secret and the old one are both good for a day, then the new one alone; neither is told again', () => {
  const { bench, hands, secret, signed } = crm();
  const next = String(read(hands.rotateSource('crm'))['secret']);
  const isGood = (one: string) => bench.desk.sources.isSigned('crm', signed('{}', one));
  expect([isGood(secret), isGood(next)]).toEqual([true, true]);
  bench.now += 24 * 3_600_000;
  expect([isGood(secret), isGood(next)]).toEqual([false, true]);
  expect(JSON.stringify(read(hands.sources()))).not.toMatch(/whsec_/);
  const again = { name: 'CRM', kind: 'custom' as const, mapping: {} };
  expect(read(hands.saveSource('crm', again))['secret']).toBeNull();
  expect(isGood(next)).toBe(true);
  expect(JSON.stringify(bench.desk.changes({ limit: 50 }))).not.toMatch(/whsec_/);
  read(hands.removeSource('crm'));
  expect(isGood(next)).toBe(false);
  expect(hands.rotateSource('crm').kind).toBe('unknown');
});

test('what a CRM works on is accepted, every step between is taken, and the source is its author', () => {
  const { bench, report } = crm();
  const deal = (dealstage: string, more: object = {}) => ({
    properties: { email: 'ADA@engines.example', dealstage, ...more },
  });
  const money = { amount: '12000.50', deal_currency_code: 'EUR' };
  expect(report(deal('qualifiedtobuy', money))).toMatchObject([{ outcome: 'moved', stage: 'opportunity' }]);
  const lead = leadOf(bench, email);
  expect(lead).toMatchObject({
    stage: 'opportunity',
    amount: 12_000.5,
    currency: 'EUR',
    handoffs: [{ verdict: { kind: 'accepted', by: 'source:crm' } }],
    stages: [
      { stage: 'mql' },
      { stage: 'sal', author: 'source:crm' },
      { stage: 'sql', author: 'source:crm', amount: null },
      { stage: 'opportunity', amount: 12_000.5, corrected: false },
    ],
  });
  expect(report(deal('contractsent', money))).toMatchObject([{ outcome: 'unchanged' }]);
  expect(report(deal('closedlost', { closed_lost_reason: 'Price' }))).toMatchObject([{ stage: 'lost' }]);
  expect(leadOf(bench, email)).toMatchObject({ outcomeReason: 'Price' });
  // Somebody has moved the deal back.
  expect(report(deal('appointmentscheduled'))).toMatchObject([{ stage: 'sql' }]);
  expect(leadOf(bench, email)['stages']).toMatchObject(
    expect.arrayContaining([expect.objectContaining({ stage: 'sql', corrected: true })]),
  );
});

test('what is not known is said back, beside what is, and can be seen at the source', () => {
  const { bench, hands, report } = crm('custom', { reports: 'changes', stages: { Gewonnen: 'won' } });
  stored(bench.desk.intake.submit(arrivalOf({ email: 'cold@engines.example', size: '1-10' })));
  const changes = [
    { email: 'nobody@engines.example', stage: 'won' },
    { email, stage: 'Verhandlung' },
    { email },
    { email: 'cold@engines.example', stage: 'won' },
    { email, stage: ' GEWONNEN ', amount: '1e99', currency: 'EUR' },
  ];
  const results = report({ changes });
  expect(results).toMatchObject([
    { outcome: 'unknown_lead', lead: null },
    { outcome: 'unknown_stage', told: ['Verhandlung'], detail: 'The mapping does not know “Verhandlung”.' },
    { outcome: 'unknown_stage', detail: 'No stage was told.' },
    { outcome: 'refused', detail: expect.stringContaining('not with sales') },
    { outcome: 'moved', stage: 'won' },
  ]);
  expect(leadOf(bench, email)).toMatchObject({ amount: null });
  expect(read(hands.sources())).toMatchObject({ sources: [{ id: 'crm', calls: [{ results }] }] });
});

test('the same call is answered the same and changes nothing, whatever has happened since', () => {
  const { bench, signed } = crm('custom');
  const body = { email, stage: 'sql' };
  const { id } = signed(JSON.stringify(body));
  const first = bench.desk.sources.take('crm', id, body);
  bench.now += 1000;
  bench.desk.sources.take('crm', 'call_later', { email, stage: 'won' });
  expect(bench.desk.sources.take('crm', id, body)).toEqual(first);
  expect(leadOf(bench, email).stage).toBe('won');
  expect(bench.desk.sources.take('crm', 'call_odd', 'text')).toEqual({ kind: 'unreadable' });
});

test.each([
  [
    'salesforce' as const,
    { Email: email, StageName: 'Closed Won', Amount: 900, CurrencyIsoCode: 'usd' },
    { stage: 'won', amount: 900, currency: 'USD' },
  ],
  [
    'pipedrive' as const,
    // As a webhook of version 2 has it, with its person from the API of version 2.
    {
      meta: { action: 'change', entity: 'deal', version: '2.0' },
      data: {
        id: 1,
        value: 2,
        currency: 'USD',
        status: 'won',
        stage_id: 2,
        person_id: 3,
        lost_reason: null,
        custom_fields: {},
        person: { id: 3, emails: [{ value: email, primary: true, label: 'work' }] },
      },
      previous: { status: 'open' },
    },
    { email, stage: 'won', amount: 2, currency: 'USD', reason: null },
  ],
  [
    'hubspot' as const,
    {
      properties: {
        email: { value: email },
        hs_lead_status: { value: 'UNQUALIFIED' },
        closed_lost_reason: { value: 'Too small' },
      },
    },
    { email, stage: 'lost', reason: 'Too small' },
  ],
  [
    'pipedrive' as const,
    {
      meta: { action: 'change' },
      data: { status: 'lost', value: 50, currency: 'EUR', lost_reason: 'Time', baton_lead_id: 'lead_1' },
    },
    { lead: 'lead_1', stage: 'lost', reason: 'Time', amount: 50 },
  ],
  [
    'hubspot' as const,
    { properties: { email: { value: email }, lifecyclestage: { value: 'salesqualifiedlead' } } },
    { email, stage: 'sql' },
  ],
])('%s is read by its own names', (kind, body, expected) => {
  expect(readReports(body, mappingOf(kind, {}))).toMatchObject([expected]);
});

test.each([
  ['Open - Not Contacted', null],
  ['Working - Contacted', 'contacted'],
  ['Working', 'contacted'],
  ['Nurturing', null],
  ['Qualified', 'sql'],
  ['Unqualified', 'lost'],
  ['Closed - Not Converted', 'lost'],
])('a lead that Salesforce calls %s is %s', (Status, stage) => {
  expect(readReports({ Email: email, Status }, mappingOf('salesforce', {}))).toMatchObject([
    { email, stage },
  ]);
});

test('paths follow own keys alone, and numbers of an account are what the source says they are', () => {
  const given = mappingSchema.parse({ email: 'constructor.name', stages: { 7: 'sql' } });
  const mapping = mappingOf('pipedrive', given);
  expect(readReports({ data: { status: 'open', stage_id: 7 } }, mapping)).toMatchObject([
    { email: null, stage: 'sql' },
  ]);
  expect(readReports([1], mapping)).toBeNull();
  expect(
    readReports(
      Array.from({ length: 201 }, () => ({})),
      mapping,
    ),
  ).toBeNull();
});
