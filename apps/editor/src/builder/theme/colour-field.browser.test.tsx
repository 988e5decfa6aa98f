import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { lowContrast } from '../../draft/edit-theme.ts';
import { ColourField } from './colour-field.tsx';

afterEach(cleanup);

let given: string | undefined;

function Accent() {
  const [accent, setAccent] = useState<string | undefined>(undefined);
  given = accent;
  const theme = accent === undefined ? {} : { accent };
  return (
    <ColourField
      name="Accent"
      given={accent}
      shown="#4f60e4"
      low={lowContrast(theme, 'light', 'accent')}
      onColour={setAccent}
    />
  );
}

test('what is half typed is said and not taken, and what is typed without its sign is', async () => {
  render(<Accent />);
  const field = screen.getByRole('textbox', { name: 'Accent' });
  await userEvent.type(field, '0a5c');
  expect(given).toBe('#00aa55');
  expect(screen.getByText('Colours are six digits, such as #4f60e4.')).toBeTruthy();
  await userEvent.type(field, '36');
  expect(given).toBe('#0a5c36');
  expect(screen.queryByText(/six digits/)).toBeNull();
});

test('a colour that cannot be read is mended by one press, and by another let go', async () => {
  render(<Accent />);
  const field = screen.getByRole('textbox', { name: 'Accent' });
  await userEvent.type(field, '#ffee00');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  await userEvent.click(screen.getByRole('button', { name: 'Use #a2970c' }));
  expect([given, field.getAttribute('aria-invalid')]).toEqual(['#a2970c', null]);
  await userEvent.click(screen.getByRole('button', { name: 'Accent: let it follow' }));
  expect(given).toBeUndefined();
});
