import { expect, test } from 'vitest';
import { companyScore } from './company-score.ts';
import { exampleAgreement } from './example-agreement.ts';

const { score } = exampleAgreement();

test('a company fits as well as its best person, and is as engaged and intent as all of them', () => {
  expect(companyScore({ fit: 30, engagement: 12, intent: 20 }, score)).toEqual({
    fit: 30,
    engagement: 12,
    intent: 20,
    total: 62,
  });
});

test('no part goes beyond what the agreement gives a single person', () => {
  const { fit, engagement, intent } = score;
  expect(companyScore({ fit: 1000, engagement: 1000, intent: 1000 }, score)).toEqual({
    fit: fit.max,
    engagement: engagement.max,
    intent: intent.max,
    total: fit.max + engagement.max + intent.max,
  });
  expect(companyScore({ fit: 0, engagement: 0, intent: 0 }, score).total).toBe(0);
});
