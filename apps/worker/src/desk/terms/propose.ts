// What was drafted is put on the table as the next version, as it is at one revision. Refuses what could not run, what
// began from another version than the one in force, and what stands already. It judges nobody before both have signed.
import { parseAgreement, signedContent } from '@baton/agreement';
import type { Issue } from '@baton/rules';
import { isRecord } from '@baton/schema';
import { recordChange } from '../audit.ts';
import type { Context } from '../context.ts';
import { agreementContext } from '../import-agreement.ts';
import type { Posted } from '../outbox.ts';
import { sha256 } from '../sha256.ts';
import { checked, forgetDraft, storedDraft, type CheckedAgreementDraft } from './draft.ts';
import { endProposal, expireAt, proposalLifetime } from './end-proposal.ts';
import { tellProposed } from './tell.ts';
import type { Side } from './states.ts';
import { isOver, nextVersion, openProposals, versionInForce } from './versions.ts';

export type Proposing = {
  /** The revision that was looked at. */
  readonly revision: number;
  readonly note: string | null;
  /** The proposal that this one takes the place of. */
  readonly answers: number | null;
  /** As the audit names them. */
  readonly by: string;
  /** The side that proposes; null: none, such as an admin. */
  readonly side: Side | null;
};

export type Proposed =
  | { readonly kind: 'proposed'; readonly version: number; readonly posted: readonly Posted[] }
  | { readonly kind: 'no_draft' }
  | { readonly kind: 'overtaken'; readonly draft: CheckedAgreementDraft }
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[] };

export function propose(context: Context, asked: Proposing): Proposed {
  const { parts, documents } = context;
  const { sql } = parts;
  return sql.transaction((): Proposed => {
    const draft = storedDraft(sql);
    if (draft === null) return { kind: 'no_draft' };
    if (draft.revision !== asked.revision) return { kind: 'overtaken', draft: checked(context, draft) };
    const { attributes, catalogue, people, teams } = documents.all();
    const parsed = parseAgreement(draft.document, { catalogue, people, teams }, ['document']);
    if (!parsed.ok) return { kind: 'invalid', issues: parsed.issues };
    const now = parts.now();
    const document = withoutSignatures(draft.document);
    const hash = sha256(signedContent(document));
    const inForce = versionInForce(sql);
    const open = openProposals(sql).filter((proposal) => !isOver(proposal, now));
    const answered = open.find(({ version }) => version === asked.answers) ?? null;
    const issues = refusals();
    if (issues.length > 0) return { kind: 'invalid', issues };

    const version = nextVersion(sql);
    const around = agreementContext(document, attributes);
    const expiresAt = now + proposalLifetime;
    if (answered !== null) endProposal(context, answered, 'answered', asked.by);
    sql.run(
      `INSERT INTO agreements (version, hash, document, context, context_hash, state, base, proposed_by, party,
         proposed_at, note, answers, expires_at) VALUES (?, ?, ?, ?, ?, 'proposed', ?, ?, ?, ?, ?, ?, ?)`,
      version,
      hash,
      JSON.stringify(document),
      around,
      sha256(around),
      inForce?.version ?? null,
      asked.by,
      asked.side,
      now,
      asked.note,
      asked.answers,
      expiresAt,
    );
    forgetDraft(context);
    expireAt(context, version, expiresAt);
    recordChange(parts, asked.by, {
      action: 'agreement.proposed',
      subject: String(version),
      after: { hash, ...(asked.answers === null ? {} : { answers: asked.answers }) },
    });
    documents.forget();
    return { kind: 'proposed', version, posted: tellProposed(context, version) };

    function refusals(): Issue[] {
      const found: Issue[] = [];
      if (draft?.base !== (inForce?.version ?? null)) {
        const params = { base: draft?.base ?? 0, inForce: inForce?.version ?? 0 };
        found.push({ code: 'outdated_base', path: ['revision'], params });
      }
      if (hash === inForce?.hash) found.push({ code: 'nothing_changed', path: ['document'] });
      const same = open.find((proposal) => proposal.hash === hash);
      if (same !== undefined) {
        found.push({ code: 'already_proposed', path: ['document'], params: { version: same.version } });
      }
      if (asked.answers !== null && answered === null) {
        found.push({ code: 'not_proposed', path: ['answers'], params: { version: asked.answers } });
      }
      return found;
    }
  });
}

/** Whatever a draft says of signatures, nobody has signed it yet. They are no part of what is signed. */
function withoutSignatures(document: unknown): unknown {
  if (!isRecord(document)) return document;
  const { signatures: _, ...content } = document;
  return content;
}
