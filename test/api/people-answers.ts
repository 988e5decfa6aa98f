// Every answer that the description promises of the pages of people: asked for as a browser would, press by press.
import { beyondOneKey } from './beyond-one-key.ts';
import { expect } from 'vitest';
import { stranger, type ApiStack, type Ask } from './api-stack.ts';
import { recordOf, type PublishedDocument } from './published-document.ts';
import { SoftAuthenticator } from '../gate/soft-authenticator.ts';
import { seeClaim } from './owner-stories.ts';
import { joinAs, makeKey } from './signed-in.ts';

export type Seer = {
  readonly stack: ApiStack;
  readonly published: PublishedDocument;
  readonly seen: (
    operation: string,
    status: number,
    method: string,
    path: string,
    ask?: Ask,
  ) => Promise<unknown>;
};

const asForm = { 'content-type': 'application/x-www-form-urlencoded' };
const notUtf8 = new Uint8Array([0x61, 0xff, 0xfe]);
const large = `name=${'x'.repeat(70_000)}`;

/** The path of a link in an answer of the API. */
function pathOf(answer: unknown): string {
  const { url } = recordOf(answer);
  return new URL(typeof url === 'string' ? url : '').pathname;
}

/** Presses the button of a link; gives the cookie of the session. */
async function enter(
  { stack, published }: Pick<Seer, 'stack' | 'published'>,
  link: string,
  given: string,
): Promise<string> {
  const headers = { ...asForm, origin: stack.instance.url };
  const entered = await stack.ask('POST', link, { headers, body: given });
  expect(entered.status).toBe(303);
  const cookie = (entered.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
  await published.hold('enter', entered);
  return cookie;
}

export async function seePeople(seer: Seer): Promise<void> {
  const { stack, published, seen } = seer;
  const ours = { ...asForm, origin: stack.instance.url };
  const strange = { ...asForm, origin: stranger };
  const given = 'name=Ada&email=ada%40engines.example';
  await seen('makeOwnerLink', 401, 'POST', '/api/owner-link');
  const link = pathOf(await seen('makeOwnerLink', 201, 'POST', '/api/owner-link', { owner: true }));
  await seen('signInPage', 200, 'GET', '/');
  await seen('gateStyles', 200, 'GET', '/gate/page.css');
  await seen('gateScript', 200, 'GET', '/gate/page.js');
  await seen('linkPage', 200, 'GET', link);
  await seen('linkPage', 404, 'GET', '/enter/forged');
  await seen('enter', 403, 'POST', link, { headers: strange, body: given });
  await seen('enter', 403, 'POST', link, { headers: asForm, body: given });
  await seen('enter', 400, 'POST', link, { headers: ours, body: notUtf8 });
  await seen('enter', 413, 'POST', link, { headers: ours, body: large });
  await seen('enter', 422, 'POST', link, { headers: ours, body: 'name=&email=ada' });
  const cookie = await enter(seer, link, given);
  await seen('enter', 404, 'POST', link, { headers: ours, body: given });
  await seen('makeOwnerLink', 409, 'POST', '/api/owner-link', { owner: true });

  const asAda = { ...ours, cookie };
  await seen('signInPage', 303, 'GET', '/', { headers: asAda });
  await seen('accountPage', 200, 'GET', '/account', { headers: asAda });
  // Words that every object knows are no notices.
  for (const path of ['/account', '/people', '/keys']) {
    const operation = `${path.slice(1)}Page`;
    await seen(operation, 200, 'GET', `${path}?done=__proto__`, { headers: asAda });
    const page = await seen(operation, 200, 'GET', `${path}?done=constructor`, { headers: asAda });
    expect(page).not.toContain('class="notice"');
  }
  await seen('accountPage', 303, 'GET', '/account');
  const editor = await seen('formsScreen', 200, 'GET', '/forms', { headers: asAda });
  const screens = published.promised.flatMap((name) => /^(\w+)Screen 200$/.exec(name)?.[1] ?? []);
  expect(screens.length).toBeGreaterThan(2);
  for (const screen of screens) {
    await seen(`${screen}Screen`, 200, 'GET', `/${screen}`, { headers: asAda });
    await seen(`${screen}Screen`, 303, 'GET', `/${screen}`);
    await seen(`${screen}ScreenBelow`, 200, 'GET', `/${screen}/demo/build`, { headers: asAda });
    await seen(`${screen}ScreenBelow`, 303, 'GET', `/${screen}/demo/build`);
  }
  const file = /\/editor\/files\/[\w-]+\.js/.exec(String(editor))?.[0] ?? 'none';
  await seen('editorFile', 200, 'GET', file);
  await seen('editorFile', 404, 'GET', '/editor/files/none.js');

  // Without mail the admin is shown the link.
  const press = (path: string, body = ''): Ask & { path: string } => ({ path, headers: asAda, body });
  const invite = async (email: string, role: string): Promise<string> => {
    const page = await seen('invite', 200, 'POST', '/people', press('', `email=${email}&role=${role}`));
    return /\/enter\/\w{32}/.exec(String(page))?.[0] ?? '';
  };
  const toEve = await invite('eve@x.example', 'sales');
  await seen('invite', 422, 'POST', '/people', press('', 'email=eve&role=sales'));
  const people = String(await seen('peoplePage', 200, 'GET', '/people', { headers: asAda }));
  const open = /\/people\/invitations\/inv_\w+/.exec(people)?.[0] ?? '';
  await seen('linkPage', 200, 'GET', toEve);
  const renewed = await seen('renewInvitation', 200, 'POST', `${open}/renew`, press(''));
  await seen('linkPage', 404, 'GET', toEve);
  const evesLink = /\/enter\/\w{32}/.exec(String(renewed))?.[0] ?? '';
  await invite('gone@x.example', 'viewer');
  const later = String(await seen('peoplePage', 200, 'GET', '/people', { headers: asAda }));
  const gone = /\/people\/invitations\/inv_\w+/.exec(later)?.[0] ?? '';
  await seen('withdrawInvitation', 303, 'POST', `${gone}/withdraw`, press(''));
  const asEve = { ...ours, cookie: await enter(seer, evesLink, 'name=Eve') };

  const [adasPlace = '', evesPlace = ''] = [
    ...String(await seen('peoplePage', 200, 'GET', '/people', { headers: asAda })).matchAll(
      /\/people\/per_\w+/g,
    ),
  ].map(String);
  const evesPage = await seen('memberPage', 200, 'GET', evesPlace, { headers: asAda });
  const session = /ses_\w+/.exec(String(evesPage))?.[0] ?? '';
  const last: readonly (readonly [string, string, string])[] = [
    ['changeRole', `${adasPlace}/role`, 'role=viewer'],
    ['removeMember', `${adasPlace}/remove`, ''],
  ];
  for (const [operation, path, body] of last) await seen(operation, 409, 'POST', path, press('', body));
  const missing: readonly (readonly [string, string])[] = [
    ['renewInvitation', '/people/invitations/inv_none/renew'],
    ['withdrawInvitation', '/people/invitations/inv_none/withdraw'],
    ['changeRole', '/people/per_none/role'],
    ['removeMember', '/people/per_none/remove'],
    ['endMemberSession', `${evesPlace}/sessions/ses_none/end`],
  ];
  for (const [operation, path] of missing) await seen(operation, 404, 'POST', path, press(''));
  await seen('memberPage', 404, 'GET', '/people/per_none', { headers: asAda });
  await seen('peoplePage', 403, 'GET', '/people', { headers: asEve });
  await seen('memberPage', 403, 'GET', evesPlace, { headers: asEve });
  await seen('peoplePage', 303, 'GET', '/people');
  await seen('memberPage', 303, 'GET', evesPlace);
  await seen('changeRole', 303, 'POST', `${evesPlace}/role`, press('', 'role=viewer'));

  await seen('makeWorkspace', 422, 'POST', '/account/workspaces', press('', 'name=&id=1'));
  await seen('makeWorkspace', 303, 'POST', '/account/workspaces', press('', 'name=Other&id=other'));
  await seen('enterWorkspace', 303, 'POST', '/account/workspaces/main/enter', press(''));
  await seen('makeWorkspace', 403, 'POST', '/account/workspaces', {
    headers: asEve,
    body: 'name=Mine&id=mine',
  });

  // What all presses refuse, and that whoever is not signed in is led to the sign-in.
  const all: readonly (readonly [string, string])[] = [
    ['invite', '/people'],
    ...missing,
    ['endOwnSession', '/account/sessions/ses_none/end'],
    ['removePasskey', '/account/passkeys/none/remove'],
    ['makeWorkspace', '/account/workspaces'],
    ['enterWorkspace', '/account/workspaces/main/enter'],
    ['signOut', '/sign-out'],
  ];
  for (const [operation, path] of all) {
    await seen(operation, 403, 'POST', path, { headers: { ...strange, cookie } });
    await seen(operation, 403, 'POST', path, { headers: { ...asForm, cookie } });
    await seen(operation, 400, 'POST', path, { headers: asAda, body: notUtf8 });
    await seen(operation, 413, 'POST', path, { headers: asAda, body: large });
    await seen(operation, 303, 'POST', path, { headers: ours });
    if (path.startsWith('/people')) await seen(operation, 403, 'POST', path, { headers: asEve });
  }
  await seen('endMemberSession', 303, 'POST', `${evesPlace}/sessions/${session}/end`, press(''));
  await seen('accountPage', 303, 'GET', '/account', { headers: asEve });
  await seen('removeMember', 303, 'POST', `${evesPlace}/remove`, press(''));
  await seen('signOut', 303, 'POST', '/sign-out', press(''));
  await seen('accountPage', 303, 'GET', '/account', { headers: asAda });
  await published.hold('linkSentPage', await stack.ask('GET', '/sign-in/sent'));
}

/** What the API refuses to somebody who is signed in, and the audit. After {@link seePeople}: Ada is somebody. */
export async function seeRights(seer: Seer): Promise<void> {
  const { stack, seen } = seer;
  const admin = await enter(
    seer,
    pathOf(
      await seen('makeSignInLink', 201, 'POST', '/api/sign-in-link', {
        owner: true,
        json: { email: 'ada@engines.example' },
      }),
    ),
    '',
  );
  const asAda = { ...asForm, origin: stack.instance.url, cookie: admin };
  await seen('keysPage', 200, 'GET', '/keys', { headers: asAda });
  await seen('keysPage', 303, 'GET', '/keys');
  await seen('makeKey', 422, 'POST', '/keys', { headers: asAda, body: 'name=' });
  await seen('makeKey', 200, 'POST', '/keys', { headers: asAda, body: 'name=crm&scope_read=on' });
  const key = await makeKey(stack, admin, 'behaviours');
  const keys = String(await seen('keysPage', 200, 'GET', '/keys', { headers: asAda }));
  const [revoke = ''] = /\/keys\/key_\w+\/revoke(?=[^]{0,120}behaviours)/.exec(keys) ?? [];
  await seen('revokeKey', 404, 'POST', '/keys/key_none/revoke', { headers: asAda });
  await seeClaim(seer, admin);
  const viewer = await joinAs(stack, admin, 'viewer@engines.example', 'viewer');
  for (const [operation, path] of [
    ['makeKey', '/keys'],
    ['revokeKey', '/keys/key_none/revoke'],
  ] as const) {
    await seen(operation, 403, 'POST', path, { headers: { ...asAda, origin: stranger } });
    await seen(operation, 403, 'POST', path, { headers: { ...asAda, cookie: viewer } });
    await seen(operation, 400, 'POST', path, { headers: asAda, body: notUtf8 });
    await seen(operation, 413, 'POST', path, { headers: asAda, body: large });
    await seen(operation, 303, 'POST', path, { headers: { ...asForm, origin: stack.instance.url } });
  }
  await seen('keysPage', 403, 'GET', '/keys', { headers: { cookie: viewer } });
  await seen('readMe', 200, 'GET', '/api/me', { owner: true });
  await seen('readMe', 200, 'GET', '/api/me', { headers: { authorization: `Bearer ${key}` } });
  await seen('readMe', 200, 'GET', '/api/me', { headers: { cookie: viewer } });
  await seen('readMe', 401, 'GET', '/api/me');
  await seen('listChanges', 200, 'GET', '/api/audit?limit=3', { owner: true });
  await seen('listChanges', 401, 'GET', '/api/audit');
  await seen('listChanges', 422, 'GET', '/api/audit?limit=0', { owner: true });
  await seen('listChanges', 422, 'GET', '/api/audit?area=kitchen', { owner: true });
  const headers = { authorization: `Bearer ${key}` };
  for (const [operation, method, path] of beyondOneKey) await seen(operation, 403, method, path, { headers });
  const asViewer = { cookie: viewer, origin: stack.instance.url };
  await seen('reportBehaviour', 403, 'POST', '/api/behaviours', { headers: asViewer });
  await seen('revokeKey', 303, 'POST', revoke, { headers: asAda });
  await seen('listLeads', 401, 'GET', '/api/leads', { headers });
}

/** Passkeys, at the name of this machine: at a number there are none. After {@link seePeople}: Ada is somebody. */
export async function seePasskeys(seer: Seer): Promise<void> {
  const { stack, published, seen } = seer;
  const json = { email: 'ada@engines.example' };
  const made = await seen('makeSignInLink', 201, 'POST', '/api/sign-in-link', { owner: true, json });
  const cookie = await enter(seer, pathOf(made), '');
  const origin = stack.instance.url.replace('127.0.0.1', 'localhost');
  const site = { origin, host: 'localhost' };
  const device = new SoftAuthenticator();
  const post = async (operation: string, path: string, body: unknown, as = cookie): Promise<Response> => {
    const headers = { origin, cookie: as, 'content-type': 'application/json' };
    const answer = await fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) });
    await published.hold(operation, answer.clone());
    return answer;
  };
  const task = async (operation: string, path: string): Promise<{ ticket: string; challenge: string }> => {
    const told = recordOf(await (await post(operation, path, {})).json());
    return { ticket: String(told['ticket']), challenge: String(recordOf(told['options'])['challenge']) };
  };
  const { ticket, challenge } = await task('beginPasskey', '/account/passkeys/task');
  const answer = device.make(challenge, site);
  expect((await post('makePasskey', '/account/passkeys', { ticket, answer })).status).toBe(201);
  expect((await post('makePasskey', '/account/passkeys', { ticket, answer })).status).toBe(422);
  expect((await post('makePasskey', '/account/passkeys', {}, '')).status).toBe(401);
  expect((await post('beginPasskey', '/account/passkeys/task', {}, '')).status).toBe(401);
  const again = await task('beginSignIn', '/sign-in/passkey/task');
  const used = { ticket: again.ticket, answer: device.use(again.challenge, site) };
  const entered = await post('signInByPasskey', '/sign-in/passkey', used, '');
  expect(entered.status).toBe(200);
  const session = (entered.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
  await seen('accountPage', 200, 'GET', '/account', { headers: { cookie: session } });
  expect((await post('signInByPasskey', '/sign-in/passkey', used, '')).status).toBe(422);

  const asJson = { 'content-type': 'application/json', origin: stack.instance.url, cookie };
  for (const [operation, path] of [
    ['makePasskey', '/account/passkeys'],
    ['signInByPasskey', '/sign-in/passkey'],
  ] as const) {
    await seen(operation, 403, 'POST', path, { headers: { ...asJson, origin: stranger }, body: '{}' });
    await seen(operation, 400, 'POST', path, { headers: asJson, body: '{' });
    await seen(operation, 413, 'POST', path, { headers: asJson, body: JSON.stringify({ large }) });
    await seen(operation, 415, 'POST', path, { headers: { ...asForm, origin: stack.instance.url, cookie } });
  }
  for (const [operation, path] of [
    ['beginPasskey', '/account/passkeys/task'],
    ['beginSignIn', '/sign-in/passkey/task'],
  ] as const) {
    await seen(operation, 403, 'POST', path, { headers: { ...asJson, origin: stranger } });
    await seen(operation, 409, 'POST', path, { headers: asJson });
  }
}

/** After {@link seePeople}: Ada is somebody. */
export async function seePersonLinks({ stack, published, seen }: Seer): Promise<void> {
  const path = '/api/sign-in-link';
  const owner = true;
  const asJson = { 'content-type': 'application/json' };
  const json = { email: ' ADA@engines.example ' };
  const link = pathOf(await seen('makeSignInLink', 201, 'POST', path, { owner, json }));
  await enter({ stack, published }, link, '');
  await seen('makeSignInLink', 401, 'POST', path, { json });
  await seen('makeSignInLink', 404, 'POST', path, { owner, json: { email: 'eve@x.example' } });
  await seen('makeSignInLink', 400, 'POST', path, { owner, body: '{', headers: asJson });
  await seen('makeSignInLink', 413, 'POST', path, { owner, json: { ...json, large } });
  await seen('makeSignInLink', 415, 'POST', path, { owner, body: '{}' });
  await seen('makeSignInLink', 422, 'POST', path, { owner, json: {} });

  const ours = { ...asForm, origin: stack.instance.url };
  const ask = (body: string | Uint8Array<ArrayBuffer>): Ask => ({ headers: ours, body });
  await seen('askForLink', 403, 'POST', '/sign-in', { headers: asForm, body: 'email=a%40x.example' });
  await seen('askForLink', 400, 'POST', '/sign-in', ask(notUtf8));
  await seen('askForLink', 413, 'POST', '/sign-in', ask(large));
  await seen('askForLink', 422, 'POST', '/sign-in', ask('email=ada'));
  for (let at = 0; at < 5; at += 1)
    await seen('askForLink', 303, 'POST', '/sign-in', ask('email=a%40x.example'));
  await seen('askForLink', 429, 'POST', '/sign-in', ask('email=a%40x.example'));
}
