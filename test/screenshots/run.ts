// Photographs what people see into `screenshots/`: the reference forms in all their states, each screen of the editor,
// each page of the Gate. `npm run screenshots -- hosted` takes only those whose name holds the word; the names of the
// last two begin with `editor/` and `gate/`.
import { fileURLToPath } from 'node:url';
import { mkdirSync } from 'node:fs';
import { openBrowser } from '../../packages/page/test/browser.ts';
import { takeEditor } from './take-editor.ts';
import { takeForms } from './take-forms.ts';
import { takeGate } from './take-gate.ts';

const folder = fileURLToPath(new URL('../../screenshots/', import.meta.url));
const [word = ''] = process.argv.slice(2);
for (const place of ['', 'editor', 'gate']) mkdirSync(`${folder}${place}`, { recursive: true });
const browser = await openBrowser();
try {
  const forms = await takeForms(browser, folder, word);
  const gate = await takeGate(browser, folder, word);
  console.log(`${forms + gate + (await takeEditor(folder, word))} pictures in ${folder}`);
} finally {
  await browser.close();
}
