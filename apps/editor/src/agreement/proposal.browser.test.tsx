import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { draftOf, proposal, refused, showAgreement, terms, versionOf } from './staged-agreement.tsx';
import { withValueAt } from './terms-draft.ts';

afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.unstubAllGlobals();
});

const path = '/api/agreements/2';
const here = '/agreement/proposals/2';
const signature = (party: 'marketing' | 'sales', name: string) => ({
  party,
  by: `${name.toLowerCase()}@x.example`,
  name,
  at: '2027-01-05T09:00:00.000Z',
});

async function pressed(name: string): Promise<ReturnType<typeof within>> {
  await userEvent.click(await screen.findByRole('button', { name }));
  return within(await screen.findByRole('dialog'));
}

test('signing says first what it does, and is over the very hash that was shown', async () => {
  const staged = showAgreement(here, 'sales');
  const dialog = await pressed('Sign');
  expect(
    dialog.getByText('In force from the second marketing signs. Until then nothing changes.'),
  ).toBeTruthy();
  expect(dialog.getByText('Version 1 is then replaced. It stays readable.')).toBeTruthy();
  expect(dialog.getByText(proposal.hash)).toBeTruthy();
  expect(staged.asked).toEqual([]);
  const signed = { ...proposal, signatures: [signature('sales', 'Val')] };
  staged.answers.set(`POST ${path}/sign`, () => {
    staged.state = { ...staged.state, proposals: [signed] };
    return Response.json(signed);
  });
  await userEvent.click(dialog.getByRole('button', { name: 'Sign for sales' }));
  await screen.findByText('You have signed.');
  expect(staged.asked).toEqual([{ method: 'POST', path: `${path}/sign`, body: { hash: proposal.hash } }]);
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Sign' })).toBeNull());
  expect(screen.getByText('You have signed')).toBeTruthy();
});

test('the last signature says that it brings it into force', async () => {
  const half = { ...proposal, signatures: [signature('marketing', 'Mia')] };
  showAgreement(here, 'sales', { proposals: [half] });
  const dialog = await pressed('Sign');
  expect(
    dialog.getByText('In force from the second you sign: every lead that comes after is judged by it.'),
  ).toBeTruthy();
});

test.each([
  [409, 'It is not on the table any more: taken back, answered, outdated or in force already.'],
  [409, 'What was signed is not what stands there. Read it again.'],
  [403, 'The workspace’s people say that whoever asks belongs to another party than their role does.'],
])(
  'a signature that does not count (%i) is told where it was given, and nothing is claimed',
  async (status, why) => {
    const staged = showAgreement(here, 'sales');
    staged.answers.set(`POST ${path}/sign`, () => refused(status, why));
    const dialog = await pressed('Sign');
    await userEvent.click(dialog.getByRole('button', { name: 'Sign for sales' }));
    expect((await dialog.findByRole('alert')).textContent).toContain(why);
    expect(screen.queryByText('You have signed.')).toBeNull();
  },
);

test('who has lost the role reads why they cannot sign', async () => {
  showAgreement(here, 'sales', { mySide: null, noSide: 'other_side' });
  await screen.findByText(/you belong to another party than your role does/);
  expect(screen.queryByRole('button', { name: 'Sign' })).toBeNull();
});

test('where a colleague has signed one may too, and reads when that counts', async () => {
  const half = { ...proposal, signatures: [signature('sales', 'Ann')] };
  showAgreement(here, 'sales', { proposals: [half] });
  const dialog = await pressed('Sign too');
  expect(dialog.getByText(/Ann has signed for sales already. Yours takes its place only where/)).toBeTruthy();
});

test('both have signed and it is still a proposal: a signer has lost the right, and that is what is said', async () => {
  const both = { ...proposal, signatures: [signature('sales', 'Ann'), signature('marketing', 'Mia')] };
  showAgreement('/agreement', 'marketing', { proposals: [both] });
  await screen.findByText('A signature does not count any more');
});

test('nothing was ever in force: the first proposal is what is shown, with whom it waits for', async () => {
  showAgreement('/agreement', 'sales', { inForce: null });
  await screen.findByRole('heading', { name: 'An agreement waits to be signed' });
  expect(screen.getByText('Proposal 2 by Mia: waits for marketing and sales.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Read proposal 2' })).toBeTruthy();
});

test('what is in force and not as it was signed is said before anything else', async () => {
  showAgreement('/agreement', 'viewer', { inForce: versionOf(1, { sound: false }) });
  const [first] = await screen.findAllByRole('alert');
  expect(first?.textContent).toContain('What is kept of the agreement in force is not what was signed.');
  expect(screen.getByText('Version 1 judges nobody')).toBeTruthy();
});

test('who may only look is offered nothing, and says nothing', async () => {
  showAgreement(here, 'viewer');
  await screen.findByRole('heading', { name: 'Proposal 2' });
  await screen.findByText('Nobody has said anything yet.');
  for (const name of ['Sign', 'Counter', 'Withdraw', 'Comment']) {
    expect(screen.queryByRole('button', { name }), name).toBeNull();
  }
  expect(screen.queryByRole('textbox')).toBeNull();
});

test('an empty comment is not sent, nor one of spaces; another is, without what stands around it', async () => {
  const staged = showAgreement(here, 'sales');
  const user = userEvent.setup();
  const field = await screen.findByLabelText<HTMLTextAreaElement>('Your comment');
  const button = screen.getByRole('button', { name: 'Comment' });
  expect(button.hasAttribute('disabled')).toBe(true);
  await user.type(field, '   ');
  expect(button.hasAttribute('disabled')).toBe(true);
  staged.answers.set(`POST ${path}/comments`, (body) =>
    Response.json({
      ...proposal,
      comments: [
        { id: 1, by: 'val@x.example', name: 'Val', at: proposal.proposedAt, text: Object(body).text },
      ],
    }),
  );
  await user.type(field, 'Too high. ');
  await user.click(button);
  await screen.findByText('Too high.');
  expect(staged.asked).toEqual([{ method: 'POST', path: `${path}/comments`, body: { text: 'Too high.' } }]);
  expect(field.value).toBe('');
});

test('a comment that is refused stays typed, with why', async () => {
  const staged = showAgreement(here, 'sales');
  staged.answers.set(`POST ${path}/comments`, () => refused(422, 'There is room for no more.'));
  await userEvent.type(await screen.findByLabelText('Your comment'), 'One more');
  await userEvent.click(screen.getByRole('button', { name: 'Comment' }));
  await screen.findByText(/There is room for no more/);
  expect(screen.getByLabelText<HTMLTextAreaElement>('Your comment').value).toBe('One more');
});

test('only the side that has proposed takes it back, after it was asked once more', async () => {
  const staged = showAgreement(here, 'marketing');
  const dialog = await pressed('Withdraw');
  expect(staged.asked).toEqual([]);
  const ended = {
    ...proposal,
    state: 'withdrawn' as const,
    ended: { why: 'withdrawn' as const, by: 'mia@x.example', name: 'Mia', at: proposal.proposedAt },
  };
  staged.answers.set(`POST ${path}/withdraw`, () => {
    staged.answers.set(`GET ${path}`, () => Response.json(ended));
    staged.state = { ...staged.state, proposals: [] };
    return Response.json(ended);
  });
  await userEvent.click(dialog.getByRole('button', { name: 'Withdraw' }));
  await screen.findByText('It is taken back.');
  await screen.findByText('Withdrawn');
  expect(screen.queryByRole('button', { name: 'Sign' })).toBeNull();
  cleanup();
  showAgreement(here, 'sales');
  await screen.findByRole('button', { name: 'Sign' });
  expect(screen.queryByRole('button', { name: 'Withdraw' })).toBeNull();
});

test('it was signed into force while somebody took it back: that is said, and it is shown as it is', async () => {
  const staged = showAgreement(here, 'marketing');
  const dialog = await pressed('Withdraw');
  staged.answers.set(`POST ${path}/withdraw`, () => {
    staged.state = { ...staged.state, inForce: versionOf(2), proposals: [] };
    return refused(409, 'It is not on the table any more.');
  });
  await userEvent.click(dialog.getByRole('button', { name: 'Withdraw' }));
  await screen.findByText(/It is not on the table any more/);
  await screen.findByText('In force');
});

test('a counter-proposal asks before it replaces a draft that somebody works on', async () => {
  const draft = draftOf(4, withValueAt(terms, ['title'], 'Half way'), 'Ann');
  const staged = showAgreement(here, 'sales', { draft });
  const dialog = await pressed('Counter');
  expect(dialog.getByText(/There is a draft already, last saved by Ann/)).toBeTruthy();
  await userEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
  expect(staged.asked).toEqual([]);
  staged.answers.set('PUT /api/agreement/draft', (body) => {
    const next = draftOf(5, Object(body).document, 'Val');
    staged.state = { ...staged.state, draft: next };
    return Response.json(next);
  });
  const again = await pressed('Counter');
  await userEvent.click(again.getByRole('button', { name: 'Replace the draft' }));
  await screen.findByText('The draft says what the proposal says. Change it, then propose it instead.');
  expect(staged.asked[0]?.body).toMatchObject({ revision: 4, base: 1, document: proposal.document });
  await screen.findByRole('heading', { name: 'Agreement', level: 1 });
});

test('the draft was changed while it was proposed: that is said, and nothing is on the table', async () => {
  const draft = draftOf(4, withValueAt(terms, ['tiers', 1, 'from'], 60), 'Mia');
  const staged = showAgreement('/agreement', 'marketing', { draft });
  staged.answers.set('POST /api/agreement/propose', () =>
    Response.json(draftOf(5, withValueAt(terms, ['title'], 'Other'), 'Ann'), { status: 409 }),
  );
  const dialog = await pressed('Propose');
  await userEvent.type(dialog.getByLabelText('Why, for the other side'), ' Fewer, better. ');
  await userEvent.click(dialog.getByRole('button', { name: 'Propose' }));
  expect((await dialog.findByRole('alert')).textContent).toBe(
    'Somebody else has changed the draft meanwhile. Look at it again.',
  );
  expect(staged.asked.at(-1)?.body).toEqual({ revision: 4, note: 'Fewer, better.', answers: null });
});
