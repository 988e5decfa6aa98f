// The catalogue as it is looked after: what each attribute is, where it is used, of whom it is known; changed, archived and
// merged. Refuses what would take an answer or a rule its meaning, and says what that is.
import { derivedAttributes, type Attribute, type Issue } from '@baton/rules';
import { recordChange } from '../audit.ts';
import type { Context } from '../context.ts';
import { done, invalid, unknown, type HandAnswer } from '../hands/answer.ts';
import { importWorkspace } from '../import-workspace.ts';
import { isRecord, number, text } from '../sql.ts';
import { misfit } from './misfit.ts';
import { optionsInUse, usesByAttribute } from './uses.ts';

/** Leads that are looked at for what is known: the latest. */
const lookedAt = 20_000;

export type Merge = {
  readonly into: string;
  /** Options of the one as options of the other, where their ids differ. */
  readonly options: Readonly<Record<string, string>>;
};

export class AttributeDesk {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  /** The workspace's own in their order, then those that are derived. */
  list(): string {
    const { parts, documents } = this.#context;
    const uses = usesByAttribute(this.#context);
    const known = new Map(
      parts.sql
        .all(
          `SELECT each.key AS id, count(*) AS count
           FROM (SELECT attributes FROM leads ORDER BY id DESC LIMIT ?) AS latest, json_each(latest.attributes) AS each
           GROUP BY each.key`,
          lookedAt,
        )
        .map((row) => [text(row, 'id'), number(row, 'count')]),
    );
    const [of] = parts.sql.all(`SELECT count(*) AS count FROM (SELECT 1 FROM leads LIMIT ?)`, lookedAt);
    const view = (attribute: Attribute, derived: boolean): object => ({
      id: attribute.id,
      label: attribute.label,
      type: attribute.type,
      about: attribute.about,
      ordered: attribute.ordered ?? false,
      options: (attribute.options ?? []).map(({ id, label }) => ({ id, label })),
      derived,
      archived: attribute.archived ?? false,
      mergedInto: attribute.mergedInto ?? null,
      known: known.get(attribute.id) ?? 0,
      uses: uses.get(attribute.id) ?? [],
    });
    return JSON.stringify({
      attributes: [
        ...documents.all().attributes.map((attribute) => view(attribute, false)),
        ...derivedAttributes.map((attribute) => view(attribute, true)),
      ],
      leads: of === undefined ? 0 : number(of, 'count'),
    });
  }

  /** Makes an attribute, or says something else of it. Type and what it is about stay for good. */
  save(id: string, given: unknown, author: string): HandAnswer {
    const before = this.#own(id);
    if (!isRecord(given)) return invalid('not_object');
    const { archived: _archived, mergedInto: _into, mergedOptions: _options, ...said } = given;
    if (before !== undefined) {
      if (said['type'] !== before.type) return invalid('type_is_fixed', 'type');
      if (said['about'] !== before.about) return invalid('about_is_fixed', 'about');
      const issues = this.#optionsLost(before, said['options']);
      if (issues.length > 0) return { kind: 'invalid', issues };
    }
    return this.#store({ ...kept(before), ...said, id }, author);
  }

  /** No longer offered; whatever names it goes on. Or offered again. */
  archive(id: string, archived: boolean, author: string): HandAnswer {
    const attribute = this.#own(id);
    if (attribute === undefined) return unknown('attribute');
    if (!archived && attribute.mergedInto !== undefined) return invalid('merged', 'archived');
    if ((attribute.archived ?? false) === archived) return done({ id, warnings: [] });
    return this.#store({ ...attribute, archived }, author);
  }

  /** What is known of the one is from now on known of the other too. The one stays where it is named. */
  merge(id: string, { into, options }: Merge, author: string): HandAnswer {
    const [attribute, other] = [this.#own(id), this.#own(into)];
    if (attribute === undefined) return unknown('attribute');
    const issue = whyNot(attribute, other, options);
    if (issue !== null) return { kind: 'invalid', issues: [issue] };
    const { parts } = this.#context;
    return parts.sql.transaction(() => {
      const mergedOptions = Object.fromEntries(
        Object.entries(options).filter(([from]) => attribute.options?.some((option) => option.id === from)),
      );
      const stored = this.#store({ ...attribute, archived: true, mergedInto: into, mergedOptions }, author);
      if (stored.kind !== 'done') return stored;
      recordChange(parts, author, { action: 'attribute.merged', subject: id, after: { into, options } });
      return done({ into, uses: usesByAttribute(this.#context).get(id) ?? [] });
    });
  }

  #own(id: string): Attribute | undefined {
    return this.#context.documents.all().catalogue.get(id);
  }

  #optionsLost(before: Attribute, given: unknown): Issue[] {
    const left = new Set(Array.isArray(given) ? given.filter(isRecord).map((option) => option['id']) : []);
    const lost = (before.options ?? []).map((option) => option.id).filter((option) => !left.has(option));
    if (lost.length === 0) return [];
    return [...optionsInUse(this.#context, before.id, lost)].map(([option, where]) => ({
      code: 'option_in_use',
      path: ['options'],
      params: { option, where },
    }));
  }

  /** Read as a document's, with all that it may warn of. */
  #store(attribute: object, author: string): HandAnswer {
    const { parts, documents } = this.#context;
    const read = importWorkspace(
      parts,
      documents,
      { format: 1, attributes: [attribute] },
      { author, vouches: false },
    );
    if (!read.ok) return { kind: 'invalid', issues: read.issues.map(withoutPlace) };
    const id = 'id' in attribute && typeof attribute.id === 'string' ? attribute.id : '';
    return done({ id, warnings: read.warnings.map(withoutPlace) });
  }
}

/** What only archiving and merging change. */
function kept(attribute: Attribute | undefined): object {
  const { archived, mergedInto, mergedOptions } = attribute ?? {};
  return {
    ...(archived === undefined ? {} : { archived }),
    ...(mergedInto === undefined ? {} : { mergedInto }),
    ...(mergedOptions === undefined ? {} : { mergedOptions }),
  };
}

/** Why merging would lose something; null: it would not. */
function whyNot(attribute: Attribute, other: Attribute | undefined, options: Merge['options']): Issue | null {
  const refuse = (code: string): Issue => ({ code, path: ['into'] });
  if (other === undefined) return refuse('unknown_attribute');
  if (other.id === attribute.id) return refuse('into_itself');
  if (attribute.mergedInto !== undefined) return refuse('already_merged');
  if (other.archived === true) return refuse('into_archived');
  const found = misfit(attribute, other, options);
  if (found === null) return null;
  return { ...found, path: found.code === 'option_unmapped' ? ['options'] : ['into'] };
}

/** Without where it would stand in a document. */
function withoutPlace(issue: Issue): Issue {
  const [list, index, ...path] = issue.path;
  return list === 'attributes' && index === 0 ? { ...issue, path } : issue;
}
