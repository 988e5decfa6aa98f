// The attributes of a workspace document over those that are stored. Whatever leads have said keeps its meaning: an
// option that one of them has chosen stays, a merged attribute stays merged, an archived one archived until the document
// says otherwise, and that is told. Refuses another type or bearer under what leads have said, and merging into what does
// not fit, each with its place.
import { attributeValueType, type Attribute, type Catalogue, type Issue, type Path } from '@baton/rules';
import { first, type Sql } from '../sql.ts';
import { misfit } from './misfit.ts';
import { optionsSaid } from './options-said.ts';

export type TakenAttributes = {
  /** As they are to be stored. */
  readonly attributes: readonly Attribute[];
  readonly issues: readonly Issue[];
  readonly warnings: readonly Issue[];
  /** Those that leads may know and that are merged from now on. */
  readonly merged: readonly string[];
};

/** @param stored the catalogue that the document comes over */
export function takeAttributes(sql: Sql, given: readonly Attribute[], stored: Catalogue): TakenAttributes {
  const issues: Issue[] = [];
  const warnings: Issue[] = [];
  const attributes = given.map((attribute, index) => {
    const path = ['attributes', index];
    const before = stored.get(attribute.id);
    if (before === undefined) return marked(attribute);
    issues.push(...changedUnderLeads(sql, before, attribute, path), ...unmerged(before, attribute, path));
    const lost = lostOptions(sql, before, attribute);
    warnings.push(
      ...lost.map((option) => ({ code: 'option_stays', path: [...path, 'options'], params: { option } })),
      ...marksKept(before, attribute).map((code) => ({ code, path })),
    );
    return marked(withOptions(withMarks(attribute, before), before, lost));
  });
  const catalogue: Catalogue = new Map([
    ...stored,
    ...attributes.map((attribute) => [attribute.id, attribute] as const),
  ]);
  return {
    attributes,
    issues: [...issues, ...misfits(attributes, catalogue)],
    warnings,
    merged: attributes.flatMap(({ id, mergedInto }) => {
      const before = stored.get(id);
      return mergedInto !== undefined && before !== undefined && before.mergedInto === undefined ? id : [];
    }),
  };
}

/** What is said of an attribute is of its kind, and of whom it says it, for good. */
function changedUnderLeads(sql: Sql, before: Attribute, after: Attribute, path: Path): Issue[] {
  const [then, now] = [attributeValueType(before).kind, attributeValueType(after).kind];
  const changed = [
    ...(then === now ? [] : (['type'] as const)),
    ...(before.about === after.about ? [] : (['about'] as const)),
  ];
  if (changed.length === 0 || !isKnown(sql, before.id)) return [];
  return changed.map((key) => ({ code: `${key}_is_fixed`, path: [...path, key] }));
}

function isKnown(sql: Sql, attribute: string): boolean {
  const path = `$.${attribute}`;
  return first(sql, `SELECT 1 FROM leads WHERE json_type(attributes, ?) IS NOT NULL LIMIT 1`, path) !== null;
}

/** A merge is not taken back, nor turned elsewhere. */
function unmerged(before: Attribute, after: Attribute, path: Path): Issue[] {
  if (before.mergedInto === undefined) return [];
  if (after.mergedInto !== undefined && after.mergedInto !== before.mergedInto) {
    return [{ code: 'already_merged', path: [...path, 'mergedInto'] }];
  }
  return after.archived === false ? [{ code: 'merged', path: [...path, 'archived'] }] : [];
}

function marksKept(before: Attribute, after: Attribute): ('stays_merged' | 'stays_archived')[] {
  if (before.mergedInto !== undefined) return after.mergedInto === undefined ? ['stays_merged'] : [];
  return before.archived === true && after.archived === undefined ? ['stays_archived'] : [];
}

function withMarks(attribute: Attribute, before: Attribute): Attribute {
  const { archived = before.archived } = attribute;
  const { mergedInto = before.mergedInto, mergedOptions = before.mergedOptions } = attribute;
  return {
    ...attribute,
    ...(archived === undefined ? {} : { archived }),
    ...(mergedInto === undefined ? {} : { mergedInto }),
    ...(mergedInto === undefined || mergedOptions === undefined ? {} : { mergedOptions }),
  };
}

/** What is merged is archived; what is not archived says nothing of it. */
function marked(attribute: Attribute): Attribute {
  const { archived = false, ...rest } = attribute;
  return archived || rest.mergedInto !== undefined ? { ...rest, archived: true } : rest;
}

/** Options that the document leaves out and leads have said. */
function lostOptions(sql: Sql, before: Attribute, after: Attribute): readonly string[] {
  const left = new Set((after.options ?? []).map((option) => option.id));
  const gone = (before.options ?? []).map((option) => option.id).filter((option) => !left.has(option));
  if (gone.length === 0) return [];
  const said = optionsSaid(sql, before.id, gone);
  return gone.filter((option) => said.has(option));
}

/** Each behind the one that it stood behind. */
function withOptions(attribute: Attribute, before: Attribute, kept: readonly string[]): Attribute {
  if (kept.length === 0) return attribute;
  const options = [...(attribute.options ?? [])];
  const former = before.options ?? [];
  for (const [place, option] of former.entries()) {
    if (!kept.includes(option.id)) continue;
    const ahead = new Set(former.slice(0, place).map(({ id }) => id));
    options.splice(options.findLastIndex(({ id }) => ahead.has(id)) + 1, 0, option);
  }
  return { ...attribute, options };
}

/** Of every merge that the document touches, from either end. */
function misfits(given: readonly Attribute[], catalogue: Catalogue): Issue[] {
  const places = new Map(given.map(({ id }, index) => [id, index]));
  return [...catalogue.values()].flatMap((attribute): Issue[] => {
    const { id, mergedInto, mergedOptions = {} } = attribute;
    if (mergedInto === undefined) return [];
    const [own, others] = [places.get(id), places.get(mergedInto)];
    const index = own ?? others;
    if (index === undefined) return [];
    const found = misfit(attribute, catalogue.get(mergedInto), mergedOptions);
    const issue = found ?? (isInCircle(attribute, catalogue) ? { code: 'merged_in_circle' } : null);
    if (issue === null) return [];
    const key =
      own === undefined ? 'options' : issue.code === 'option_unmapped' ? 'mergedOptions' : 'mergedInto';
    return [{ ...issue, path: ['attributes', index, key] }];
  });
}

function isInCircle({ id, mergedInto }: Attribute, catalogue: Catalogue): boolean {
  const seen = new Set<string>();
  for (let at = mergedInto; at !== undefined && !seen.has(at); at = catalogue.get(at)?.mergedInto) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}
