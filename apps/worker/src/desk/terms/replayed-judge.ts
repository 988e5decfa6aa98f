// The agreement that a replay tries: a version as it stands, or a document that somebody works on. Refuses a document
// that could not run, and a version that is not what it was proposed as.
import { compileAgreement, parseAgreement, type Judge } from '@baton/agreement';
import type { Catalogue, Issue } from '@baton/rules';
import { catalogueSince } from '../snapshot.ts';
import { soundAgreement } from '../stored-agreement.ts';
import type { Reading } from './lead-stories.ts';
import { storedVersion } from './versions.ts';

export type Replayable = { readonly version: number } | { readonly document: unknown };

export type ReplayedJudge =
  /** With the catalogue that it judges by. */
  | { readonly kind: 'judge'; readonly judge: Judge; readonly catalogue: Catalogue }
  | { readonly kind: 'unknown' | 'tampered' }
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[] };

export function replayedJudge({ parts, documents }: Reading, what: Replayable): ReplayedJudge {
  const { catalogue, people, teams } = documents.all();
  if ('document' in what) {
    const parsed = parseAgreement(what.document, { catalogue, people, teams }, ['document']);
    if (!parsed.ok) return { kind: 'invalid', issues: parsed.issues };
    return { kind: 'judge', judge: compileAgreement(parsed.value, catalogue), catalogue };
  }
  const found = storedVersion(parts.sql, what.version);
  if (found === null) return { kind: 'unknown' };
  const sound = soundAgreement(parts.sql, found.row);
  if (!sound.ok) return { kind: 'tampered' };
  const { value, attributes } = sound.value;
  const since = catalogueSince(attributes, catalogue);
  return { kind: 'judge', judge: compileAgreement(value, since), catalogue: since };
}
