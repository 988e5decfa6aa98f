// The leads and rules on which score engines are compared: 15 attributes of every kind, rules as people write them,
// leads that differ, so that no processor learns the answers by heart. Values are spelt alike everywhere, so that
// engines which compare text as it stands come to the same totals.
import { type Agreement, type LeadFacts, parseAgreement } from '@baton/agreement';
import type { Attribute, Catalogue, Group, Operator, Rule } from '@baton/rules';
import { type Random, randomFrom } from './random.ts';

type Values = readonly string[];

const sizes: Values = ['1-10', '11-50', '51-200', '201-1000', '1001-5000', '5001+'];
const seniorities: Values = ['intern', 'junior', 'senior', 'manager', 'director', 'vp', 'c_level'];
const emailKinds: Values = ['business', 'free', 'disposable', 'role'];
const departments: Values = ['sales', 'marketing', 'it', 'finance', 'hr', 'operations', 'legal', 'product'];
const tools: Values = ['crm', 'ads', 'mail', 'chat', 'erp', 'cms', 'bi', 'shop'];
const industries: Values = [
  'software',
  'retail',
  'banking',
  'insurance',
  'health',
  'education',
  'energy',
  'media',
  'transport',
  'chemicals',
  'machinery',
  'government',
];
const countries: Values = [
  'DE',
  'AT',
  'CH',
  'FR',
  'IT',
  'ES',
  'NL',
  'BE',
  'PL',
  'SE',
  'DK',
  'NO',
  'GB',
  'IE',
  'US',
  'CA',
];
const sources: Values = ['Referral', 'Trade fair', 'Search', 'Newsletter', 'Podcast', 'Partner'];
const ranks: Values = ['VP', 'Head', 'Director', 'Chief', 'Lead', 'Manager', 'Student', 'Assistant'];
const subjects: Values = ['Sales', 'Marketing', 'Engineering', 'Finance', 'Operations', 'Growth', 'Support'];
const endings: Values = [
  'example',
  'example.com',
  'edu.example',
  'gov.example',
  'shop.example',
  'bank.example',
];

function choice(id: string, about: Attribute['about'], options: Values, ordered = false): Attribute {
  const type = 'choice';
  return { id, label: id, type, about, ordered, options: options.map((label) => ({ id: label, label })) };
}

const attributes: readonly Attribute[] = [
  { id: 'job_title', label: 'Job title', type: 'text', about: 'person' },
  choice('department', 'person', departments),
  { id: 'wants_demo', label: 'Wants a demo', type: 'boolean', about: 'person' },
  { id: 'source', label: 'Source', type: 'text', about: 'person' },
  choice('company_size', 'company', sizes, true),
  choice('industry', 'company', industries),
  { id: 'country', label: 'Country', type: 'country', about: 'company' },
  { id: 'revenue', label: 'Revenue', type: 'number', about: 'company' },
  { id: 'team_size', label: 'Team size', type: 'number', about: 'company' },
  { id: 'sites', label: 'Sites', type: 'number', about: 'company' },
  { id: 'start', label: 'Start', type: 'date', about: 'company' },
  { ...choice('tools', 'company', tools), type: 'choices' },
];

/** The attributes that a workspace declares; with the derived company_domain, email_kind and seniority they are 15. */
export const catalogue: Catalogue = new Map(attributes.map((attribute) => [attribute.id, attribute]));

const ordered: Readonly<Record<string, Values>> = { company_size: sizes, seniority: seniorities };
const texts: Readonly<Record<string, Values>> = { country: countries, source: sources };
const choices: Readonly<Record<string, Values>> = {
  department: departments,
  industry: industries,
  email_kind: emailKinds,
  ...ordered,
};
const numbers: Readonly<Record<string, number>> = { revenue: 500, team_size: 80, sites: 12 };
const parts: Readonly<Record<string, Values>> = {
  job_title: [...ranks, ...subjects],
  company_domain: ['edu', 'gov', 'shop', 'bank'],
};

function draw(random: Random, table: Readonly<Record<string, Values>>): readonly [string, Values] {
  return random.oneOf(Object.entries(table));
}

function day(random: Random): string {
  return `2027-${String(random.below(12) + 1).padStart(2, '0')}-${String(random.below(28) + 1).padStart(2, '0')}`;
}

function equality(random: Random, operator: Operator): Rule {
  if (random.next() < 0.1) return { field: 'lead.wants_demo', operator, value: random.next() < 0.7 };
  const [id, values] = draw(random, { ...choices, ...texts });
  return { field: `lead.${id}`, operator, value: random.oneOf(values) };
}

function membership(random: Random, operator: Operator): Rule {
  const [id, values] = draw(random, { ...choices, ...texts });
  return { field: `lead.${id}`, operator, value: random.some(values, 2 + random.below(3)) };
}

function threshold(random: Random): Rule {
  const kind = random.next();
  if (kind < 0.3) {
    const [id, options] = draw(random, ordered);
    return { field: `lead.${id}`, operator: '>=', value: options[1 + random.below(options.length - 1)] };
  }
  if (kind < 0.4) return { field: 'lead.start', operator: '<=', value: day(random) };
  const [id, most] = random.oneOf(Object.entries(numbers));
  const value = 1 + random.below(most);
  if (kind < 0.5) {
    const between = [value, value + random.below(most)];
    return { field: `lead.${id}`, operator: 'between', value: between };
  }
  return { field: `lead.${id}`, operator: random.oneOf(['>=', '>', '<']), value };
}

function part(random: Random): Rule {
  if (random.next() < 0.4) return { field: 'lead.tools', operator: 'contains', value: random.oneOf(tools) };
  const [id, values] = draw(random, parts);
  return { field: `lead.${id}`, operator: 'contains', value: random.oneOf(values) };
}

function negative(random: Random): Rule {
  const kind = random.next();
  if (kind < 0.4) return equality(random, '!=');
  if (kind < 0.8) return membership(random, 'notIn');
  return { field: `lead.${random.oneOf(['source', 'country'])}`, operator: 'null' };
}

function single(random: Random): Rule {
  const kind = random.next();
  if (kind < 0.35) return equality(random, '=');
  if (kind < 0.55) return membership(random, 'in');
  if (kind < 0.8) return threshold(random);
  return kind < 0.94 ? part(random) : negative(random);
}

/** Four in five read one attribute; the others join two or three, some of them in a group within the group. */
function condition(random: Random): Group {
  const kind = random.next();
  if (kind < 0.8) return { combinator: 'and', rules: [single(random)] };
  const combinator = kind < 0.92 ? 'and' : 'or';
  const rules = Array.from({ length: 2 + random.below(2) }, () => single(random));
  if (random.next() < 0.7) return { combinator, rules };
  const within: Group = { combinator: combinator === 'and' ? 'or' : 'and', rules: rules.slice(1) };
  return { combinator, rules: [...rules.slice(0, 1), within] };
}

export type ScoreRule = {
  readonly id: string;
  readonly dimension: 'fit' | 'intent';
  readonly points: number;
  readonly when: Group;
};

export function scoreRules(count: number): readonly ScoreRule[] {
  const random = randomFrom(30);
  return Array.from({ length: count }, (_, index) => ({
    id: `r${index}`,
    dimension: random.next() < 0.6 ? 'fit' : 'intent',
    points: random.next() < 0.2 ? -5 - random.below(15) : 5 + random.below(20),
    when: condition(random),
  }));
}

/** The most that a dimension gives: out of reach, so that a wrong sum shows. */
export const most = 100_000;

export function agreementOf(rules: readonly ScoreRule[]): Agreement {
  const inDimension = (dimension: string) =>
    rules
      .filter((rule) => rule.dimension === dimension)
      .map(({ id, points, when }) => ({ id, says: `Rule ${id}`, points, when }));
  const salesperson = { email: 'sales@example.com', name: 'Sales', party: 'sales' as const };
  const parsed = parseAgreement(
    {
      format: 1,
      title: 'Bench',
      score: {
        fit: { max: most, rules: inDimension('fit') },
        engagement: { max: 0 },
        intent: { max: most, rules: inDimension('intent') },
      },
      tiers: [
        { id: 'mql', from: 100, followUp: 'PT4H' },
        { id: 'nurture', from: 0 },
      ],
      handoff: { tier: 'mql' },
      routing: { rules: [], fallback: { person: salesperson.email } },
      hours: { timeZone: 'Europe/Berlin', week: { mon: [['09:00', '17:00']] } },
    },
    { catalogue, people: new Map([[salesperson.email, salesperson]]), teams: new Map() },
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

type Attributes = Readonly<Record<string, unknown>>;

/** What is known of so many leads. They came by eight forms, and each form left other attributes out. */
export function leadAttributes(count: number): readonly Attributes[] {
  return leadPieces()(count);
}

/** Leads without end, so many at a time: always the same ones, made when they are asked for and kept by nobody. */
export function leadPieces(): (count: number) => readonly Attributes[] {
  const random = randomFrom(15);
  const ids = [...catalogue.keys(), 'company_domain', 'email_kind', 'seniority'];
  const forms = Array.from({ length: 8 }, (_, form) => new Set(random.some(ids, ids.length - (form % 4))));
  let number = 0;
  return (count) => {
    const leads = Array.from({ length: count }, () => {
      const values = valuesOf(number, random);
      const asked = random.oneOf(forms);
      number += 1;
      return Object.fromEntries(Object.entries(values).filter(([id]) => asked.has(id)));
    });
    // As they come off the wire or out of storage: no value is the very one that a rule holds.
    return leads.map((lead): Attributes => JSON.parse(JSON.stringify(lead)));
  };
}

function valuesOf(number: number, random: Random): Attributes {
  return {
    job_title: `${random.oneOf(ranks)} of ${random.oneOf(subjects)} ${random.below(40)}`,
    department: random.oneOf(departments),
    wants_demo: random.next() < 0.5,
    source: random.oneOf(sources),
    company_size: random.oneOf(sizes),
    industry: random.oneOf(industries),
    country: random.oneOf(countries),
    revenue: random.below(100_000) / 100,
    team_size: random.below(120),
    sites: random.below(20),
    start: day(random),
    tools: random.some(tools, 1 + random.below(4)),
    company_domain: `company-${number}.${random.oneOf(endings)}`,
    email_kind: random.oneOf(emailKinds),
    seniority: random.oneOf(seniorities),
  };
}

export function leadWith(attributes: Attributes): LeadFacts {
  return { attributes, occurrences: [], visit: {} };
}
