// Browsers that are signed in, one a role, as the pages let them in.
import type { ApiStack } from './api-stack.ts';
import { recordOf } from './published-document.ts';

const personRoles = ['viewer', 'sales', 'marketing', 'admin'] as const;
export type PersonRole = (typeof personRoles)[number];

/** What such a browser sends along. */
export type Cookies = Readonly<Record<PersonRole, string>>;

type Asker = Pick<ApiStack, 'ask' | 'instance'>;

const asForm = { 'content-type': 'application/x-www-form-urlencoded' };

/** Presses a button of a page at our own address. */
export function press(
  { ask, instance }: Asker,
  path: string,
  values: Readonly<Record<string, string>> = {},
  cookie = '',
): Promise<Response> {
  const headers = { ...asForm, origin: instance.url, ...(cookie === '' ? {} : { cookie }) };
  return ask('POST', path, { headers, body: new URLSearchParams(values).toString() });
}

/** Comes in by a link, and gives the cookie. */
async function comeIn(stack: Asker, link: string, email: string): Promise<string> {
  const entered = await press(stack, new URL(link, stack.instance.url).pathname, { name: email, email });
  const cookie = entered.headers.get('set-cookie')?.split(';', 1)[0];
  if (cookie === undefined) throw new Error(`Not in: ${entered.status} ${await entered.text()}`);
  return cookie;
}

/** The owner, by the owner's link. */
export async function ownerIn(stack: Asker, email: string): Promise<string> {
  const made = recordOf(await (await stack.ask('POST', '/api/owner-link', { owner: true })).json());
  return comeIn(stack, String(made['url']), email);
}

/** Invites somebody into the workspace that an admin works in, and lets them join. */
export async function joinAs(stack: Asker, admin: string, email: string, role: PersonRole): Promise<string> {
  const page = await (await press(stack, '/people', { email, role }, admin)).text();
  const link = /\/enter\/\w{32}/.exec(page)?.[0];
  if (link === undefined) throw new Error(`No link for ${email}.`);
  return comeIn(stack, link, email);
}

/** One person of each role, let in by an admin that there is. */
export async function allRoles(stack: Asker, admin: string, domain: string): Promise<Cookies> {
  return {
    viewer: await joinAs(stack, admin, `viewer@${domain}`, 'viewer'),
    sales: await joinAs(stack, admin, `sales@${domain}`, 'sales'),
    marketing: await joinAs(stack, admin, `marketing@${domain}`, 'marketing'),
    admin: await joinAs(stack, admin, `admin@${domain}`, 'admin'),
  };
}

/** A key with one scope, of the workspace that an admin works in. */
export async function makeKey(stack: Asker, admin: string, scope: string): Promise<string> {
  const page = await (await press(stack, '/keys', { name: scope, [`scope_${scope}`]: 'on' }, admin)).text();
  const key = /value="(bk_\w{32})"/.exec(page)?.[1];
  if (key === undefined) throw new Error(`No key for ${scope}.`);
  return key;
}

/** Makes a workspace; the admin's browser works in it from then on. */
export async function makeWorkspace(stack: Asker, admin: string, id: string, name: string): Promise<void> {
  const made = await press(stack, '/account/workspaces', { id, name }, admin);
  if (made.status !== 303) throw new Error(`Not made: ${made.status} ${await made.text()}`);
}
