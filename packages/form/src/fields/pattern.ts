// Patterns that marketers write, by RE2: what its syntax cannot say (look-around, back references) is refused, and
// what it can say is tried in time linear in the text. Documents and the worker only.
import { RE2JS, RE2JSException } from 're2js';

/** Whether a whole text matches; undefined: this is no pattern. */
export function compilePattern(source: string): ((text: string) => boolean) | undefined {
  try {
    const pattern = RE2JS.compile(source);
    return (text) => pattern.matches(text);
  } catch (error) {
    if (error instanceof RE2JSException) return undefined;
    throw error;
  }
}
