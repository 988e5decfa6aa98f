// The terms that leads are judged under: a workspace's agreement, signed or not, and the catalogue it speaks of.
// Refuses a workspace that the worker would refuse.
import { compileAgreement, type Judge } from '@baton/agreement';
import type { Catalogue, Issue } from '@baton/rules';
import { parseWorkspace } from '@baton/workspace';
import { readDocument } from './read-document.ts';

export type ReadTerms =
  | {
      readonly ok: true;
      readonly judge: Judge;
      readonly catalogue: Catalogue;
      readonly warnings: readonly string[];
    }
  | { readonly ok: false; readonly faults: readonly string[] };

export async function readTerms(path: string): Promise<ReadTerms> {
  const document = await readDocument(path);
  if (!document.ok) return { ok: false, faults: [document.fault] };
  const parsed = parseWorkspace(document.value);
  if (!parsed.ok) return { ok: false, faults: [`${path} is no workspace:`, ...parsed.issues.map(sayIssue)] };
  const { attributes, agreement } = parsed.value;
  if (agreement === null) return { ok: false, faults: [`${path} has no agreement to score by.`] };
  const catalogue: Catalogue = new Map(attributes.map((attribute) => [attribute.id, attribute]));
  const judge = compileAgreement(agreement.value, catalogue);
  return {
    ok: true,
    judge,
    catalogue,
    warnings: parsed.warnings.map((issue) => `${path}: ${sayIssue(issue)}`),
  };
}

function sayIssue({ code, path, params = {} }: Issue): string {
  const filling = Object.entries(params).map(([name, value]) => `${name}: ${value}`);
  const more = filling.length === 0 ? '' : ` (${filling.join(', ')})`;
  return `  ${path.join('.')}: ${code.replaceAll('_', ' ')}${more}`;
}
