/** What the promise gives, or undefined once that many milliseconds have passed: nobody waits for a favour for ever. */
export function within<T>(milliseconds: number, promise: Promise<T>): Promise<T | undefined> {
  return Promise.race([
    promise,
    new Promise<undefined>((resolve) => {
      setTimeout(resolve, milliseconds);
    }),
  ]);
}
