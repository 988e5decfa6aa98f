import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { draftOf, showAgreement, terms, type Staged } from './staged-agreement.tsx';
import { withValueAt, type TermsDraft } from './terms-draft.ts';

afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.unstubAllGlobals();
});

/** The draft with other points at the threshold of the second tier, or another title. */
const threshold = (from: number, document = terms): TermsDraft =>
  withValueAt(document, ['tiers', 1, 'from'], from);

const draftPath = '/api/agreement/draft';

/** Takes what is saved, as the worker does. */
function takes({ answers }: Staged): void {
  answers.set(`PUT ${draftPath}`, (body) => {
    const { revision, document } = Object(body);
    return Response.json(draftOf((revision ?? 0) + 1, document, 'Mia'));
  });
}

function saved({ asked }: Staged): unknown[] {
  return asked.filter(({ path }) => path === draftPath).map(({ body }) => body);
}

const clause = (points: number): Promise<HTMLElement> =>
  screen.findByRole('button', { name: new RegExp(`^mql: ${points} points or more`) });

/** All at once: of whoever types slowly, what stands there so far is saved as well. */
async function writePoints(user: UserEvent, points: number): Promise<void> {
  const from = screen.getByLabelText('From');
  await user.click(from);
  fireEvent.change(from, { target: { value: `${points}` } });
  await user.keyboard('{Enter}');
}

test('a clause is changed where it stands: it says so at once, Enter is done, and it is saved', async () => {
  const staged = showAgreement('/agreement', 'marketing');
  takes(staged);
  const user = userEvent.setup();
  const button = await clause(50);
  await user.click(button);
  expect(button.getAttribute('aria-expanded')).toBe('true');
  await writePoints(user, 60);
  const changed = await clause(60);
  await waitFor(() => expect(document.activeElement).toBe(changed));
  expect(changed.getAttribute('aria-expanded')).toBe('false');
  await waitFor(() =>
    expect(saved(staged).at(-1)).toMatchObject({ revision: null, document: threshold(60) }),
  );
  await screen.findByText(/differs from what is in force in one place/);
});

test('Escape puts it back as it was, however much was typed', async () => {
  const staged = showAgreement('/agreement', 'marketing');
  takes(staged);
  const user = userEvent.setup();
  await user.click(await clause(50));
  await user.type(screen.getByLabelText('From'), '0');
  await clause(500);
  await user.keyboard('{Escape}');
  const back = await clause(50);
  await waitFor(() => expect(document.activeElement).toBe(back));
  await screen.findByText('What you see is what is in force.');
});

test('who may only look reads the same sentences, and nothing of it can be pressed', async () => {
  showAgreement('/agreement', 'viewer');
  await screen.findByText('You may look, not change');
  const article = within(screen.getByRole('article', { name: 'The agreement' }));
  expect(article.getAllByText('50 points', { selector: 'li p *' })).not.toEqual([]);
  expect(article.queryAllByRole('button')).toEqual([]);
  expect(article.queryAllByRole('textbox')).toEqual([]);
  expect(screen.queryByRole('button', { name: 'Propose' })).toBeNull();
});

test('what somebody else has changed elsewhere meanwhile is taken in, and said', async () => {
  const staged = showAgreement('/agreement', 'marketing');
  const theirs = withValueAt(terms, ['title'], 'Spring');
  staged.answers.set(`PUT ${draftPath}`, (body) => {
    const { revision, document } = Object(body);
    if (revision === null) return Response.json(draftOf(1, theirs, 'Val'), { status: 409 });
    return Response.json(draftOf(revision + 1, document, 'Mia'));
  });
  const user = userEvent.setup();
  await user.click(await clause(50));
  await writePoints(user, 60);
  await waitFor(() =>
    expect(saved(staged).at(-1)).toMatchObject({ revision: 1, document: threshold(60, theirs) }),
  );
  await screen.findByText('Val changed this draft too. Both changes are here.');
  expect(screen.getByLabelText<HTMLTextAreaElement>('Title of the agreement').value).toBe('Spring');
});

test('what both have changed is asked, each as the clause would read, and nothing is saved before', async () => {
  const staged = showAgreement('/agreement', 'marketing');
  staged.answers.set(`PUT ${draftPath}`, (body) => {
    const { revision, document } = Object(body);
    if (revision === null) return Response.json(draftOf(1, threshold(70), 'Val'), { status: 409 });
    return Response.json(draftOf(revision + 1, document, 'Mia'));
  });
  const user = userEvent.setup();
  await user.click(await clause(50));
  await writePoints(user, 60);
  const dialog = within(await screen.findByRole('dialog', { name: 'Val changed the same as you' }));
  const group = within(dialog.getByRole('group', { name: 'Tiers and follow-up times' }));
  expect(group.getByRole('radio', { name: /Yours\s*mql: 60 points or more/ })).toBeTruthy();
  const save = dialog.getByRole('button', { name: 'Save' });
  expect(save.hasAttribute('disabled')).toBe(true);
  const before = saved(staged).length;
  await user.click(group.getByRole('radio', { name: /As Val left it\s*mql: 70 points or more/ }));
  expect(saved(staged)).toHaveLength(before);
  await user.click(save);
  await clause(70);
  await waitFor(() => expect(screen.queryByRole('radio')).toBeNull());
});

test('a draft that was proposed meanwhile is begun anew with what is written here', async () => {
  const staged = showAgreement('/agreement', 'marketing', { draft: draftOf(7, threshold(55), 'Mia') });
  staged.answers.set(`PUT ${draftPath}`, (body) => {
    const { revision, document } = Object(body);
    if (revision === 7) return Response.json(null, { status: 409 });
    return Response.json(draftOf(8, document, 'Mia'));
  });
  const user = userEvent.setup();
  await user.click(await clause(55));
  await writePoints(user, 60);
  await waitFor(() =>
    expect(saved(staged).at(-1)).toMatchObject({ revision: null, document: threshold(60) }),
  );
});

test('a definition that names other points than the threshold says so where it stands, as soon as either changes', async () => {
  const worded = withValueAt(terms, ['definitions', 'mql'], 'Fits and wants to act: 50 points or more.');
  const staged = showAgreement('/agreement', 'marketing', { draft: draftOf(1, worded, 'Mia') });
  takes(staged);
  const user = userEvent.setup();
  const definition = await screen.findByRole('button', { name: /^MQL: Fits and wants/ });
  const sentence = /It says 50 points, but leads are handed off from 60 on/;
  expect(screen.queryByText(sentence)).toBe(null);
  await user.click(await clause(50));
  await writePoints(user, 60);
  const told = await screen.findByText(sentence);
  // It belongs to the definition, before whatever follows it.
  const next = screen.getByRole('button', { name: /^SAL: / });
  expect(definition.compareDocumentPosition(told) & Node.DOCUMENT_POSITION_FOLLOWING).not.toBe(0);
  expect(told.compareDocumentPosition(next) & Node.DOCUMENT_POSITION_FOLLOWING).not.toBe(0);
});
