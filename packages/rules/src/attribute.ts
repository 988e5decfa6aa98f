// What can be known of a person or their company, and how each kind of it compares. The catalogue's document
// schema lives elsewhere; the attributes derived at arrival and the ids nobody may take are decided here.
import type { ValueKind, ValueType } from './condition.ts';

/** Every type an attribute may have. */
export const attributeTypes = [
  'text',
  'email',
  'phone',
  'url',
  'number',
  'date',
  'country',
  'choice',
  'choices',
  'boolean',
] as const;

export type AttributeType = (typeof attributeTypes)[number];

/** One possible value of a choice. The id is stored and compared, the label shown. */
export type Option = { readonly id: string; readonly label: string };

export type Attribute = {
  readonly id: string;
  readonly label: string;
  readonly type: AttributeType;
  readonly about: 'person' | 'company';
  /** The options stand in order, lowest first, and may be compared by it. */
  readonly ordered?: boolean;
  readonly options?: readonly Option[];
  /** No longer offered; what names it goes on. */
  readonly archived?: boolean;
  /** The attribute that its answers say as well. */
  readonly mergedInto?: string;
  /** Its options as options of that one, where their ids differ. */
  readonly mergedOptions?: Readonly<Record<string, string>>;
};

/** A workspace's own attributes by id. The derived ones are not in it. */
export type Catalogue = ReadonlyMap<string, Attribute>;

const kinds: Readonly<Record<AttributeType, ValueKind>> = {
  text: 'text',
  email: 'text',
  phone: 'text',
  url: 'text',
  country: 'text',
  number: 'number',
  date: 'date',
  boolean: 'boolean',
  choice: 'choice',
  choices: 'choices',
};

/** How values of this attribute compare. E-mail, phone, URL and country compare as text. */
export function attributeValueType({ type, ordered, options = [] }: Attribute): ValueType {
  const kind = kinds[type];
  if (kind !== 'choice' && kind !== 'choices') return { kind };
  const ids = options.map((option) => option.id);
  return kind === 'choice' && ordered ? { kind, options: ids, ordered } : { kind, options: ids };
}

/** What is derived from an e-mail address, a job title and the lists of target accounts. Every workspace has these. */
export const derivedAttributes: readonly Attribute[] = [
  { id: 'company_domain', label: 'Company domain', type: 'text', about: 'company' },
  {
    id: 'email_kind',
    label: 'Kind of e-mail address',
    type: 'choice',
    about: 'person',
    options: [
      { id: 'business', label: 'Business' },
      { id: 'free', label: 'Free' },
      { id: 'disposable', label: 'Disposable' },
      { id: 'role', label: 'Role' },
    ],
  },
  {
    id: 'seniority',
    label: 'Seniority',
    type: 'choice',
    about: 'person',
    ordered: true,
    options: [
      { id: 'intern', label: 'Intern' },
      { id: 'junior', label: 'Junior' },
      { id: 'senior', label: 'Senior' },
      { id: 'manager', label: 'Manager' },
      { id: 'director', label: 'Director' },
      { id: 'vp', label: 'Vice president' },
      { id: 'c_level', label: 'C-level' },
    ],
  },
  { id: 'target_list', label: 'Target list', type: 'text', about: 'company' },
  { id: 'target_tier', label: 'Account tier', type: 'text', about: 'company' },
];

/** Ids no attribute or field of a workspace may take: the derived ones, and names that objects carry anyway. */
export const reservedIds: ReadonlySet<string> = new Set([
  'company_domain',
  'email_kind',
  'seniority',
  'target_list',
  'target_tier',
  'constructor',
  'prototype',
]);

/** Whether a text is well formed as the id of an attribute or a field. It may still be reserved. */
export function isId(text: string): boolean {
  return /^[a-z][a-z0-9_]*$/.test(text);
}
