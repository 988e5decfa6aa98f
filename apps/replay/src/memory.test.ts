// Memory does not grow with the table: what is kept of a lead is a count.
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inFolder, runReplay } from './run-replay.ts';
import { smallWorkspace } from './small-workspace.ts';

/** Writes rows that are all different until the file has so many bytes. */
async function writeLeads(path: string, size: number): Promise<number> {
  const file = createWriteStream(path);
  file.write('email,job_title,size,budget,wants_demo,note,won\n');
  let rows = 0;
  for (let written = 0; written < size;) {
    const lines: string[] = [];
    for (const last = rows + 1000; rows < last; rows += 1) {
      const size = 'sml'[rows % 3];
      const demo = rows % 4 === 0 ? 'yes' : 'no';
      const note = `"note ${rows}, with ""quotes"" and a long tail ${'of words '.repeat(rows % 5)}"`;
      lines.push(
        `lead-${rows}@company-${rows % 9973}.example,Title ${rows},${size},${rows % 500},${demo},${note},${rows % 2}\n`,
      );
    }
    const text = lines.join('');
    written += text.length;
    if (!file.write(text)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
  return rows;
}

test('a table of 60 MB takes hardly more memory than one of 6', { timeout: 60_000 }, async () => {
  await inFolder({ 'w.json': JSON.stringify(smallWorkspace) }, async (folder) => {
    const peaks: number[] = [];
    for (const size of [6_000_000, 60_000_000]) {
      const rows = await writeLeads(join(folder, 'leads.csv'), size);
      const args = [
        '--workspace',
        'w.json',
        '--leads',
        'leads.csv',
        '--outcome',
        'won',
        '--out',
        'scored.csv',
        '--json',
      ];
      const { code, out, peak } = await runReplay(args, folder);
      expect({ code, rows: JSON.parse(out).rows }).toEqual({ code: 0, rows });
      peaks.push(peak);
    }
    const [small = 0, large = 0] = peaks;
    expect(small).toBeGreaterThan(50);
    expect(large).toBeLessThan(small + 100);
    expect(large).toBeLessThan(300);
  });
});
