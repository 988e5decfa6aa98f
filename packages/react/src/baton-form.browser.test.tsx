import { cleanup, fireEvent, render, waitFor } from '@testing-library/react';
import { createRef, StrictMode, useState } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, expect, inject, test, vi } from 'vitest';
import { BatonForm } from './index.ts';
import type { BatonFormHandle } from './index.ts';

const src = inject('baton');

afterEach(cleanup);

const elements = () => [...document.querySelectorAll<HTMLElement>('baton-form')];
const controls = (name: string) =>
  elements().flatMap((host) => [
    ...(host.shadowRoot?.querySelectorAll<HTMLInputElement>(`[name=${name}]`) ?? []),
  ]);
const control = async (name: string, nth = 0) =>
  waitFor(() => {
    const found = controls(name)[nth];
    if (!found) throw new Error(`There is no ${name} yet.`);
    return found;
  });
const scripts = (form: string) =>
  [...document.scripts].filter((script) => script.src.startsWith(`${src}/f/${form}.js`));

const press = () => elements()[0]?.shadowRoot?.querySelector<HTMLButtonElement>('.send')?.click();

async function send(): Promise<void> {
  fireEvent.input(await control('email'), { target: { value: 'ada@x.example' } });
  press();
}

test('on a server it is the empty element, with what stands in until the form does', () => {
  expect(renderToString(<BatonForm form="demo" src={src} className="wide" />)).toBe(
    '<baton-form form="demo" class="wide"></baton-form>',
  );
  expect(
    renderToString(
      <BatonForm form="demo" src={src}>
        <a href="/f/demo">The form</a>
      </BatonForm>,
    ),
  ).toContain('<a href="/f/demo">The form</a>');
});

test('what the form tells reaches the latest callbacks, once each, under StrictMode too', async () => {
  const heard: unknown[] = [];
  const stale = vi.fn();
  const page = (onOutcome: (detail: unknown) => void) => (
    <StrictMode>
      <BatonForm
        form="demo"
        src={`${src}/`}
        onReady={(detail) => heard.push(['ready', detail])}
        onSubmit={(detail) => heard.push(['submit', detail])}
        onOutcome={onOutcome}
      />
    </StrictMode>
  );
  const { rerender } = render(page(stale));
  await control('email');
  rerender(page((detail) => heard.push(['outcome', detail])));
  await send();
  await waitFor(() => expect(heard).toHaveLength(3));
  expect(heard).toEqual([
    ['ready', { form: 'demo', version: 3 }],
    ['submit', { form: 'demo' }],
    ['outcome', { form: 'demo', outcome: 'thanks', submission: 'sub_1' }],
  ]);
  expect(stale).not.toHaveBeenCalled();
});

test('a step is told when it is shown, and a refusal when the answers are', async () => {
  const heard: unknown[] = [];
  render(
    <BatonForm
      form="steps"
      src={src}
      onStep={(detail) => heard.push(['step', detail])}
      onError={(detail) => heard.push(['error', detail])}
    />,
  );
  await send();
  await waitFor(() => expect(heard).toHaveLength(1));
  press();
  await waitFor(() => expect(heard).toHaveLength(2));
  expect(heard).toEqual([
    ['step', { form: 'steps', step: 'more' }],
    ['error', { form: 'steps', status: 403 }],
  ]);
});

test('several on a page and those that come back share one script, and each is ready once', async () => {
  const onReady = vi.fn();
  const both = (
    <>
      <BatonForm form="demo" src={src} onReady={onReady} />
      <BatonForm form="demo" src={src} onReady={onReady} />
    </>
  );
  const first = render(both);
  await control('email', 1);
  await waitFor(() => expect(onReady).toHaveBeenCalledTimes(2));
  first.unmount();
  expect(elements()).toEqual([]);
  render(<StrictMode>{both}</StrictMode>);
  await control('email', 1);
  await waitFor(() => expect(onReady).toHaveBeenCalledTimes(4));
  expect(scripts('demo')).toHaveLength(1);
  expect(scripts('demo')[0]?.nonce).toBe('');
});

test('another form takes the place of the one before, and hears nothing of it', async () => {
  const onReady = vi.fn();
  const { rerender } = render(<BatonForm form="demo" src={src} nonce="n0nce" onReady={onReady} />);
  await waitFor(() => expect(onReady).toHaveBeenCalledTimes(1));
  const [before] = elements();
  rerender(<BatonForm form="other" src={src} nonce="n0nce" onReady={onReady} />);
  await waitFor(() => expect(onReady).toHaveBeenLastCalledWith({ form: 'other', version: 3 }));
  expect(elements()).toHaveLength(1);
  expect(elements()[0]).not.toBe(before);
  expect(scripts('other')[0]?.nonce).toBe('n0nce');
});

test('the language may change and change back', async () => {
  const label = () => elements()[0]?.shadowRoot?.querySelector('.label')?.textContent;
  const { rerender } = render(<BatonForm form="demo" src={src} language="de" />);
  await waitFor(() => expect(label()).toContain('E-Mail-Adresse'));
  rerender(<BatonForm form="demo" src={src} language="en" />);
  await waitFor(() => expect(label()).toMatch(/^E-mail/));
  rerender(<BatonForm form="demo" src={src} language="de" />);
  await waitFor(() => expect(label()).toContain('E-Mail-Adresse'));
});

test('the page says how the form opens, and opens and closes it, at once or as soon as it is there', async () => {
  const form = createRef<BatonFormHandle>();
  render(<BatonForm ref={form} form="other" src={src} language="en" mode="popup" />);
  form.current?.open();
  const isOpen = () => elements()[0]?.shadowRoot?.querySelector('dialog')?.matches(':modal') === true;
  await waitFor(() => expect(isOpen()).toBe(true));
  expect(scripts('other').at(-1)?.src).toBe(`${src}/f/other.js?lang=en&mode=popup`);
  form.current?.close();
  expect(isOpen()).toBe(false);
  form.current?.open();
  expect(isOpen()).toBe(true);
});

test('what happens on the page is noted in the journal of the visit, and forgotten without consent', async () => {
  const form = createRef<BatonFormHandle>();
  render(<BatonForm ref={form} form="demo" src={src} />);
  form.current?.track('Watched the film');
  const journal = () =>
    Object.entries(localStorage).find(([key]) => key.endsWith(':journal'))?.[1] ?? 'no journal';
  await waitFor(() => expect(journal()).toContain('Watched the film'));
  form.current?.track('Read the book');
  expect(journal()).toContain('Read the book');
  form.current?.consent(false);
  expect(journal()).not.toContain('Read the book');
});

test('first answers are written once, and calls that come too early are made in time', async () => {
  const form = createRef<BatonFormHandle>();
  render(<BatonForm ref={form} form="demo" src={src} prefill={{ name: 'Ada', email: 'a@x.example' }} />);
  form.current?.prefill({ email: 'early@x.example' });
  form.current?.open();
  await waitFor(async () => expect((await control('email')).value).toBe('early@x.example'));
  expect((await control('name')).value).toBe('Ada');
  form.current?.prefill({ name: 'Bea' });
  expect((await control('name')).value).toBe('Bea');
  expect(form.current?.element).toBe(elements()[0]);
});

test('a page that renders again does not touch what was typed', async () => {
  function Page() {
    const [count, setCount] = useState(0);
    return (
      <>
        <button onClick={() => setCount(count + 1)}>{count}</button>
        <BatonForm form="demo" src={src} prefill={{ name: `Ada ${count}` }} style={{ color: 'navy' }} />
      </>
    );
  }
  const { getByRole } = render(<Page />);
  await waitFor(async () => expect((await control('name')).value).toBe('Ada 0'));
  fireEvent.input(await control('name'), { target: { value: 'Bea' } });
  fireEvent.click(getByRole('button', { name: '0' }));
  getByRole('button', { name: '1' });
  expect((await control('name')).value).toBe('Bea');
  expect(elements()[0]?.style.color).toBe('navy');
});

test('a script that cannot be had is told, and asked for again by the next who wants it', async () => {
  const onError = vi.fn();
  const first = render(<BatonForm form="nobody" src={src} onError={onError} />);
  await waitFor(() => expect(onError).toHaveBeenCalledWith({ form: 'nobody', status: 0 }));
  first.unmount();
  render(<BatonForm form="nobody" src={src} onError={onError} />);
  await waitFor(() => expect(onError).toHaveBeenCalledTimes(2));
});

test('all that wait for one script are told that it cannot be had, those that are gone by then are not', async () => {
  const [gone, one, two] = [vi.fn(), vi.fn(), vi.fn()];
  const first = render(<BatonForm form="nobody" src={src} onError={gone} />);
  first.unmount();
  render(
    <StrictMode>
      <BatonForm form="nobody" src={src} onError={one} />
      <BatonForm form="nobody" src={src} onError={two} />
    </StrictMode>,
  );
  await waitFor(() => expect(two).toHaveBeenCalled());
  for (const heard of [one, two]) expect(heard.mock.calls).toEqual([[{ form: 'nobody', status: 0 }]]);
  expect(gone).not.toHaveBeenCalled();
});

test('a form that is not there is told once each time it is asked for', async () => {
  const onError = vi.fn();
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const first = render(<BatonForm form="missing" src={src} onError={onError} />);
  await waitFor(() => expect(onError.mock.calls).toEqual([[{ form: 'missing', status: 404 }]]));
  first.unmount();
  render(<BatonForm form="missing" src={src} onError={onError} />);
  await waitFor(() => expect(onError).toHaveBeenCalledTimes(2));
  expect(said).toHaveBeenCalledTimes(2);
  said.mockRestore();
});
