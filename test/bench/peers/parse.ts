// What it costs to read a submission and check its shape, and nothing else.
import { Hono } from 'hono';
import * as z from 'zod';

z.config({ jitless: true });

const body = z.object({
  id: z.uuid(),
  version: z.int().positive(),
  final: z.boolean(),
  answers: z.object({
    email: z.email(),
    name: z.string(),
    size: z.enum(['1-10', '11-50', '51-500']),
    role: z.enum(['manager', 'student', 'other']),
    team: z.number().optional(),
  }),
  visitor: z.string().nullable(),
  visit: z.record(z.string(), z.unknown()),
  behaviours: z.array(z.object({ path: z.string(), at: z.iso.datetime() })),
});

const app = new Hono();
app.post('/', async (context) => {
  const parsed = body.safeParse(await context.req.json());
  return parsed.success ? context.json({ ok: true }, 201) : context.json({ ok: false }, 422);
});

// oxlint-disable-next-line import/no-default-export -- workerd demands it
export default { fetch: app.fetch };
