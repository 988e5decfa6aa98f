// Takes each screen of the editor on the demo's workspace, with the forms that show what a screen can have on it.
import { startEditorStack } from '../journeys/editor-stack.ts';
import { editorScreens } from './editor-screens.ts';
import { layOut } from './forms-at-work.ts';
import { liveAQuarter } from './quarter.ts';
import { photograph } from './screen.ts';

/** Takes those whose name holds the word; how many they were. */
export async function takeEditor(folder: string, word: string): Promise<number> {
  const stack = await startEditorStack();
  try {
    await liveAQuarter(stack);
    await layOut(stack);
    const { page } = await stack.newEditor();
    const session = await page.context().storageState();
    await page.context().close();
    const place = { folder, word, url: stack.instance.url, session };
    return await photograph(stack.browser, editorScreens(stack), place);
  } finally {
    await stack.close();
  }
}
