// What can be done with a list of options. Their ids are what is stored and compared, so they never change, whatever
// the options are called.
import { otherOption } from '@baton/form';
import type { Option } from '@baton/rules';
import { freeId } from './ids.ts';

type Options = readonly Option[];

/** More than these are no list to choose from. */
export const mostOptions = 500;

/** New options behind the one at `index`, one for each text that says something. */
export function insertOptions(options: Options, index: number, labels: readonly string[]): Options {
  const taken = new Set([otherOption, ...options.map(({ id }) => id)]);
  const fresh = labels
    .map((label) => label.trim().slice(0, 500))
    .filter((label) => label !== '')
    .slice(0, mostOptions - options.length)
    .map((label) => {
      const id = freeId(label, taken, 'option');
      taken.add(id);
      return { id, label };
    });
  return fresh.length === 0 ? options : options.toSpliced(index + 1, 0, ...fresh);
}

export function renameOption(options: Options, id: string, label: string): Options {
  return options.map((option) =>
    option.id === id && option.label !== label ? { ...option, label } : option,
  );
}

export function removeOption(options: Options, id: string): Options {
  return options.filter((option) => option.id !== id);
}

/** To the place `to`, as it is counted afterwards. The same list where nothing moves. */
export function moveOption(options: Options, id: string, to: number): Options {
  const from = options.findIndex((option) => option.id === id);
  const option = options[from];
  if (option === undefined || to < 0 || to >= options.length || to === from) return options;
  return options.toSpliced(from, 1).toSpliced(to, 0, option);
}

/** Lines of a text as labels: without bullets and numbers before them, each once. */
export function labelsIn(text: string): readonly string[] {
  const lines = text
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/^\s*(?:[-*•–]\s+|\d{1,3}[.)]\s+)/, '').trim());
  return [...new Set(lines)].filter((line) => line !== '');
}
