// What is worked on, read as the version that it would become: for showing and trying it before it is published. Refuses
// only what nothing can be made of; what would merely keep it from being published is no hindrance.
import { parseForm } from '@baton/form/document';
import type { Issue } from '@baton/rules';
import type { Context } from './context.ts';
import { uncheckedDraft } from './drafts.ts';
import { formContextOf } from './import-forms.ts';
import { versionOf, type UncheckedVersion } from './published-version.ts';

export type Drafted =
  | { readonly kind: 'version'; readonly version: UncheckedVersion }
  /** The draft has been saved since the revision that was asked for. */
  | { readonly kind: 'overtaken'; readonly revision: number }
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[] };

/**
 * The saved draft, or the form as it is published.
 * @param revision what it is to be; null: whatever it is
 * @returns null when there is no such form
 */
export function savedDraft(context: Context, form: string, revision: number | null): Drafted | null {
  const draft = uncheckedDraft(context, form);
  if (draft === null) return null;
  if (revision !== null && draft.revision !== revision)
    return { kind: 'overtaken', revision: draft.revision };
  return readDraft(context, draft.document, (draft.base ?? 0) + 1);
}

/** @param version the number that it is to have */
export function readDraft({ documents }: Context, document: unknown, version: number): Drafted {
  const { catalogue } = documents.all();
  const around = { catalogue, ...formContextOf(documents.standing()?.value ?? null) };
  const parsed = parseForm(document, { ...around, draft: true });
  if (!parsed.ok) return { kind: 'invalid', issues: parsed.issues };
  return { kind: 'version', version: versionOf(parsed.value, around, { version, hash: '' }) };
}
