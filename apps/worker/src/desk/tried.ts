// What came of a try, as the API tells it.
import type { Judgement } from '@baton/agreement';
import type { Issue } from '@baton/rules';
import type { TakenIn } from './accept.ts';
import type { Context } from './context.ts';
import type { LedgerState } from './ledger.ts';

export type Tried = {
  /** What a real one would be refused for; then nothing was decided, unless there is more to come. */
  readonly issues: readonly Issue[];
  /** What the visitor's browser would be answered. */
  readonly reply: unknown;
  readonly state: LedgerState | null;
  readonly agreement: { readonly version: number; readonly hash: string } | null;
  readonly score: Judgement['score'] | null;
  readonly tier: string | null;
  readonly qualified: boolean | null;
  readonly because: Judgement['because'];
  /** Nobody with this address was known. */
  readonly isNew: boolean | null;
  readonly owner: { readonly email: string; readonly name: string } | null;
  /** Why this person, in one line; null: the lead was theirs already. */
  readonly why: string | null;
  /** RFC 3339; of a lead that would be handed off. */
  readonly deadline: string | null;
  readonly next: { readonly skip: readonly string[]; readonly ask: readonly string[] };
};

export function describeTried(
  { documents }: Context,
  { result, decision }: TakenIn,
  around: Pick<Tried, 'issues' | 'next'>,
): Tried {
  const judged = decision?.judged.kind === 'judged' ? decision.judged : null;
  const handed = decision?.handed ?? null;
  const lead = handed?.lead ?? decision?.judged.lead ?? null;
  const owner = handed?.owner ?? documents.all().people.get(lead?.owner ?? '') ?? null;
  const deadline = handed?.deadline ?? null;
  const isStored = result.kind === 'stored';
  return {
    ...around,
    reply: isStored ? JSON.parse(result.reply) : null,
    state: decision?.state ?? (isStored ? 'quarantined' : null),
    agreement: judged && { version: judged.inForce.version, hash: judged.inForce.hash },
    score: judged?.judgement.score ?? null,
    tier: judged?.judgement.tier ?? null,
    qualified: judged?.judgement.qualified ?? null,
    because: judged?.judgement.because ?? [],
    isNew: decision?.isNew ?? null,
    owner: owner && { email: owner.email, name: owner.name },
    why: handed?.why ?? null,
    deadline: deadline === null ? null : new Date(deadline).toISOString(),
  };
}
