// Somebody begins with nothing and never touches a document: a rep is invited, comes in, is in a team, and the agreement's
// routing gives the team its leads. All by screens.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEditorStack, type EditorStack } from './editor-stack.ts';
import { expectCalm, troublesOf } from './gate-pages.ts';
import { letIn } from './two-sides.ts';

const sam = 'sam@rampline.example';

let stack: EditorStack;
let owner: Page;
let troubles: string[];

beforeAll(async () => {
  stack = await startEditorStack([], () => ({ format: 1, name: 'New' }));
  ({ page: owner, troubles } = await stack.newEditor());
}, 60_000);

afterAll(() => stack.close());

/** What can be done with somebody, or with a team. */
async function pick(page: Page, whom: string, what: string): Promise<void> {
  await page.getByRole('button', { name: `What to do with ${whom}` }).click();
  await page.getByRole('menuitem', { name: what }).click();
}

const addRule = (): Promise<void> =>
  owner
    .getByRole('region', { name: /Who gets it/ })
    .getByRole('button', { name: 'Add a rule' })
    .click();

const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) });

test('the first thirty days lead to the teams, where the owner stands already; whoever is invited joins them', async () => {
  await owner.goto(`${stack.instance.url}/review/start`);
  await owner.getByRole('link', { name: /^Make a team that gets leads ?, to do/ }).click();
  await owner.getByText('No team yet').waitFor();
  await row(owner, 'Mara Lind').getByText('Admin').waitFor();
  await expectCalm(owner);

  await owner.getByRole('link', { name: 'People', exact: true }).click();
  await owner.getByLabel('Work e-mail').fill(sam);
  await owner.getByLabel('Role').selectOption('Sales');
  await owner.getByRole('button', { name: 'Invite', exact: true }).click();
  await owner.getByText('The invitation is on its way.').waitFor();
  const mail = await stack.letterbox.arrival((one) => one.kind === 'email' && one.to.includes(sam));
  const link = mail.kind === 'email' ? /https?:\S+\/enter\/\w{32}/.exec(mail.text)?.[0] : undefined;
  const rep = await stack.newPage();
  const complaints = troublesOf(rep);
  await rep.goto(link ?? '');
  await rep.getByLabel('Your name').fill('Sam Reed');
  await rep.getByRole('button', { name: 'Join' }).click();
  await rep.getByRole('link', { name: 'Sam Reed' }).waitFor();

  await owner.goto(`${stack.instance.url}/teams`);
  await row(owner, 'Sam Reed').getByText('Sales').waitFor();

  // Of others a rep may read all, and change nothing; their own days away are theirs to say.
  await rep.getByRole('link', { name: 'Teams' }).click();
  await rep.getByText('Admins make teams.').waitFor();
  expect(await rep.getByRole('button', { name: /^(New team|Add person)$/ }).count()).toBe(0);
  expect(await rep.getByRole('button', { name: /^What to do with / }).count()).toBe(1);
  await pick(rep, 'Sam Reed', 'Away');
  await rep.getByRole('button', { name: 'Add these days' }).click();
  await row(rep, 'Sam Reed')
    .getByText(/^Away until /)
    .waitFor();
  await expectCalm(rep);
  expect(complaints).toEqual([]);
}, 60_000);

test('an agreement that is begun before there is a team says where one is made', async () => {
  await owner.goto(`${stack.instance.url}/agreement`);
  await owner.getByRole('button', { name: 'Begin an agreement' }).click();
  await addRule();
  await owner.getByText('There is no team yet.').waitFor();
  await owner.getByRole('status').filter({ hasText: 'Saved' }).first().waitFor();
  await expectCalm(owner);
  await owner.getByRole('link', { name: 'Make a team', exact: true }).click();
  await owner.getByText('No team yet').waitFor();
}, 60_000);

test('a colleague is added by hand, with what is wrong told at its field', async () => {
  await owner.getByRole('button', { name: 'Add person' }).click();
  const dialog = owner.getByRole('dialog');
  await dialog.getByLabel('E-mail').fill('Sam@rampline.example');
  await dialog.getByLabel('Share of turns').fill('none');
  await dialog.getByRole('button', { name: 'Add' }).click();
  await dialog.getByText('This is needed.').waitFor();
  await dialog.getByText(/^A number above 0/).waitFor();
  await expectCalm(owner);
  await dialog.getByLabel('Name').fill('Ines Vogt');
  await dialog.getByLabel('Share of turns').fill('3');
  await dialog.getByRole('button', { name: 'Add' }).click();
  await dialog.getByText('They are among the people already.').waitFor();
  await dialog.getByLabel('E-mail').fill('ines@rampline.example');
  await owner.keyboard.press('Enter');
  await row(owner, 'Ines Vogt').getByText('ines@rampline.example').waitFor();
});

test('a team is made by keys alone, with the turns of each as a share, and who is away marked', async () => {
  await owner.getByRole('button', { name: 'New team' }).focus();
  await owner.keyboard.press('Enter');
  const dialog = owner.getByRole('dialog');
  await dialog.getByRole('heading', { name: 'New team' }).waitFor();
  await expect
    .poll(() =>
      dialog.getByRole('textbox', { name: 'Name' }).evaluate((one) => one === document.activeElement),
    )
    .toBe(true);
  await dialog.getByRole('button', { name: 'Make the team' }).press('Enter');
  await dialog.getByText('Somebody has to be in it.').waitFor();
  await dialog.getByLabel('Name').focus();
  await owner.keyboard.type('Reps');
  await owner.keyboard.press('Tab');
  // A closed list is chosen from by typing.
  await owner.keyboard.type('Sam');
  await owner.keyboard.press('Tab');
  await owner.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Take Sam Reed out' }).waitFor();
  // Where the next one is chosen.
  await owner.keyboard.type('Ines');
  await owner.keyboard.press('Tab');
  await owner.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Ines Vogt earlier' }).press('Enter');
  const members = dialog.getByRole('list', { name: 'Members' }).getByRole('listitem');
  await expect
    .poll(() => members.allInnerTexts())
    .toEqual([expect.stringMatching(/^Ines Vogt\s+75%/), expect.stringMatching(/^Sam Reed · away\s+25%/)]);
  await expectCalm(owner);
  await dialog.getByLabel('Name').focus();
  await owner.keyboard.press('Enter');
  const turns = owner.getByRole('list', { name: 'Who takes turns in Reps' }).getByRole('listitem');
  await turns.filter({ hasText: 'Sam Reed' }).getByText('Away').waitFor();
  await turns.filter({ hasText: 'Ines Vogt' }).getByText('75%').waitFor();
  await expectCalm(owner);
  await pick(owner, 'Sam Reed', 'Away');
  await owner.getByRole('button', { name: 'Back from today' }).click();
  await turns.filter({ hasText: 'Away' }).waitFor({ state: 'detached' });
});

test('the routing of the agreement names the team, which then stays as long as it does', async () => {
  await owner.getByRole('link', { name: 'Name it in the agreement’s routing' }).click();
  await owner.getByRole('region', { name: /Who gets it/ }).waitFor();
  await addRule();
  await owner.getByLabel('Go to').selectOption('Reps');
  await owner.getByRole('status').filter({ hasText: 'Saved' }).first().waitFor();
  await owner.goto(`${stack.instance.url}/teams`);
  await pick(owner, 'the team Reps', 'Remove');
  await owner.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await owner.getByText(/The draft of the agreement routes to this team by the rule “\w+”\./).waitFor();
  await expectCalm(owner);
  expect(troubles.splice(0)).toEqual([expect.stringContaining('409')]);
  await owner.keyboard.press('Escape');
  await owner.goto(`${stack.instance.url}/review/start`);
  await owner.getByRole('link', { name: /^Make a team that gets leads ?, done/ }).waitFor();
}, 60_000);

test('who goes hands on first, and nobody else changes anything', async () => {
  await owner.goto(`${stack.instance.url}/teams`);
  await pick(owner, 'Ines Vogt', 'Remove');
  const dialog = owner.getByRole('dialog');
  await dialog.getByText('A place in Reps').waitFor();
  await dialog.getByRole('button', { name: 'Hand on and remove' }).click();
  await dialog.getByText('Choose somebody.').waitFor();
  await expectCalm(owner);
  await dialog.getByLabel('Who has all of it from then on').selectOption('Sam Reed');
  await dialog.getByRole('button', { name: 'Hand on and remove' }).click();
  await dialog.waitFor({ state: 'detached' });
  await row(owner, 'Sam Reed').waitFor();
  expect(await row(owner, 'Ines Vogt').count()).toBe(0);
  const turns = owner.getByRole('list', { name: 'Who takes turns in Reps' }).getByRole('listitem');
  await expect.poll(() => turns.allInnerTexts()).toEqual([expect.stringMatching(/^Sam Reed\s+100%/)]);
  const { page: viewer } = await letIn(stack, {
    email: 'look@rampline.example',
    name: 'Lou Kemp',
    role: 'viewer',
  });
  await viewer.goto(`${stack.instance.url}/teams`);
  await viewer.getByRole('list', { name: 'Who takes turns in Reps' }).waitFor();
  expect(await viewer.getByRole('button', { name: /^(What to do with|New team|Add person)/ }).count()).toBe(
    0,
  );
  expect(await row(viewer, 'Lou Kemp').count()).toBe(0);
  expect(troubles).toEqual([]);
}, 60_000);
