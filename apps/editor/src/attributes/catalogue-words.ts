// What the worker says of a change to the catalogue, and where attributes are used, in words.
import type { Issue } from '@baton/rules';
import { Refusal, refusalInWords } from '../server/refusal.ts';
import type { Listed } from './attribute-queries.ts';

type Use = Listed['uses'][number];

export function placeInWords({ kind, id, name }: Use): string {
  switch (kind) {
    case 'form':
      return `Form ${name}`;
    case 'draft':
      return `Draft of ${name}`;
    case 'agreement':
      return `Agreement in force (version ${id})`;
    case 'proposal':
      return name;
    case 'agreement_draft':
      return name;
  }
}

function issueInWords({ code, params }: Issue, nameOf: (option: string) => string): string {
  const option = nameOf(String(params?.['option'] ?? ''));
  switch (code) {
    case 'option_in_use':
      return params?.['where'] === 'leads'
        ? `“${option}” cannot go: leads have said it.`
        : `“${option}” cannot go: ${String(params?.['where'])} uses it.`;
    case 'option_unmapped':
      return `Say which option “${option}” becomes; otherwise it would be lost.`;
    case 'other_type':
      return 'The other one is of another type.';
    case 'about_other':
      return 'One is about the person, the other about their company.';
    case 'into_archived':
      return 'The other one is archived.';
    case 'already_merged':
      return 'It was merged before.';
    case 'unknown_attribute':
      return 'The other one is not there any more.';
    default:
      return 'This cannot be taken.';
  }
}

/** Everything that a refusal says. */
export function refusedInWords(error: unknown, nameOf: (option: string) => string): readonly string[] {
  if (error instanceof Refusal && error.issues.length > 0) {
    return error.issues.map((issue) => issueInWords(issue, nameOf));
  }
  return [refusalInWords(error)];
}
