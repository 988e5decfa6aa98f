// The same eye in every page. Usable: the first field is in sight, takes the focus, and still shows the letter that
// was typed into it once a frame with it has been made.

/** Put into a page before anything else; `seen.usable` gives ms since the visitor set out. */
export const probe = `{
  const seen = (window.seen = { blocked: 0, shift: 0 });
  const watch = (type, each) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  watch('longtask', ({ duration }) => { seen.blocked += duration - 50; });
  watch('layout-shift', ({ value }) => { seen.shift += value; });
  const first = () =>
    (document.querySelector('baton-form, #form')?.shadowRoot ?? document).querySelector('input:not([type=hidden])');
  seen.usable = new Promise((resolve) => {
    const again = () => requestAnimationFrame(look);
    const look = () => {
      const field = first();
      if (!field || !field.checkVisibility() || field.getClientRects().length === 0) return again();
      field.focus();
      if (field.getRootNode().activeElement !== field) return again();
      if (field.value === '') document.execCommand('insertText', false, 'a');
      requestAnimationFrame(() => setTimeout(() => (first()?.value === 'a' ? resolve(performance.now()) : again())));
    };
    again();
  });
}`;
