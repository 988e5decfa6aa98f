// Kinds of fields by what people call them: what begins a word comes before what stands inside one.
import { fieldKinds, type FieldKind } from '@baton/form';
import { kindName } from '../../draft/edit-fields.ts';

/** What else a kind is called, elsewhere and by those who come from there. */
const alsoCalled: Readonly<Record<FieldKind, string>> = {
  text: 'text input line name title',
  textarea: 'textarea paragraph message comment box',
  email: 'email mail address',
  phone: 'telephone mobile number call',
  url: 'url link address web page',
  number: 'amount quantity integer count',
  date: 'day calendar time',
  country: 'nation place',
  choice: 'radio dropdown select list single option',
  choices: 'checkboxes multiple several multi select tags options',
  rating: 'stars scale score marks nps',
  consent: 'checkbox tick terms privacy gdpr agree',
  hidden: 'invisible utm parameter',
  statement: 'heading paragraph note label information',
};

export function findKinds(typed: string): readonly FieldKind[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return fieldKinds;
  const rank = (kind: FieldKind): number => {
    const own = kindName(kind).toLowerCase();
    if (own.startsWith(wanted)) return 0;
    if (beginsAWord(own, wanted)) return 1;
    if (beginsAWord(`${kind} ${alsoCalled[kind]}`, wanted)) return 2;
    return own.includes(wanted) ? 3 : 4;
  };
  return fieldKinds
    .map((kind) => ({ kind, rank: rank(kind) }))
    .filter((one) => one.rank < 4)
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ kind }) => kind);
}

function beginsAWord(text: string, wanted: string): boolean {
  return text.startsWith(wanted) || text.includes(` ${wanted}`);
}
