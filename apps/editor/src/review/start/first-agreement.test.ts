// The first agreement is one that could be proposed, whatever the past suggests.
import { parseAgreement } from '@baton/agreement';
import type { Attribute } from '@baton/rules';
import type { HistoryFindings } from '@baton/worker/api-types';
import { expect, test } from 'vitest';
import { evidenceInWords, firstAgreement } from './first-agreement.ts';

const size: Attribute = {
  id: 'company_size',
  label: 'Company size',
  type: 'choice',
  about: 'company',
  ordered: true,
  options: [
    { id: 's', label: 'Small' },
    { id: 'l', label: 'Large' },
  ],
};
const needs: Attribute = {
  id: 'needs',
  label: 'Needs',
  type: 'choices',
  about: 'person',
  options: [{ id: 'x', label: 'X' }],
};
const attributes = new Map([size, needs].map((one) => [one.id, one]));
const people = new Map([['vp@x.example', { email: 'vp@x.example', name: 'V', party: 'sales' as const }]]);
const around = { attributes, fallback: 'vp@x.example', timeZone: 'Europe/Berlin' };

const card: HistoryFindings = {
  kind: 'scorecard',
  every: 1,
  known: 600,
  won: 120,
  interval: [0.17, 0.23],
  rules: [
    {
      id: 'lead_company_size_1',
      says: 'Company size is Large',
      dimension: 'fit',
      points: 40,
      interval: [30, 50],
      when: { combinator: 'and', rules: [{ field: 'lead.company_size', operator: '=', value: 'l' }] },
      leads: 200,
      won: 100,
    },
    {
      id: 'visit_utm_source_1',
      says: 'Source is fair',
      dimension: 'intent',
      points: 20,
      interval: [10, 30],
      when: { combinator: 'and', rules: [{ field: 'visit.utm_source', operator: '=', value: 'fair' }] },
      leads: 100,
      won: 40,
    },
  ],
  max: { fit: 40, engagement: 0, intent: 20 },
  heldBack: { rows: 600, won: 120, auc: 0.8, interval: [0.76, 0.84], lift20: 2.5 },
  threshold: { from: 40, precision: 0.5, interval: [0.4, 0.6], recall: 0.8, share: 0.33 },
  hot: { from: 40, precision: 0.5, interval: [0.4, 0.6], recall: 0.8, share: 0.33 },
};

const segments: HistoryFindings = {
  kind: 'segments',
  every: 1,
  known: 90,
  won: 30,
  interval: [0.2, 0.4],
  why: 'too_few',
  least: { each: 20, all: 100 },
  segments: [
    {
      attribute: 'company_size',
      value: 'l',
      label: 'Company size: Large',
      known: 30,
      won: 20,
      interval: [0.5, 0.8],
    },
    { attribute: 'needs', value: 'x', label: 'Needs: X', known: 30, won: 20, interval: [0.5, 0.8] },
  ],
};

test.each<[string, HistoryFindings]>([
  ['points from outcomes', card],
  ['what stands out', segments],
  ['nothing', { ...segments, segments: [] }],
])('%s make an agreement that can be proposed', (_, findings) => {
  const parsed = parseAgreement(firstAgreement(findings, around), {
    catalogue: attributes,
    people,
    teams: new Map(),
  });
  expect(parsed).toMatchObject({ ok: true });
});

test('how sure it is stands beside it', () => {
  expect(evidenceInWords(card).join(' ')).toContain('80% of the time (76% to 84%)');
  expect(evidenceInWords(segments).join(' ')).toContain('it takes 100 outcomes, 20 of each kind');
  expect(evidenceInWords({ ...segments, segments: [] }).join(' ')).toContain('Nothing stands out');
});
