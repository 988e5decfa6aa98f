// How a text's `{gaps}` are filled and which words an issue gets: the same in the page and in the script.
import type { Issue } from '@baton/rules';

/** Fills `{name}` from the params; a gap without a param stays as it is. */
export function fill(text: string, params: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (gap, name: string) => String(params[name] ?? gap));
}

/** The sentence for an issue with an answer; a code without words of its own asks to check the answer. */
export function wordIssue(texts: Readonly<Record<string, string>>, issue: Issue): string {
  return fill(texts[issue.code] ?? texts['invalid'] ?? issue.code, issue.params);
}
