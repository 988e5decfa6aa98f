// The table with its scores: every row that was scored, its own columns first. Written beside its place and moved
// there when whole, so that no half of it is ever taken for all.
import type { Judgement } from '@baton/agreement';
import { rmSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { csvCell } from './csv-cell.ts';

export type ScoredFile = {
  /** Keeps a row; `settle` writes what was kept once it is much. */
  readonly add: (cells: readonly string[], judgement: Judgement) => void;
  readonly settle: () => Promise<void>;
  readonly finish: () => Promise<void>;
  readonly discard: () => Promise<void>;
};

const added = ['score', 'fit', 'engagement', 'intent', 'tier', 'qualified', 'reasons'];
const much = 262_144;

/**
 * Begins the file. Throws what the file system throws.
 * @param marked begins with a byte-order mark, by which spreadsheets know UTF-8.
 */
export async function createScoredFile(
  path: string,
  header: readonly string[],
  { delimiter, marked }: { readonly delimiter: string; readonly marked: boolean },
): Promise<ScoredFile> {
  const beside = `${path}.${process.pid}.part`;
  const file = await open(beside, 'wx');
  const sweep = (): void => rmSync(beside, { force: true });
  process.once('exit', sweep);
  const line = (cells: readonly string[]): string => `${cells.map(csvCell).join(delimiter)}\r\n`;
  const names = added.map((name) => (header.includes(name) ? `baton_${name}` : name));
  let kept = (marked ? '\uFEFF' : '') + line([...header, ...names]);

  async function write(): Promise<void> {
    const text = kept;
    kept = '';
    await file.writeFile(text);
  }

  return {
    add(cells, { score, tier, qualified }) {
      const numbers = [score.total, score.fit, score.engagement, score.intent].map(String);
      const reasons = score.reasons.map(({ says, points }) => `${says} (${points > 0 ? '+' : ''}${points})`);
      kept += line([...cells, ...numbers, tier, qualified ? 'yes' : 'no', reasons.join('; ')]);
    },
    async settle() {
      if (kept.length >= much) await write();
    },
    async finish() {
      await write();
      await file.close();
      await rename(beside, path);
      process.removeListener('exit', sweep);
    },
    async discard() {
      await file.close();
      await rm(beside, { force: true });
      process.removeListener('exit', sweep);
    },
  };
}
