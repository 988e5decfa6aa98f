// What is asked of the workspace's people and teams.
import { expect, test } from 'vitest';
import { large, type Witness } from './witness.ts';

export function tellOfTeams({ seen, refusesBodies }: Witness): void {
  const owned: Witness['seen'] = (operation, status, method, path, ask = {}) =>
    seen(operation, status, method, path, { owner: true, ...ask });
  const cleo = '/api/people/cleo@baton.example';

  test('are made, change, and go when nothing needs them', async () => {
    const given = { name: 'Cleo', party: 'sales', weight: 3, capacity: 5 };
    expect(await owned('savePerson', 200, 'PUT', cleo, { json: given })).toEqual({
      email: 'cleo@baton.example',
      ...given,
    });
    const team = { name: 'Night', members: ['cleo@baton.example', 'ann@baton.example'] };
    expect(await owned('saveTeam', 200, 'PUT', '/api/teams/night', { json: team })).toEqual({
      id: 'night',
      name: 'Night',
      members: [
        { email: 'cleo@baton.example', name: 'Cleo', share: 0.75, isAway: false },
        { email: 'ann@baton.example', name: 'Ann', share: 0.25, isAway: false },
      ],
      rules: [],
    });
    expect(await owned('listTeams', 200, 'GET', '/api/teams')).toMatchObject({
      teams: expect.arrayContaining([expect.objectContaining({ id: 'night', name: 'Night' })]),
    });
    expect(await owned('listPeople', 200, 'GET', '/api/people')).toMatchObject({
      people: expect.arrayContaining([
        expect.objectContaining({ email: 'cleo@baton.example', teams: [{ id: 'night', name: 'Night' }] }),
        expect.objectContaining({ email: 'vp@baton.example', named: true }),
      ]),
    });
    expect(await owned('removePerson', 409, 'POST', `${cleo}/remove`)).toMatchObject({
      detail: 'Cleo has a place in the team “Night”: hand all of it on first.',
    });
    await owned('removeTeam', 200, 'POST', '/api/teams/night/remove');
    await owned('removePerson', 200, 'POST', `${cleo}/remove`);
    await owned('removeTeam', 404, 'POST', '/api/teams/night/remove');
    await owned('removePerson', 404, 'POST', `${cleo}/remove`);
    expect(await owned('removeTeam', 409, 'POST', '/api/teams/all/remove')).toMatchObject({
      detail: expect.stringContaining('The agreement in force routes to this team by the rule'),
    });
  });

  test('refuse, with the codes and places of a document', async () => {
    for (const [read, change, path, remove] of [
      ['listPeople', 'savePerson', '/api/people', 'removePerson'],
      ['listTeams', 'saveTeam', '/api/teams', 'removeTeam'],
    ] as const) {
      await seen(read, 401, 'GET', path);
      await seen(change, 401, 'PUT', `${path}/x@y.example`, { json: {} });
      await seen(remove, 401, 'POST', `${path}/x@y.example/remove`);
      await refusesBodies(change, 'PUT', `${path}/x@y.example`, true);
      await owned(change, 413, 'PUT', `${path}/x@y.example`, { json: { name: large } });
    }
    const wrong = { name: ' ', party: 'support', weight: 0, capacity: 1.5, colour: 'red' };
    expect(await owned('savePerson', 422, 'PUT', cleo, { json: wrong })).toMatchObject({
      issues: [
        { code: 'too_short', path: ['name'] },
        { code: 'not_in_list', path: ['party'] },
        { code: 'too_small', path: ['weight'] },
        { code: 'not_whole', path: ['capacity'] },
        { code: 'invalid', path: [] },
      ],
    });
    const person = { json: { name: 'X', party: 'sales' } };
    expect(await owned('savePerson', 422, 'PUT', '/api/people/nowhere', person)).toMatchObject({
      issues: [{ path: ['email'] }],
    });
    const members = ['ann@baton.example', 'nobody@baton.example'];
    expect(await owned('saveTeam', 422, 'PUT', '/api/teams/x', { json: { members } })).toMatchObject({
      issues: [{ code: 'unknown_person', path: ['members', 1], params: { email: 'nobody@baton.example' } }],
    });
  });
}
