// The windows of forms that open over the page. They stand on the browser's own canvas, light or dark as the website
// says, and are never larger than what is in sight.
import { compact } from './compact.ts';

/** Rules for forms that are not inline. */
export const modeStyles: string = compact(`
  dialog[tabindex] { box-sizing: border-box; inset: 0; margin: auto; padding: 48px clamp(20px, 6vw, 32px) 32px; font: inherit; inline-size: min(100% - 16px, 560px); max-inline-size: none; max-block-size: 100%; overflow: auto; overscroll-behavior: contain; border: 0; border-radius: calc(var(--baton-radius, 8px) + 8px); color: CanvasText; background: Canvas; box-shadow: 0 0 0 1px #8884, 0 24px 64px #0006; }
  dialog::backdrop { background: #0008; }
  .slidein[tabindex] { inset: auto; inset-block-end: 16px; inset-inline-end: 16px; inline-size: min(100% - 32px, 400px); max-block-size: calc(100% - 32px); padding: 48px 24px 24px; }
  .slidein::backdrop { display: none; }
  .page[tabindex] { inline-size: 100%; block-size: 100%; border-radius: 0; padding: max(48px, 8vh) max(24px, 50% - 280px); }
  dialog:focus-visible { outline: 0; }
  .close { position: absolute; inset-block-start: 8px; inset-inline-end: 8px; min-inline-size: 44px; padding: 0; border-color: #0000; background: none; font-size: 24px; font-weight: 400; line-height: 1; }
  .opener { padding-inline: 20px; border-color: #0000; color: var(--baton-on-accent, #fff); background: var(--baton-accent, #4f60e4); }
  @media (prefers-reduced-motion: no-preference) { @starting-style { dialog { opacity: 0; translate: 0 8px; } } dialog { transition: opacity .12s, translate .12s; } }
`);
