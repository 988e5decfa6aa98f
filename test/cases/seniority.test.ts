// Which level a job title tells, by language, as data. Only the package is imported, so it may run in every host.
import { seniorities, seniorityOf } from '@baton/derive';
import { describe, expect, test } from 'vitest';
import cases from './seniority.json' with { type: 'json' };

const levels: ReadonlySet<unknown> = new Set([...seniorities, null]);

for (const [language, titles] of Object.entries(cases)) {
  describe(`titles in ${language}`, () => {
    test.each(Object.entries(titles))('"%s" tells %s', (title, level) => {
      expect(levels.has(level), 'a level of the catalogue').toBe(true);
      expect(seniorityOf(title)).toBe(level);
    });

    test('are at least a dozen', () => {
      expect(Object.keys(titles).length).toBeGreaterThanOrEqual(12);
    });
  });
}
