// Asks a running Baton for the link that makes its opener the owner.
import { isRecord, parseJson, textAt } from './json.ts';
import { PlainError } from './plain-error.ts';

/** A new link, in place of any printed before; null when there is an owner. */
export async function ownerLink(baton: {
  readonly url: string;
  readonly ownerKey: string;
}): Promise<string | null> {
  const answer = await fetch(`${baton.url}/api/owner-link`, {
    method: 'POST',
    headers: { authorization: `Bearer ${baton.ownerKey}` },
  });
  const body = parseJson(await answer.text());
  if (answer.status === 409) return null;
  const url = isRecord(body) ? textAt(body, 'url') : null;
  if (url === null) throw new PlainError(`No link for the owner could be made: ${answer.status}.`);
  return url;
}
