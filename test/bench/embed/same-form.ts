// Before anything is timed: that everybody shows the same form, and hides and shows the same of it.
import type { Browser } from 'playwright-core';
import { questions } from './questions.ts';
import type { Stand } from './stand.ts';
import type { Subject } from './subjects.ts';

/** Answers after which every condition holds. */
const deciding = ['I lead a team', '201–1,000', '4'];

/** Throws when a subject shows another form than the fifteen questions. */
export async function checkSameForm(browser: Browser, stand: Stand, subject: Subject): Promise<void> {
  stand.show(subject);
  const page = await browser.newPage({ locale: 'en-GB' });
  page.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(stand.url);
  await page
    .getByText(questions[0]?.label ?? '')
    .first()
    .waitFor();
  const shown = async (): Promise<string> => {
    const ids = [];
    for (const { id, label } of questions) {
      // Form.io says of a number to those who hear it that it is one.
      const text = new RegExp(`^\\W*${label.replace(/[.?]/g, '\\$&')}\\W*(numeric only\\W*)?$`);
      const named = page.getByText(text).filter({ visible: true });
      if ((await named.count()) > 0) ids.push(id);
    }
    return ids.join();
  };
  const idsOf = (asked: typeof questions): string => asked.map(({ id }) => id).join();
  const before = subject.decides ? idsOf(questions.filter(({ when }) => !when)) : idsOf(questions);
  const first = await shown();
  for (const answer of deciding) await page.getByText(answer, { exact: true }).first().click();
  const last = questions.at(-1)?.label ?? '';
  await page.getByText(last).filter({ visible: true }).first().waitFor();
  const second = await shown();
  await page.close();
  if (first !== before || second !== idsOf(questions) || complaints.length > 0) {
    throw new Error(
      `${subject.name} shows another form: first ${first}; then ${second}. ${complaints.join(' ')}`,
    );
  }
}
