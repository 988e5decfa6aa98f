// The forms that are written already. Each is loaded when it is chosen; what they are for is said here.
import type { Attribute } from '@baton/rules';
import { readDraft, type FormDraft } from '../draft/form-draft.ts';

/** What a template brings: a form, and the attributes that it asks for. */
type Written = { readonly attributes: readonly Attribute[]; readonly form: FormDraft };

export type Template = {
  readonly id: string;
  readonly name: string;
  /** When to take it. */
  readonly says: string;
  readonly load: () => Promise<Written>;
};

type Document = { readonly attributes: readonly unknown[]; readonly forms: readonly unknown[] };

const files = import.meta.glob<Document>('../../../../examples/templates/*.json', { import: 'default' });

const written: readonly (readonly [id: string, name: string, says: string])[] = [
  ['demo', 'Request a demo', 'Who they are, what they need, and how soon. Hot ones book at once.'],
  ['contact', 'Contact', 'One message to the right people.'],
  ['pricing', 'Ask for a price', 'What a quote needs, and nothing more.'],
  ['newsletter', 'Newsletter', 'An e-mail address now, one more question at each visit.'],
  ['guide', 'Guide to download', 'The file for a work e-mail and two answers.'],
  ['webinar', 'Webinar', 'A place, a reminder, and the questions they bring.'],
  ['event', 'Event', 'Who comes, with whom, and what they eat.'],
  ['appointment', 'Appointment', 'A time in your calendar after three answers.'],
  [
    'calculator',
    'Calculator',
    'Three numbers that say what they could save, and to you what they are worth.',
  ],
  ['partner', 'Partner', 'Who wants to sell with you, and where.'],
  [
    'support',
    'Support to sales',
    'Help for customers, and a word to sales where they outgrow what they have.',
  ],
  ['waitlist', 'Waiting list', 'First in line, and why they want it.'],
];

const empty: FormDraft = {
  format: 1,
  id: 'form',
  name: 'New form',
  language: 'en',
  steps: [
    {
      id: 'step_1',
      title: '',
      fields: [
        { id: 'email', kind: 'email', attribute: 'email', label: 'E-mail', required: true, ask: 'always' },
      ],
    },
  ],
  outcomes: [
    { id: 'thanks', show: { kind: 'message', title: 'Thank you', text: 'We will be in touch soon.' } },
  ],
};

const email: Attribute = { id: 'email', label: 'E-mail', type: 'email', about: 'person' };

/** Every template, the empty one first. */
export const templates: readonly Template[] = [
  {
    id: 'empty',
    name: 'From nothing',
    says: 'One e-mail field. The rest is yours.',
    load: async () => ({ attributes: [email], form: empty }),
  },
  ...written.map(([id, name, says]) => ({ id, name, says, load: () => load(id) })),
];

async function load(id: string): Promise<Written> {
  const document = await files[`../../../../examples/templates/${id}.json`]?.();
  const form = readDraft(document?.forms[0]);
  if (document === undefined || form === null) throw new Error(`The template ${id} cannot be read.`);
  return { attributes: document.attributes.filter(isAttribute), form };
}

function isAttribute(value: unknown): value is Attribute {
  return typeof value === 'object' && value !== null && 'id' in value && 'type' in value;
}

/** Those that the workspace does not have: what it has under the same id stays as it is. */
export function attributesToAdd(
  wanted: readonly Attribute[],
  known: readonly Attribute[],
): readonly Attribute[] {
  const ids = new Set(known.map(({ id }) => id));
  return wanted.filter(({ id }) => !ids.has(id));
}
