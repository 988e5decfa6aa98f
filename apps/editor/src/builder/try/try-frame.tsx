// The form itself, by the script that visitors get, in a frame whose network leads nowhere.
import { useEffect, useRef } from 'react';
import { formPath } from '../../server/queries.ts';
import { answersIn } from './imagined.ts';
import { tryFetch, type Judge } from './try-network.ts';

export type FrameLook = {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
  readonly language: string;
};

type Props = {
  readonly form: string;
  readonly revision: number;
  readonly look: FrameLook;
  readonly isKnown: boolean;
  readonly judge: Judge;
  /** Told what stands in the form whenever that changes. */
  readonly onAnswers: (answers: Readonly<Record<string, unknown>>) => void;
};

const grounds = {
  light: { background: '#ffffff', color: '#16181d' },
  dark: { background: '#101216', color: '#f3f4f6' },
} as const;

/** Mounted anew where another form, visitor or language is tried. */
export function TryFrame({ form, revision, look, isKnown, judge, onAnswers }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const latest = useRef({ judge, onAnswers });
  useEffect(() => {
    latest.current = { judge, onAnswers };
  });
  const { scheme, language, width } = look;
  const fill = (): void => {
    const inside = frame.current?.contentWindow;
    if (!inside) return;
    const ask: Judge = (sent) => latest.current.judge(sent);
    const said = (answers: Readonly<Record<string, unknown>>): void => latest.current.onAnswers(answers);
    prepare(inside, ask, isKnown);
    dress(inside.document, scheme, language);
    listen(inside.document, said);
    const script = inside.document.createElement('script');
    script.src = `${formPath(form)}/draft.js?revision=${revision}&language=${encodeURIComponent(language)}&mode=inline`;
    inside.document.body.append(script);
  };
  return (
    <iframe
      ref={frame}
      title="The form as visitors meet it"
      srcDoc="<!doctype html><html><head><title>Try it</title></head><body></body></html>"
      onLoad={fill}
      style={{ width, background: grounds[scheme].background }}
      className="mx-auto block h-full max-w-full rounded-card border border-line transition-[width] duration-100"
    />
  );
}

type Inside = Window & typeof globalThis;

function prepare(inside: Window, judge: Judge, isKnown: boolean): void {
  const onward = inside.fetch.bind(inside);
  const token = `baton:${location.origin}`;
  // Nothing that is tried is kept in this browser.
  Object.defineProperty(inside, 'localStorage', { value: isKnown ? { [token]: 'imagined' } : {} });
  Object.defineProperty(inside, 'indexedDB', { value: undefined });
  Object.defineProperty(inside, 'fetch', { value: tryFetch(judge, onward) satisfies Inside['fetch'] });
}

function dress(page: Document, scheme: FrameLook['scheme'], language: string): void {
  const { style } = page.documentElement;
  page.documentElement.lang = language;
  Object.assign(style, { ...grounds[scheme], colorScheme: scheme, font: '16px/1.5 system-ui, sans-serif' });
  page.body.style.cssText = 'margin:0 auto;max-width:608px;padding:24px';
}

function listen(page: Document, said: (answers: Readonly<Record<string, unknown>>) => void): void {
  const tell = (): void => {
    const form = formIn(page);
    if (form) said(answersIn(new FormData(form)));
  };
  for (const event of ['input', 'change', 'baton:ready', 'baton:step']) page.addEventListener(event, tell);
}

function formIn(page: Document): HTMLFormElement | null {
  for (const element of page.body.querySelectorAll('*')) {
    const form = element.shadowRoot?.querySelector('form');
    if (form) return form;
  }
  return null;
}
