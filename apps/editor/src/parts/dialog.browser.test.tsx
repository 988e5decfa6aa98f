import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { useRef, type ReactNode } from 'react';
import { afterEach, expect, test } from 'vitest';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { TextField } from './field.tsx';

afterEach(cleanup);

const close = (): void => undefined;

function Asked({ children, actions }: { readonly children: ReactNode; readonly actions?: ReactNode }) {
  return (
    <Dialog open onClose={close} title="Who is it?" actions={actions}>
      {children}
    </Dialog>
  );
}

const actions = (
  <>
    <Button look="quiet">Cancel</Button>
    <Button look="main">Send</Button>
  </>
);

async function expectFocus(place: () => HTMLElement): Promise<void> {
  await waitFor(() => expect(document.activeElement).toBe(place()));
}

test('a window begins in its first field, whatever stands before it', async () => {
  render(
    <Asked actions={actions}>
      <button>Explain</button>
      <input type="hidden" />
      <TextField label="Given" disabled />
      <TextField label="Name" />
    </Asked>,
  );
  await expectFocus(() => screen.getByLabelText('Name'));
});

test('of choices that exclude each other, at the one that is chosen', async () => {
  render(
    <Asked>
      <label>
        <input type="radio" name="side" /> Sales
      </label>
      <label>
        <input type="radio" name="side" defaultChecked /> Marketing
      </label>
    </Asked>,
  );
  await expectFocus(() => screen.getByLabelText('Marketing'));
});

test('without a field, at the first thing that it offers to do', async () => {
  render(<Asked actions={actions}>It is gone for good.</Asked>);
  await expectFocus(() => screen.getByRole('button', { name: 'Cancel' }));
});

test('without either, at its heading, and never at what only leaves it', async () => {
  render(<Asked>It is done.</Asked>);
  await expectFocus(() => screen.getByRole('heading', { name: 'Who is it?' }));
});

test('where it is said, there', async () => {
  function Said() {
    const second = useRef<HTMLInputElement>(null);
    return (
      <Dialog open title="Who is it?" initialFocus={() => second.current ?? true}>
        <TextField label="Name" />
        <TextField label="Mail" ref={second} />
      </Dialog>
    );
  }
  render(<Said />);
  await expectFocus(() => screen.getByLabelText('Mail'));
});
