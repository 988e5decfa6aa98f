// What visitors will see of one part, in a shadow root with the form's own styles: nothing of the editor reaches in.
import { memo, useLayoutEffect, useRef } from 'react';

type Props = { readonly html: string; readonly styles: CSSStyleSheet };

export const CanvasPiece = memo(function CanvasPiece({ html, styles }: Props) {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = host.current;
    if (element === null) return;
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [styles];
    root.innerHTML = html;
  }, [html, styles]);
  return <div ref={host} aria-hidden="true" />;
});
