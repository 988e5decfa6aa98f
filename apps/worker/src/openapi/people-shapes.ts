// What the API shows of the workspace's people and teams.
import { personSchema, teamSchema } from '@baton/workspace';
import * as z from 'zod';
import { named } from './operation.ts';

const party = () => z.enum(['marketing', 'sales', 'admin']);
const team = () => z.strictObject({ id: z.string(), name: z.string() });

const said = () => ({
  email: z.string(),
  name: z.string(),
  party: party(),
  weight: z.number().positive().describe('The share of turns in a team, relative to the others’.'),
  capacity: z.int().min(0).nullable().describe('Handoffs a local day; null: unlimited.'),
});

export const peopleListShape = named('PeopleList', () =>
  z.strictObject({
    today: z.iso.date().describe('In the agreement’s time zone.'),
    people: z.array(
      named('WorkspacePerson', () =>
        z.strictObject({
          ...said(),
          away: z.array(z.strictObject({ from: z.iso.date(), to: z.iso.date() })).describe('Now or planned.'),
          isAway: z.boolean().describe('Today.'),
          teams: z.array(team()),
          openHandoffs: z.int().min(0),
          leads: z.int().min(0).describe('Theirs, with no handoff that waits.'),
          named: z.boolean().describe('The agreement in force names them, or they have signed one.'),
        }),
      )(),
    ),
  }),
);

/** What is said of a person, as in the workspace's document. */
export const givenPersonShape = named('GivenPerson', () => {
  const { name, party: side, weight, capacity } = personSchema.shape;
  return z.strictObject({ name, party: side, weight, capacity });
});

export const savedPersonShape = named('SavedPerson', () => z.strictObject(said()));

const listedTeam = named('WorkspaceTeam', () =>
  z.strictObject({
    ...team().shape,
    members: z
      .array(
        z.strictObject({
          email: z.string(),
          name: z.string(),
          share: z.number().min(0).max(1).describe('Of the team’s turns while everybody is there.'),
          isAway: z.boolean(),
        }),
      )
      .describe('In the order in which turns begin.'),
    rules: z.array(z.string()).describe('The routing rules in force that give it leads.'),
  }),
);

export const teamListShape = named('TeamList', () => z.strictObject({ teams: z.array(listedTeam()) }));

/** What is said of a team, as in the workspace's document. */
export const givenTeamShape = named('GivenTeam', () => {
  const { name, members } = teamSchema.shape;
  return z.strictObject({ name, members });
});

export const savedTeamShape = listedTeam;
