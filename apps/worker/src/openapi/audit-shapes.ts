// What `GET /api/audit` answers.
import * as z from 'zod';
import { named } from './operation.ts';

const changeShape = named('Change', () =>
  z.strictObject({
    id: z.string(),
    at: z.iso.datetime(),
    author: z
      .string()
      .describe(
        '`person:<e-mail>`, `key:<id>`, `owner` for the owner key, or `baton` for what it did by itself.',
      ),
    action: z.string().meta({ examples: ['attribute.changed', 'person.invited'] }),
    subject: z.string().describe('The id or e-mail address of what was changed.'),
    before: z.unknown().describe('Null where it was not there.'),
    after: z.unknown().describe('Null where it is gone, or there is nothing to say.'),
  }),
);

/** A page of changes. */
export const auditShape = named('ChangeList', () =>
  z.strictObject({
    changes: z.array(changeShape()),
    next: z.string().nullable().describe('Pass as `before` for the next page; null on the last one.'),
  }),
);
