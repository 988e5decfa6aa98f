// `/api/people` and `/api/teams`: who can get leads and sign, and who takes turns with whom.
import * as z from 'zod';
import { publicLimit } from '../body.ts';
import { json, type Operation } from '../openapi/operation.ts';
import {
  givenPersonShape,
  givenTeamShape,
  peopleListShape,
  savedPersonShape,
  savedTeamShape,
  teamListShape,
} from '../openapi/people-shapes.ts';
import { refusals } from '../openapi/refusals.ts';
import { actingDesk, allow } from './access.ts';
import { jsonAnswer, readBody } from './api-query.ts';
import { handAnswer } from './hand-answer.ts';
import type { App } from './route.ts';

export function peopleOperations(): Operation[] {
  const reading = { method: 'get', tag: 'Workspace', right: 'workspace.read' } as const;
  const writing = { tag: 'Workspace', right: 'workspace.write' } as const;
  const bodies = refusals('malformed', 'too_large', 'unsupported_type', 'invalid');
  const ofPerson = { parameters: { email: 'The person’s e-mail address.' } };
  const ofTeam = { parameters: { id: 'The team’s id.' } };
  return [
    {
      ...reading,
      path: '/api/people',
      id: 'listPeople',
      summary: 'The people of the workspace, and what hangs on each',
      answers: { 200: { description: 'All of them.', content: json(peopleListShape()) } },
    },
    {
      ...writing,
      ...ofPerson,
      method: 'put',
      path: '/api/people/{email}',
      id: 'savePerson',
      summary: 'Add a person, or say something else of them',
      description:
        'As in the workspace’s document. Without `weight` it is 1, without `capacity` unlimited. When they are away stays as it is.',
      body: json(givenPersonShape()),
      answers: { 200: { description: 'As they are now.', content: json(savedPersonShape()) }, ...bodies },
    },
    {
      ...writing,
      ...ofPerson,
      method: 'post',
      path: '/api/people/{email}/remove',
      id: 'removePerson',
      summary: 'Remove a person on whom nothing hangs',
      description:
        'Not while they have handoffs, leads, companies or a team, nor while an agreement names them: `hand-on` moves the former.',
      answers: {
        200: { description: 'They are gone.', content: json(z.strictObject({ email: z.string() })) },
        ...refusals('unknown', 'conflict'),
      },
    },
    {
      ...reading,
      path: '/api/teams',
      id: 'listTeams',
      summary: 'The teams, and how their turns are shared',
      answers: { 200: { description: 'All of them.', content: json(teamListShape()) } },
    },
    {
      ...writing,
      ...ofTeam,
      method: 'put',
      path: '/api/teams/{id}',
      id: 'saveTeam',
      summary: 'Make a team, or say something else of it',
      description: 'As in the workspace’s document; its `id` is the one of the address.',
      body: json(givenTeamShape()),
      answers: { 200: { description: 'As it is now.', content: json(savedTeamShape()) }, ...bodies },
    },
    {
      ...writing,
      ...ofTeam,
      method: 'post',
      path: '/api/teams/{id}/remove',
      id: 'removeTeam',
      summary: 'Remove a team that no agreement routes to',
      answers: {
        200: { description: 'It is gone.', content: json(z.strictObject({ id: z.string() })) },
        ...refusals('unknown', 'conflict'),
      },
    },
  ];
}

export function registerPeople(app: App): void {
  app.get('/api/people', allow('workspace.read'), async (context) =>
    jsonAnswer(await actingDesk(context).people(context.get('actor'))),
  );

  app.put('/api/people/:email', allow('workspace.write'), async (context) => {
    const body = await readBody(context.req.raw, givenPersonShape(), publicLimit);
    if (!body.ok) return body.refusal;
    const email = addressOf(context.req.param('email'));
    return handAnswer(await actingDesk(context).savePerson(context.get('actor'), email, body.value));
  });

  app.post('/api/people/:email/remove', allow('workspace.write'), async (context) => {
    const email = addressOf(context.req.param('email'));
    return handAnswer(await actingDesk(context).removePerson(context.get('actor'), email));
  });

  app.get('/api/teams', allow('workspace.read'), async (context) =>
    jsonAnswer(await actingDesk(context).teams(context.get('actor'))),
  );

  app.put('/api/teams/:id', allow('workspace.write'), async (context) => {
    const body = await readBody(context.req.raw, givenTeamShape(), publicLimit);
    if (!body.ok) return body.refusal;
    const id = context.req.param('id').trim();
    return handAnswer(await actingDesk(context).saveTeam(context.get('actor'), id, body.value));
  });

  app.post('/api/teams/:id/remove', allow('workspace.write'), async (context) =>
    handAnswer(await actingDesk(context).removeTeam(context.get('actor'), context.req.param('id').trim())),
  );
}

function addressOf(email: string): string {
  return email.trim().toLowerCase();
}
