// The agreement's draft at work: its store, and what saves it. Where nobody has begun one, it is what is in force, and
// becomes a draft with the first change.
import type { AgreementDraft, AgreementState, Me } from '@baton/worker/api-types';
import { ask } from '../server/ask.ts';
import { agreementPath } from '../server/agreement-queries.ts';
import { Refusal } from '../server/refusal.ts';
import { DraftSaver } from '../saving/draft-saver.ts';
import { createDraftStore } from '../saving/draft-store.ts';
import { deviceStorage, keptDrafts } from '../saving/kept-drafts.ts';
import { mergeDocuments } from '../saving/merge-documents.ts';
import { isSentLate } from '../saving/use-saving.ts';
import type { JudgedTerms, OpenClause, TermsSaver, TermsStanding, TermsStore } from './terms-context.ts';
import { readTermsDraft, type TermsDraft } from './terms-draft.ts';

/** What stands where: the draft, or what is in force; null: there is neither. */
export function standingOf({ draft, inForce }: AgreementState): TermsStanding | null {
  if (draft !== null) return standingDraft(draft);
  if (inForce === null || inForce.document === null) return null;
  const { version, document } = inForce;
  return { ...nothingSaid, revision: 0, base: version, document };
}

const nothingSaid = { at: null, author: null, issues: [], warnings: [], outdated: false } as const;

function standingDraft({ savedAt, savedByName, ...draft }: AgreementDraft): TermsStanding {
  const { revision, base, document, issues, warnings, outdated } = draft;
  return { revision, base, document, issues, warnings, outdated, at: savedAt, author: savedByName };
}

export async function readStanding(signal: AbortSignal): Promise<TermsStanding | null> {
  const { draft } = await ask<AgreementState>(agreementPath, { signal });
  return draft === null ? null : standingDraft(draft);
}

type Opened = { readonly store: TermsStore; readonly saver: TermsSaver };

/** @param told somebody else changed it too, by name */
export function openDraft(
  standing: TermsStanding,
  document: TermsDraft,
  me: Me,
  told: (name: string) => void,
): Opened {
  const store: TermsStore = createDraftStore<TermsDraft, OpenClause>({
    draft: document,
    selection: null,
    stillThere: (open) => open,
    now: () => performance.now(),
  });
  const saver: TermsSaver = new DraftSaver<TermsDraft, TermsStanding, JudgedTerms>(
    {
      draft: standing,
      kept: keptDrafts(deviceStorage(), me.workspace.id, 'agreement', readTermsDraft),
      read: () => store.state.getState().draft,
      receive(merged, author) {
        store.receive(merged);
        if (author !== null) told(author);
      },
      parse: readTermsDraft,
      merge: mergeTerms,
      judge: ({ revision, base, at, author, issues, warnings, outdated }) => ({
        revision,
        base,
        at,
        author,
        issues,
        warnings,
        outdated,
      }),
      send: ({ revision, base }, body, last) => saveDraft(revision, base, body, last && isSentLate(body)),
    },
    document,
  );
  return { store, saver };
}

function mergeTerms(
  base: TermsDraft,
  mine: TermsDraft,
  theirs: TermsDraft,
  choices?: Parameters<typeof mergeDocuments>[3],
) {
  const { draft, clashes } = mergeDocuments(base, mine, theirs, choices);
  return { draft: readTermsDraft(draft) ?? mine, clashes };
}

/** @param revision 0: nobody had begun a draft */
export async function saveDraft(
  revision: number,
  base: number | null,
  document: TermsDraft,
  keepalive = false,
): Promise<TermsStanding> {
  const put = (from: number | null): Promise<AgreementDraft> =>
    ask<AgreementDraft>(`${agreementPath}/draft`, {
      method: 'PUT',
      body: { revision: from, base, document },
      keepalive,
    });
  try {
    return standingDraft(await put(revision === 0 ? null : revision));
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 409) throw error;
    const stands: AgreementDraft | null = error.body === null ? null : Object(error.body);
    // Somebody has proposed or dropped it meanwhile: what is written here begins another one.
    if (stands === null) return standingDraft(await put(null));
    throw new Refusal(409, error.message, error.issues, standingDraft(stands));
  }
}
