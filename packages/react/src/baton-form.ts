// `<baton-form>` as a component. React makes the element, the form's own script fills it; React never looks inside.
import { createElement, forwardRef, useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { listen, readyOf, rememberReady } from './events.ts';
import type { BatonAnswers, BatonEvents } from './events.ts';
import { askForScript, isOutdated, scriptAddress } from './script.ts';
import type { BatonMode } from './script.ts';

export type BatonFormProps = {
  /** The form's id. */
  readonly form: string;
  /** Where Baton lives, such as `https://baton.example`. */
  readonly src: string;
  /** BCP 47. Absent: the language of the page, then of the browser. One per form and page. */
  readonly language?: string | undefined;
  /** Absent: as the form says. One per form and page. */
  readonly mode?: BatonMode | undefined;
  /** For a `script-src` that asks for one. */
  readonly nonce?: string | undefined;
  /** First answers, written once the form is there, over what it remembers. Later ones: the handle's `prefill`. */
  readonly prefill?: BatonAnswers | undefined;
  readonly onReady?: ((detail: BatonEvents['ready']) => void) | undefined;
  readonly onStep?: ((detail: BatonEvents['step']) => void) | undefined;
  readonly onSubmit?: ((detail: BatonEvents['submit']) => void) | undefined;
  readonly onOutcome?: ((detail: BatonEvents['outcome']) => void) | undefined;
  readonly onError?: ((detail: BatonEvents['error']) => void) | undefined;
  readonly id?: string | undefined;
  readonly className?: string | undefined;
  readonly style?: CSSProperties | undefined;
  /** What stands there until the form does, and where its script cannot run. */
  readonly children?: ReactNode;
};

/** Calls that come before the form is there are made when it is. */
export type BatonFormHandle = {
  readonly element: HTMLElement | null;
  readonly prefill: (answers: BatonAnswers) => void;
  readonly open: () => void;
  readonly close: () => void;
  readonly track: (event: string) => void;
  readonly consent: (granted: boolean) => void;
};

type Call = readonly [method: string, value?: unknown];

/** A form of this Baton. */
export const BatonForm = forwardRef<BatonFormHandle, BatonFormProps>(function BatonForm(props, ref) {
  const { form, src, language, mode, nonce, id, className, style, children } = props;
  const element = useRef<HTMLElement | null>(null);
  const latest = useRef(props);
  const early = useRef<Call[]>([]);
  const welcomed = useRef<HTMLElement | null>(null);
  const [attempt, setAttempt] = useState(0);
  useState(rememberReady);
  const address = scriptAddress({ src, form, language, mode });

  useEffect(() => {
    latest.current = props;
  });

  useImperativeHandle(ref, () => {
    const ask = (...call: Call) => {
      const host = element.current;
      if (host && readyOf(host)) make(host, call);
      else early.current.push(call);
    };
    return {
      get element() {
        return element.current;
      },
      prefill: (answers) => ask('prefill', answers),
      open: () => ask('open'),
      close: () => ask('close'),
      track: (event) => ask('track', event),
      consent: (granted) => ask('consent', granted),
    };
  }, []);

  useEffect(() => {
    const host = element.current;
    if (!host) return undefined;
    const welcome = (detail: BatonEvents['ready']) => {
      if (welcomed.current === host) return;
      welcomed.current = host;
      const { prefill, onReady } = latest.current;
      if (prefill) make(host, ['prefill', prefill]);
      for (const call of early.current.splice(0)) make(host, call);
      onReady?.(detail);
    };
    const stops = [
      listen(host, 'ready', welcome),
      listen(host, 'step', (detail) => latest.current.onStep?.(detail)),
      listen(host, 'submit', (detail) => latest.current.onSubmit?.(detail)),
      listen(host, 'outcome', (detail) => latest.current.onOutcome?.(detail)),
      listen(host, 'error', (detail) => latest.current.onError?.(detail)),
    ];
    const wasOutdated = isOutdated(form, address);
    stops.push(
      askForScript({ src, form, language, mode, nonce }, () => latest.current.onError?.({ form, status: 0 })),
    );
    // The script before was quicker: an element anew waits for the right one.
    if (wasOutdated && host.shadowRoot) setAttempt((before) => before + 1);
    else {
      const known = readyOf(host);
      if (known) welcome(known);
    }
    return () => stops.forEach((stop) => stop());
  }, [form, src, language, mode, nonce, address, attempt]);

  return createElement(
    'baton-form',
    { key: `${address} ${attempt}`, ref: element, form, id, class: className, style },
    children,
  );
});

/** An element has the methods that its form has. */
function make(host: HTMLElement, [method, value]: Call): void {
  const act: unknown = Reflect.get(host, method);
  if (typeof act === 'function') Reflect.apply(act, host, [value]);
}
