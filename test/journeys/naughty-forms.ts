// Forms of many fields to put texts into, and how long the script takes over what is pasted.
import type { Page } from 'playwright-core';
import { smallWorkspace } from '../desk/small-workspace.ts';

/** Rows of fields in a form: so many texts go in one visit. */
export const rows = 16;

const each = <T>(make: (row: number) => T): T[] => Array.from({ length: rows }, (_, row) => make(row));
const email = { id: 'email', kind: 'email', attribute: 'email', label: 'E-mail', required: true };
const area = (row: number) => ({ id: `area${row}`, kind: 'textarea', label: `Area ${row}` });
const outcomes = [{ id: 'thanks', show: { kind: 'message', title: 'Thank you', text: 'We will write.' } }];
const base = { format: 1, profiling: { maxProgressive: 0 }, outcomes };

const typed = {
  ...base,
  id: 'typed',
  name: 'Typed',
  steps: [
    {
      id: 's1',
      fields: [
        email,
        ...each((row) => ({ id: `line${row}`, kind: 'text', label: `Line ${row}` })),
        ...each(area),
        ...each((row) => ({
          id: `pick${row}`,
          kind: 'choice',
          label: `Pick ${row}`,
          options: [{ id: 'a', label: 'A' }],
          other: true,
        })),
      ],
    },
  ],
};

const plain = {
  ...base,
  id: 'plain',
  name: 'Plain',
  review: true,
  steps: [
    { id: 's1', title: 'First', fields: [email, ...each(area)] },
    { id: 's2', title: 'Second', fields: [{ id: 'last', kind: 'text', label: 'Last' }] },
  ],
};

/** A field that shows itself where another holds something, so that this other is compared. */
const behind = (id: string) => ({
  id: `behind_${id}`,
  kind: 'text',
  label: 'Behind',
  shownWhen: {
    combinator: 'and',
    rules: [{ field: `answer.${id}`, operator: 'contains', value: 'nobody writes this' }],
  },
});

const kinds = {
  ...base,
  id: 'kinds',
  name: 'Kinds',
  review: true,
  steps: [
    {
      id: 's1',
      fields: [
        { ...email, business: 'warn' },
        { id: 'line', kind: 'text', label: 'Line' },
        { id: 'area', kind: 'textarea', label: 'Area' },
        { id: 'size', kind: 'choice', label: 'Size', options: [{ id: 'a', label: 'A' }], other: true },
        { id: 'tel', kind: 'phone', label: 'Phone' },
        { id: 'web', kind: 'url', label: 'Web' },
        { id: 'count', kind: 'number', label: 'Number' },
        { id: 'land', kind: 'country', label: 'Country' },
        {
          id: 'many',
          kind: 'choice',
          label: 'Many',
          search: true,
          options: each((row) => ({ id: `o${row}`, label: `Option ${row}` })),
        },
        ...['line', 'area', 'size_other', 'web'].map(behind),
      ],
    },
  ],
};

export const naughtyWorkspace = { ...smallWorkspace, destinations: [], forms: [typed, plain, kinds] };

const length = 50_000;
const fill = (unit: string) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

/** What a careless pattern, or none of ours, would take long to read. */
export const longestPastes: Readonly<Record<string, string>> = {
  letters: fill('a'),
  digits: fill('1'),
  'spaced digits': `+${fill('1 ')}x`,
  blanks: `x${fill(' ')}x`,
  'an address of dots': `a@${fill('b.')} !`,
  'addresses in a row': fill('a@b.'),
  'an address of hyphens': `a@b${fill('-')}.c !`,
  'a web address of labels': `https://${fill('w.')}/ !`,
  slashes: `w.ww${fill('/')} !`,
  families: fill('👩‍👩‍👧‍👦'),
  'right to left': fill('\u202e\u05d0'),
  marks: `e${fill('\u0301\u0316')}`,
};

/** ms that the script takes over a text that is pasted and left, drawing not counted. */
export async function pasteInto(page: Page, field: string, text: string): Promise<number> {
  const control = page.locator(`[name=${field}]:not(select), [data-field=${field}] [role=combobox]`);
  return control.evaluate((element, pasted) => {
    if (!('value' in element)) return Infinity;
    const tell = (name: string) => element.dispatchEvent(new Event(name, { bubbles: true, composed: true }));
    element.value = pasted;
    const began = performance.now();
    for (const name of ['input', 'change', 'blur']) tell(name);
    const took = performance.now() - began;
    element.value = '';
    for (const name of ['input', 'change', 'blur']) tell(name);
    return took;
  }, text);
}
