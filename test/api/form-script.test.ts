// What a form weighs as the worker sends it: in bytes on the wire, to a browser that takes Brotli.
import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainFifteen } from '../../packages/page/test/forms.ts';
import { smallWorkspace } from '../desk/small-workspace.ts';
import { type Baton, startBaton } from '../faults/baton.ts';

let baton: Baton;

beforeAll(async () => {
  baton = await startBaton([]);
  const { id, name, steps } = plainFifteen.form;
  const outcomes = [{ id: 'thanks', show: { kind: 'message', title: 'Thank you', text: 'We will write.' } }];
  const forms = [{ format: 1, id, name, steps, outcomes }];
  await baton.api('/api/workspace', 'PUT', { ...smallWorkspace, destinations: [], forms });
});

afterAll(async () => {
  await baton.close();
  expect(baton.bugs).toEqual([]);
});

/** Neither unpacked nor counted after it was. */
function sent(path: string): Promise<{ readonly bytes: number; readonly encoding: string | undefined }> {
  return new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': 'gzip, deflate, br, zstd' };
    const asked = request(baton.instance.url + path, { headers }, (response) => {
      let bytes = 0;
      response.on('data', (part: Buffer) => (bytes += part.length));
      response.once('error', reject);
      response.once('end', () => resolve({ bytes, encoding: response.headers['content-encoding'] }));
    });
    asked.once('error', reject);
    asked.end();
  });
}

test('a plain form of fifteen fields comes whole in one answer of seven and a half kilobytes', async () => {
  const { bytes, encoding } = await sent('/f/demo.js');
  expect(encoding).toBe('br');
  // Packed with what packages/page/src/size.test.ts measures is the name of the build, which falls anew with each.
  expect(bytes).toBeLessThanOrEqual(7_500);
});
