// What the API shows of companies, and what it answers of target accounts.
import * as z from 'zod';
import { stages } from './lead-shapes.ts';
import { named } from './operation.ts';

const instant = () => z.iso.datetime();
const person = () => z.strictObject({ email: z.string(), name: z.string() });
const points = () => z.strictObject({ fit: z.int(), engagement: z.int(), intent: z.int(), total: z.int() });

const company = () => ({
  domain: z.string(),
  name: z.string().describe('As its list says, else as its people do, else the domain.'),
  list: z.string().nullable().describe('The list of target accounts that it is on.'),
  tier: z.string().nullable(),
  owner: person()
    .nullable()
    .describe('Of the target account; else whoever was first given one of its people.'),
  contacts: z.int().min(0),
  stage: z.enum(stages).nullable().describe('The furthest of its people.'),
  score: points().nullable().describe('As docs/companies.md says; null where nobody was judged.'),
  best: z
    .strictObject({ id: z.string(), name: z.string(), email: z.string() })
    .nullable()
    .describe('The person with the highest score.'),
  lastActivityAt: instant().nullable(),
});

export const companyListShape = named('CompanyList', () =>
  z.strictObject({
    companies: z.array(named('ListedCompany', () => z.strictObject(company()))()),
    total: z.int().min(0).describe('How many there are, on all pages.'),
    next: z.int().nullable().describe('The offset of the next page.'),
  }),
);

export const companyPeopleShape = named('CompanyPeople', () =>
  z.strictObject({
    ...company(),
    accountOwner: z.string().nullable().describe('As the target account says.'),
    accountName: z.string().nullable().describe('As the target account says.'),
    people: z
      .array(
        z.strictObject({
          id: z.string(),
          name: z.string(),
          email: z.string(),
          stage: z.enum(stages),
          tier: z.string().nullable(),
          score: points().nullable(),
          owner: person().nullable(),
          lastActivityAt: instant(),
          createdAt: instant(),
        }),
      )
      .describe('The highest score first; 500 at most.'),
  }),
);

export const targetListsShape = named('TargetLists', () =>
  z.strictObject({
    lists: z.array(
      z.strictObject({
        name: z.string(),
        accounts: z.int().positive(),
        reached: z.int().min(0).describe('Those of which somebody is known.'),
        tiers: z.array(z.string()),
      }),
    ),
  }),
);

export const accountShape = named('TargetAccount', () =>
  z.strictObject({
    domain: z.string(),
    list: z.string(),
    tier: z.string().nullable(),
    name: z.string().nullable(),
    owner: z.string().nullable(),
  }),
);

export const importedAccountsShape = named('ImportedAccounts', () =>
  z.strictObject({
    added: z.int().min(0),
    changed: z.int().min(0),
    unchanged: z.int().min(0),
    errors: z
      .array(
        z.strictObject({
          line: z.int().positive(),
          column: z.enum(['domain', 'list', 'tier', 'name', 'owner']),
          code: z.enum([
            'required',
            'not_a_domain',
            'free_mail_domain',
            'unknown_person',
            'too_long',
            'listed_twice',
          ]),
          value: z.string(),
        }),
      )
      .describe('Rows that were not taken; 200 at most.'),
    moreErrors: z.int().min(0),
  }),
);
