// What a field starts with, as the few controls that say it hold it, and back.
import type { Answer, DefaultSource, FieldKind } from '@baton/form';
import * as z from 'zod';
import type { DraftField } from '../../../draft/form-draft.ts';

const sources = ['url', 'country', 'email_domain'] as const;

export type Source = (typeof sources)[number];

/** What a constant of this kind of field is. */
type Constant = 'text' | 'number' | 'list' | 'none';

const constants: Readonly<Record<FieldKind, Constant>> = {
  text: 'text',
  textarea: 'text',
  email: 'text',
  phone: 'text',
  url: 'text',
  number: 'number',
  date: 'text',
  country: 'text',
  choice: 'text',
  choices: 'list',
  rating: 'number',
  consent: 'none',
  hidden: 'none',
  statement: 'none',
};

type First = DefaultSource | Answer | undefined;

/** What the controls hold: where it comes from, the constant, the name of the parameter. */
export function shownFirst({
  default: first,
}: DraftField): Readonly<Record<'from' | 'value' | 'name', string>> {
  const source = sourceOf(first);
  if (source === null) return { from: 'nothing', value: '', name: '' };
  if (source === 'fixed') return { from: 'fixed', value: constantText(first), name: '' };
  return { from: source, value: '', name: nameOf(first) };
}

/** Ids hold no line break, so one stands between them. */
export const between = '\n';

function constantText(first: First): string {
  if (Array.isArray(first)) return first.join(between);
  return typeof first === 'string' || typeof first === 'number' ? String(first) : '';
}

function sourceOf(first: First): Source | 'fixed' | null {
  if (first === undefined || first === '') return null;
  const from = typeof first === 'object' && 'from' in first ? first.from : first;
  return sources.find((source) => source === from) ?? 'fixed';
}

function nameOf(first: First): string {
  return typeof first === 'object' && 'from' in first && first.from === 'url' ? first.name : '';
}

const held = z.object({
  from: z.string().default('nothing'),
  value: z.string().default(''),
  name: z.string().default(''),
});

/** Reads them as the field's `default`; none while nothing is said yet. */
export function firstSchema(kind: FieldKind) {
  return held.transform(({ from, value, name }, context): { default: First } => {
    if (from === 'country' || from === 'email_domain') return { default: { from } };
    if (from === 'url') return { default: name.trim() === '' ? undefined : { from, name: name.trim() } };
    if (from !== 'fixed' || value.trim() === '') return { default: undefined };
    if (constants[kind] === 'list') return { default: value.split(between) };
    if (constants[kind] !== 'number') return { default: value };
    const number = Number(value.trim().replace(',', '.'));
    if (Number.isFinite(number)) return { default: number };
    context.addIssue({ code: 'custom', path: ['value'], message: 'This is not a number.' });
    return z.NEVER;
  });
}
