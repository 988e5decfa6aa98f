// Against a real server in Turnstile's place.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { askTurnstile } from './turnstile.ts';

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function standIn(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<typeof fetch> {
  const started = createServer(answer);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  const address = started.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return (_, init) => fetch(`http://127.0.0.1:${port}/`, init);
}

const says = (answer: unknown) =>
  standIn((_, response) => {
    response.end(JSON.stringify(answer));
  });

const asked = { token: 't', submission: '00000000-0000-4000-8000-000000000001' };

test.each([
  [{ success: true }, 'passed'],
  [{ success: false, 'error-codes': ['invalid-input-response'] }, 'failed'],
  [{ success: false, 'error-codes': ['timeout-or-duplicate'] }, 'failed'],
  [{ success: false, 'error-codes': ['internal-error'] }, 'unchecked'],
  [{ success: false, 'error-codes': ['invalid-input-secret'] }, 'unchecked'],
  [{ oops: 1 }, 'unchecked'],
])('%j counts as %s', async (answer, word) => {
  expect(await askTurnstile('secret', asked, await says(answer))).toBe(word);
});

test('it is told the token, and never the submission’s own id', async () => {
  const bodies: string[] = [];
  const ask = await standIn((request, response) => {
    request.on('data', (part: Buffer) => bodies.push(part.toString()));
    request.on('end', () => response.end('{"success":true}'));
  });
  await askTurnstile('secret', asked, ask);
  await askTurnstile('secret', asked, ask);
  expect(JSON.parse(bodies[0] ?? '')).toMatchObject({ secret: 'secret', response: 't' });
  expect(bodies[0]).toContain('idempotency_key');
  expect(bodies[0]).not.toContain(asked.submission);
  expect(bodies[1]).toBe(bodies[0]);
  // Another token of the same submission is another question.
  await askTurnstile('secret', { ...asked, token: 'u' }, ask);
  const [first, , other] = bodies.map((body): unknown =>
    Reflect.get(Object(JSON.parse(body)), 'idempotency_key'),
  );
  expect(other).not.toBe(first);
});

test('when it cannot be asked, people pass', async () => {
  const cut = await standIn((request) => request.socket.destroy());
  expect(await askTurnstile('secret', asked, cut)).toBe('unchecked');
  const refused: typeof fetch = () => Promise.reject(new TypeError('unreachable'));
  expect(await askTurnstile(undefined, asked, refused)).toBe('unchecked');
});

test('it has two seconds', async () => {
  const silent = await standIn(() => undefined);
  const started = performance.now();
  expect(await askTurnstile('secret', asked, silent)).toBe('unchecked');
  expect(performance.now() - started).toBeLessThan(4000);
});

test('without a token it is not asked', async () => {
  const never: typeof fetch = () => Promise.reject(new Error('asked'));
  expect(await askTurnstile('secret', { ...asked, token: null }, never)).toBe('missing');
  expect(await askTurnstile('secret', { ...asked, token: 'unavailable' }, never)).toBe('unavailable');
});
