// `/people`: who belongs to the workspace that an admin works in, and who is invited.
import { ownOf } from '@baton/form';
import * as z from 'zod';
import { roles, roleOf, type Role } from '../access/roles.ts';
import {
  goneFromPeoplePage,
  memberPage,
  notAllowedPage,
  peoplePage,
  type PeopleNews,
} from '../gate-pages/people-page.ts';
import { hangs } from '../gate-pages/removing.ts';
import type { Invited } from '../gate/invitations.ts';
import type { Member, MemberList } from '../gate/members.ts';
import { handAllOn, heldBy } from './gate-holds.ts';
import type { Operation } from '../openapi/operation.ts';
import { afterPress, pageAnswers, pressAnswers, pressed, visited, type Visit } from './gate-press.ts';
import type { App } from './route.ts';
import { leadTo } from './session.ts';

/** What may have just been done, by the word that the address carries. */
const notices: Readonly<Record<string, string>> = {
  invited: 'The invitation is on its way.',
  withdrawn: 'The invitation is withdrawn.',
  removed: 'They can no longer come in.',
  handed_on: 'They can no longer come in, and what was theirs has gone on.',
  role: 'The role is changed, from this moment.',
  ended: 'That session has ended.',
};

const wrongs = {
  not_email: 'This is no e-mail address.',
  member: 'Somebody with this address is a member already.',
} as const;

export function peopleOperations(): readonly Operation[] {
  const form = (shape: z.ZodObject) => ({ 'application/x-www-form-urlencoded': shape });
  const role = z.enum(roles);
  const id = 'The person’s id, `per_…`.';
  const invitation = { id: 'The invitation’s id, `inv_…`.' };
  const gone = { 404: 'There is none (any more).' };
  const last = { ...gone, 409: 'They are the only admin.' };
  const press = (
    path: string,
    operation: Pick<Operation, 'id' | 'summary' | 'parameters' | 'body' | 'answers'>,
  ): Operation => ({ method: 'post', path: `/people${path}`, tag: 'People', ...operation });
  return [
    {
      method: 'get',
      path: '/people',
      id: 'peoplePage',
      tag: 'People',
      summary: 'The members of a workspace, and who is invited',
      answers: pageAnswers({ 403: 'For admins only.' }),
    },
    {
      method: 'get',
      path: '/people/{id}',
      id: 'memberPage',
      tag: 'People',
      summary: 'One member',
      parameters: { id },
      answers: pageAnswers({ 403: 'For admins only.', ...gone }),
    },
    press('', {
      id: 'invite',
      summary: 'Invite somebody',
      body: form(z.object({ email: z.string(), role })),
      answers: pressAnswers({
        200: 'The page with the link to pass on, shown this once.',
        422: 'The page again, with what cannot be taken.',
      }),
    }),
    press('/invitations/{id}/renew', {
      id: 'renewInvitation',
      summary: 'A new link for an invitation',
      parameters: invitation,
      answers: pressAnswers({ 200: 'The page with the link to pass on, shown this once.', ...gone }),
    }),
    press('/invitations/{id}/withdraw', {
      id: 'withdrawInvitation',
      summary: 'Withdraw an invitation',
      parameters: invitation,
      answers: pressAnswers(gone),
    }),
    press('/{id}/role', {
      id: 'changeRole',
      summary: 'Give a member another role',
      parameters: { id },
      body: form(z.object({ role })),
      answers: pressAnswers(last),
    }),
    press('/{id}/remove', {
      id: 'removeMember',
      summary: 'Take a member out of the workspace',
      parameters: { id },
      body: form(
        z.object({ to: z.string().optional().describe('Who has from then on what hangs on them.') }),
      ),
      answers: pressAnswers({
        ...gone,
        409: 'They are the only admin, or what hangs on them has nobody to go to.',
      }),
    }),
    press('/{id}/sessions/{session}/end', {
      id: 'endMemberSession',
      summary: 'End a session in which a member works here',
      parameters: { id, session: 'The session’s id, `ses_…`.' },
      answers: pressAnswers(gone),
    }),
  ];
}

/** The role a form names; what it does not know is the one that may do least. */
function roleIn(values: Readonly<Record<string, string>>): Role {
  return roleOf(values['role'] ?? '') ?? 'viewer';
}

export function registerPeople(app: App): void {
  app.get('/people', (context) =>
    visited(context, (visit) =>
      showPeople(visit, { notice: ownOf(notices, context.req.query('done') ?? '') ?? null }),
    ),
  );

  app.get('/people/:id', (context) =>
    visited(context, (visit) =>
      showMember(visit, context.req.param('id'), {
        notice: ownOf(notices, context.req.query('done') ?? '') ?? null,
      }),
    ),
  );

  app.post('/people', (context) =>
    pressed(context, async (visit, values) => {
      const role = roleIn(values);
      const email = values['email'] ?? '';
      const invited = await visit.gate.invite(visit.secret, email, role);
      if (invited.kind === 'not_email' || invited.kind === 'member') {
        return showPeople(visit, { again: { email, role, wrong: wrongs[invited.kind] } });
      }
      return afterInviting(visit, invited);
    }),
  );

  app.post('/people/invitations/:id/renew', (context) =>
    pressed(context, async (visit) =>
      afterInviting(visit, await visit.gate.renewInvitation(visit.secret, context.req.param('id'))),
    ),
  );

  app.post('/people/invitations/:id/withdraw', (context) =>
    pressed(context, async (visit) => {
      const outcome = await visit.gate.withdrawInvitation(visit.secret, context.req.param('id'));
      return afterPress(outcome, visit, '/people?done=withdrawn');
    }),
  );

  app.post('/people/:id/role', (context) =>
    pressed(context, async (visit, values) => {
      const id = context.req.param('id');
      const outcome = await visit.gate.changeRole(visit.secret, id, roleIn(values));
      if (outcome === 'last_admin') return onlyAdmin(visit, id);
      return afterPress(outcome, visit, `/people/${id}?done=role`);
    }),
  );

  app.post('/people/:id/remove', (context) =>
    pressed(context, async (visit, values) => {
      return remove(visit, context.req.param('id'), values['to'] ?? '');
    }),
  );

  app.post('/people/:id/sessions/:session/end', (context) =>
    pressed(context, async (visit) => {
      const { id, session } = context.req.param();
      const outcome = await visit.gate.endMemberSession(visit.secret, id, session);
      return afterPress(outcome === 'last_admin' ? 'unknown' : outcome, visit, `/people/${id}?done=ended`);
    }),
  );
}

async function showPeople({ gate, secret, signedIn }: Visit, news: PeopleNews): Promise<Response> {
  const list = await gate.members(secret);
  return list === null ? notAllowedPage(signedIn) : peoplePage(signedIn, list, news);
}

async function showMember(
  visit: Visit,
  id: string,
  news: Parameters<typeof memberPage>[4],
): Promise<Response> {
  const { gate, secret, signedIn } = visit;
  if (signedIn.membership?.role !== 'admin') return notAllowedPage(signedIn);
  const found = await gate.member(secret, id);
  if (found === null) return goneFromPeoplePage(signedIn);
  const { email } = found.member;
  const keys = (await gate.keys(secret))?.filter(({ createdBy }) => createdBy === email) ?? [];
  return memberPage(signedIn, { ...found, keys }, await heldBy(visit, email), Date.now(), news);
}

/**
 * What hangs on them goes first: whoever has gone is on no page any more, from where it could be done again.
 * @param to an address; `nobody`: what hangs on them stays as it is
 */
async function remove(visit: Visit, id: string, to: string): Promise<Response> {
  const { gate, secret } = visit;
  const list = await gate.members(secret);
  const member = list?.members.find((one) => one.id === id) ?? null;
  const isHandedOn = to.includes('@');
  if (list !== null && member !== null && to !== 'nobody') {
    if (isOnlyAdmin(list, member)) return onlyAdmin(visit, id);
    const held = isHandedOn ? null : await heldBy(visit, member.email);
    if (held !== null && hangs(held)) return again(visit, id, 'Say who has what hangs on them.');
    if (isHandedOn && !(await handAllOn(visit, member.email, to)))
      return again(
        visit,
        id,
        'Nothing has changed: whoever was to have it is not among the people any more.',
      );
  }
  const outcome = await gate.removeMember(secret, id);
  if (outcome === 'last_admin') return onlyAdmin(visit, id);
  return afterPress(outcome, visit, `/people?done=${isHandedOn ? 'handed_on' : 'removed'}`);
}

function isOnlyAdmin({ members }: MemberList, { role }: Member): boolean {
  return role === 'admin' && members.filter((one) => one.role === 'admin').length === 1;
}

function onlyAdmin(visit: Visit, id: string): Promise<Response> {
  return again(visit, id, 'They are the only admin: make somebody else one first.');
}

function again(visit: Visit, id: string, trouble: string): Promise<Response> {
  return showMember(visit, id, { notice: null, trouble });
}

function afterInviting(visit: Visit, invited: Invited): Response | Promise<Response> {
  switch (invited.kind) {
    case 'mailed':
      return leadTo('/people?done=invited');
    case 'link':
      return showPeople(visit, { link: invited });
    case 'not_allowed':
      return notAllowedPage(visit.signedIn);
    case 'unknown':
    case 'not_email':
    case 'member':
      return goneFromPeoplePage(visit.signedIn);
  }
}
