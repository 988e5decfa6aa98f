// What answers tell of somebody, by attribute, and when. Where something comes in late, of each attribute what was told
// last stands; what is known without anybody having told it stays.
import type { Answers } from '@baton/form';
import { isMissing } from '@baton/rules';
import { withMerged } from './attributes/merged.ts';
import { consentTold } from './consent.ts';
import type { Context } from './context.ts';
import type { PublishedVersion } from './published-version.ts';
import { number, text, textOrNull } from './sql.ts';

type Values = Readonly<Record<string, unknown>>;

/** The answers as attributes of the person or their company. */
export function attributesTold(published: PublishedVersion, answers: Answers): Record<string, unknown> {
  const told: Record<string, unknown> = {};
  for (const [field, answer] of Object.entries(answers)) {
    const attribute = published.attributes.get(field);
    if (attribute !== undefined && !isMissing(answer)) told[attribute] = answer;
  }
  return told;
}

/**
 * When each attribute of a lead was told last.
 * @param visitor only what this browser told
 */
export function toldAtOf(
  { parts, documents }: Context,
  lead: number,
  visitor: string | null = null,
): ReadonlyMap<string, number> {
  const toldAt = new Map<string, number>();
  const rows = parts.sql.all(
    `SELECT form, version, answers, consent, at FROM submissions
     WHERE lead = ?1 AND final = 1 AND (?2 IS NULL OR visitor = ?2) ORDER BY at, id`,
    lead,
    visitor,
  );
  const { attributes } = documents.all();
  for (const row of rows) {
    const published = documents.published(text(row, 'form'), number(row, 'version'));
    if (published === null) continue;
    const answers: Answers = JSON.parse(text(row, 'answers'));
    const told = withMerged(attributes, {
      ...attributesTold(published, answers),
      ...consentTold(published, textOrNull(row, 'consent')),
    });
    for (const id of Object.keys(told)) toldAt.set(id, number(row, 'at'));
  }
  return toldAt;
}

/** What is known, with what was told at `at`, wherever nothing was told of it since. Pure. */
export function withEarlier(
  known: Values,
  told: Values,
  toldAt: ReadonlyMap<string, number>,
  at: number,
): Values {
  const last = Object.entries(told).filter(
    ([id]) => isMissing(known[id]) || (toldAt.get(id) ?? Infinity) <= at,
  );
  return { ...known, ...Object.fromEntries(last) };
}
