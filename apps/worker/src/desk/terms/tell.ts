// Who is written to when something happens to the agreement: the other side when one side acts, both when it concerns
// both. By mail alone; the mail belongs to the transaction of what it tells.
import { isRecord } from '@baton/schema';
import { agreementNotice, type AgreementNews } from '../../notify/agreement-notice.ts';
import { mailBody } from '../../notify/mail-message.ts';
import type { Context } from '../context.ts';
import type { Posted } from '../outbox.ts';
import { text } from '../sql.ts';
import { sides, type Side } from './states.ts';
import { saidBy, storedVersion, type VersionRow } from './versions.ts';

/** A new proposal, to the other side; what nobody's side proposes, to both. */
export function tellProposed(context: Context, version: number): Posted[] {
  const found = storedVersion(context.parts.sql, version)?.version;
  if (found === undefined) return [];
  const to = sides.filter((side) => side !== found.party);
  return tell(context, 'proposed', found, to, found.proposedBy, found.note);
}

/** One side has signed, to the other. */
export function tellSigned(context: Context, version: number, side: Side, email: string): Posted[] {
  const found = storedVersion(context.parts.sql, version)?.version;
  const to = sides.filter((one) => one !== side);
  return found === undefined ? [] : tell(context, 'signed', found, to, `person:${email}`);
}

/** To everybody but the one whose signature it took. */
export function tellInForce(context: Context, version: number, email: string): Posted[] {
  const found = storedVersion(context.parts.sql, version)?.version;
  return found === undefined ? [] : tell(context, 'in_force', found, sides, `person:${email}`);
}

export function tellExpired(context: Context, proposal: VersionRow): Posted[] {
  return tell(context, 'expired', proposal, sides, null);
}

export function tellOutdated(context: Context, proposal: VersionRow): Posted[] {
  return tell(context, 'outdated', proposal, sides, null);
}

export function tellReviewDue(context: Context, version: number): Posted[] {
  const found = storedVersion(context.parts.sql, version)?.version;
  return found === undefined ? [] : tell(context, 'review_due', found, sides, null);
}

function tell(
  context: Context,
  kind: AgreementNews['kind'],
  about: VersionRow,
  to: readonly Side[],
  author: string | null,
  note: string | null = null,
): Posted[] {
  const { parts, documents, outbox } = context;
  if (!parts.settings.mail) return [];
  const said = author === null ? null : saidBy(context, author);
  const body = mailBody(
    agreementNotice({
      kind,
      version: about.version,
      title: titleOf(context, about.version),
      who: said === null ? null : { name: said.name, email: said.by.includes('@') ? said.by : null },
      note,
      expiresAt: about.expiresAt,
      url: `${parts.settings.url}/agreement`,
    }),
  );
  const now = parts.now();
  return [...documents.all().people.values()]
    .filter(({ party, email }) => to.some((side) => side === party) && email !== said?.by)
    .map(({ email }) =>
      outbox.post(
        {
          type: `agreement.${kind}`,
          channel: 'email',
          destination: null,
          target: email,
          lead: null,
          handoff: null,
          submission: null,
          body: () => body,
        },
        now,
      ),
    );
}

/** What a document calls itself, readable or not. */
function titleOf({ parts }: Context, version: number): string {
  const found = storedVersion(parts.sql, version);
  try {
    const document: unknown = found === null ? null : JSON.parse(text(found.row, 'document'));
    return isRecord(document) && typeof document['title'] === 'string' ? document['title'] : '';
  } catch {
    return '';
  }
}
