// Whoever acts, as the API tells it to themselves.
import * as z from 'zod';
import { rights, scopes } from '../access/rights.ts';
import { roles } from '../access/roles.ts';
import { named } from './operation.ts';

export const meShape = named('Me', () =>
  z.strictObject({
    actor: z.strictObject({
      kind: z.enum(['person', 'key', 'owner']).describe('`owner`: whoever holds the owner key.'),
      email: z.string().optional().describe('A person’s.'),
      name: z.string().optional().describe('A person’s, or what a key is called.'),
      role: z.enum(roles).optional().describe('A person’s in this workspace.'),
      scopes: z.array(z.enum(scopes)).optional().describe('A key’s.'),
    }),
    rights: z.array(z.enum(rights)).describe('What they may do in this workspace.'),
    workspace: z.strictObject({ id: z.string(), name: z.string() }).describe('The one that is acted on.'),
    workspaces: z
      .array(z.strictObject({ id: z.string(), name: z.string(), role: z.enum(roles) }))
      .describe(
        'All that a person may work in, the one they joined first in front; a key has none to choose.',
      ),
    address: z.string().describe('Baton’s public address, without a slash at the end.'),
    formPrefix: z
      .string()
      .describe('What stands before a form’s id in `/f/…`: nothing in the first workspace.')
      .meta({ examples: ['', 'acme~'] }),
  }),
);
