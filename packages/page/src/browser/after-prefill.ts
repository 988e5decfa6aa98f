// What the website fills in makes no event: whoever shows it once more hears of it here.

/** Has `act` follow whatever the website fills in. */
export function afterPrefill(host: HTMLElement, act: () => void): void {
  const prefill: unknown = Reflect.get(host, 'prefill');
  if (typeof prefill !== 'function') return;
  Object.assign(host, {
    prefill(answers: unknown) {
      Reflect.apply(prefill, host, [answers]);
      act();
    },
  });
}
