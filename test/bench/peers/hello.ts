// What workerd and Hono cost before anything is done.
import { Hono } from 'hono';

const app = new Hono();
app.post('/', (context) => context.json({ ok: true }, 201));

// oxlint-disable-next-line import/no-default-export -- workerd demands it
export default { fetch: app.fetch };
