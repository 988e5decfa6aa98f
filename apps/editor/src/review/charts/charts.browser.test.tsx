// What all pictures of the review share: right numbers, readable without colour, by keys and as a table, and whole where
// there is nothing, one thing, or a gap.
import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { ToastProvider } from '../../parts/toast.tsx';
import { NumberPicture } from '../numbers/number-picture.tsx';
import type { ShownNumber } from '../numbers/number-words.ts';
import { ChartFrame } from './chart-frame.tsx';
import { ColumnBars, type Column } from './column-bars.tsx';
import { RowBars, type Bar } from './row-bars.tsx';

afterEach(cleanup);

function drawn(): SVGSVGElement {
  const svg = document.querySelector<SVGSVGElement>('svg');
  if (svg === null) throw new Error('Nothing is drawn.');
  return svg;
}

function filled(): readonly SVGRectElement[] {
  return [...drawn().querySelectorAll<SVGRectElement>('rect.fill-accent')];
}

function tall(bar: Element | undefined): number {
  return Number(bar?.getAttribute('height'));
}

function words(): readonly string[] {
  return [...drawn().querySelectorAll('text')].map((text) => text.textContent);
}

const columns: readonly Column[] = [
  { name: '1 m', value: 10 },
  { name: '5 m', value: 5 },
  { name: '1 h', value: 0 },
  { name: 'waits', value: 4, isOpen: true },
];

test('columns are as tall as their numbers, and each says its number', () => {
  render(<ColumnBars columns={columns} />);
  const [first, second, third] = filled();
  expect(tall(first)).toBeCloseTo(2 * tall(second), 6);
  expect(tall(third)).toBe(0);
  expect(words()).toEqual(['10', '1 m', '5', '5 m', '1 h', '4', 'waits']);
  expect(screen.getAllByRole('img').map((mark) => mark.getAttribute('aria-label'))).toEqual([
    '1 m: 10',
    '5 m: 5',
    '1 h: 0',
    'waits: 4',
  ]);
});

test('what is not certain is hatched, and what it is a part of outlined: no colour is needed', () => {
  render(<ColumnBars columns={[{ name: '09', value: 1, whole: 3 }, ...columns.slice(3)]} />);
  const hatch = drawn().querySelector('pattern')?.id ?? 'none';
  expect(drawn().querySelectorAll(`rect[fill="url(#${hatch})"]`).length).toBe(1);
  expect(drawn().querySelectorAll('rect.stroke-soft').length).toBe(1);
});

const bars: readonly Bar[] = [
  { name: 'Lead · 40', value: 40, says: '' },
  {
    name: 'MQL · 10',
    value: 10,
    says: '25% of 40',
    parts: [
      { value: 10, look: 'hatched', says: '10 still waiting', onOpen: vi.fn() },
      { value: 20, look: 'outlined', says: '20 went no further', onOpen: vi.fn() },
    ],
  },
];

test('rows are as long as their numbers, and their parts follow, told apart without colour', () => {
  render(<RowBars bars={bars} />);
  const width = Number(drawn().getAttribute('width'));
  const [lead, mql] = filled();
  expect(Number(lead?.getAttribute('width'))).toBeCloseTo(width, 0);
  expect(Number(mql?.getAttribute('width'))).toBeCloseTo(width / 4, 0);
  const hatch = drawn().querySelector('pattern')?.id ?? 'none';
  const waiting = drawn().querySelector(`rect[fill="url(#${hatch})"]`);
  const stopped = drawn().querySelector('rect.stroke-soft');
  expect(Number(waiting?.getAttribute('x'))).toBeCloseTo(width / 4, -0.5);
  expect(Number(stopped?.getAttribute('x'))).toBeCloseTo(width / 2, -0.5);
  expect(Number(stopped?.getAttribute('width'))).toBeCloseTo(width / 2, -0.5);
  expect(words()).toEqual(['Lead · 40', '', 'MQL · 10', '25% of 40']);
});

test('a picture is one stop for the tab key; arrow keys go through it, heard and seen; Enter opens', async () => {
  const opened = vi.fn();
  const open = (name: string) => () => opened(name);
  render(
    <>
      <ColumnBars columns={columns.map((column) => ({ ...column, onOpen: open(column.name) }))} />
      <button type="button">after</button>
    </>,
  );
  await userEvent.tab();
  expect(document.activeElement?.getAttribute('aria-label')).toBe('1 m: 10');
  await userEvent.keyboard('{ArrowRight}');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: '5 m: 5' }));
  expect(screen.getByText('5 m: 5')).toBeTruthy();
  await userEvent.keyboard('{Enter}');
  await userEvent.keyboard('{End}{Enter}');
  expect(opened.mock.calls.flat()).toEqual(['5 m', 'waits']);
  await userEvent.tab();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'after' }));
  expect(screen.queryByText('waits: 4')).toBeNull();
  // Whoever comes back finds it where it was left.
  await userEvent.tab({ shift: true });
  expect(document.activeElement?.getAttribute('aria-label')).toBe('waits: 4');
});

test('what stands beside a bar is not shown a second time, and what does not is', async () => {
  render(<RowBars bars={bars} />);
  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('MQL · 10: 25% of 40');
  expect(screen.queryByText('MQL · 10: 25% of 40')).toBeNull();
  await userEvent.keyboard('{End}');
  expect(screen.getByText('MQL · 10: 20 went no further')).toBeTruthy();
});

test('what has nobody behind it opens nothing', () => {
  render(<ColumnBars columns={[{ name: 'a', value: 0 }]} />);
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.getByRole('img', { name: 'a: 0' })).toBeTruthy();
});

test('an empty series is an empty picture without marks', () => {
  const { unmount } = render(<ColumnBars columns={[]} />);
  expect(screen.queryByRole('group')).toBeNull();
  expect(drawn().outerHTML).not.toContain('NaN');
  unmount();
  render(<RowBars bars={[]} />);
  expect(drawn().getAttribute('height')).toBe('0');
});

test('one column alone is as tall as there is room', () => {
  render(<ColumnBars columns={[{ name: 'only', value: 1 }]} height={138} />);
  expect(tall(filled()[0])).toBe(100);
});

test('the same numbers are a table, seen when asked for and heard always; its rows open too', async () => {
  const opened = vi.fn();
  render(
    <ToastProvider>
      <ChartFrame
        title="First answer"
        definition="How long it takes."
        file="first-answer"
        table={{
          columns: ['Within', 'Leads'],
          rows: [
            ['5 min', 3],
            ['1 h', null],
          ],
          opens: [opened, undefined],
        }}
      >
        <ColumnBars columns={[{ name: '5 min', value: 3 }]} />
      </ChartFrame>
    </ToastProvider>,
  );
  const region = within(screen.getByRole('region', { name: 'First answer' }));
  const rows = () => region.getAllByRole('row').map((row) => row.textContent);
  expect(rows()).toEqual(['WithinLeads', '5 min3', '1 h–']);
  expect(region.queryByRole('button', { name: '5 min' })).toBeNull();
  const toggle = region.getByRole('button', { name: 'First answer as a table' });
  await userEvent.click(toggle);
  expect(region.queryByRole('img')).toBeNull();
  expect(rows()).toEqual(['WithinLeads', '5 min3', '1 h–']);
  await userEvent.click(region.getByRole('button', { name: '5 min' }));
  expect(opened).toHaveBeenCalledOnce();
  expect(region.queryByRole('button', { name: '1 h' })).toBeNull();
  expect(region.getByRole('button', { name: 'How First answer is counted' })).toBeTruthy();
});

function share(values: readonly (number | null)[]): ShownNumber {
  const counted = (value: number | null) => ({ value, of: value === null ? 0 : 10, interval: null });
  return {
    id: 'acceptance',
    ...counted(0.5),
    beside: [],
    parts: [],
    target: { value: 0.7, promised: true },
    before: counted(0.4),
    trend: values.map(counted),
  };
}

function lines(values: readonly (number | null)[]): readonly string[] {
  const days = values.map((_, day) => `2026-11-0${day + 1}`);
  const { container, unmount } = render(
    <NumberPicture number={share(values)} buckets={{ unit: 'day', days }} to="2026-11-09" />,
  );
  expect(container.innerHTML).not.toContain('NaN');
  const found = [...container.querySelectorAll('polyline')].map((line) => line.getAttribute('points') ?? '');
  expect(container.querySelectorAll('circle').length).toBe(values.filter((value) => value !== null).length);
  unmount();
  return found;
}

test('a line goes through what is known, stops at a gap, and one day alone is a point', () => {
  const [whole = ''] = lines([0, 0.5, 1]);
  const heights = whole.split(' ').map((point) => Number(point.split(',')[1]));
  const [none = 0, half = 0, all = 0] = heights;
  expect(none - half).toBeCloseTo(half - all, 6);
  expect(all).toBeLessThan(none);
  expect(lines([0.2, null, 0.4, 0.6]).map((line) => line.split(' ').length)).toEqual([1, 2]);
  expect(lines([0.3])).toHaveLength(1);
  expect(lines([])).toEqual([]);
  expect(lines([null, null])).toEqual([]);
});

test('each day of a number is heard, by arrow keys, with what it was made from', async () => {
  const days = ['2026-11-01', '2026-11-02', '2026-11-03'];
  const view = render(
    <NumberPicture number={share([0.5, null, 1])} buckets={{ unit: 'day', days }} to="2026-11-03" />,
  );
  const heard = () => document.activeElement?.getAttribute('aria-label');
  await userEvent.tab();
  expect(heard()).toBe('Nov 1: 50% of 10 verdicts');
  await userEvent.keyboard('{ArrowRight}');
  expect(heard()).toBe('Nov 2: no verdicts');
  await userEvent.keyboard('{End}');
  expect(heard()).toBe('Nov 3: 100% of 10 verdicts');
  view.unmount();
});
