// The workspace's documents as the Desk uses them: read once from storage, compiled, and kept until something is
// imported. A stored document that no longer parses is a bug, since only parsed ones are stored.
import { compileAgreement, type Judge, type Person, type Team } from '@baton/agreement';
import type { TargetAccount } from '@baton/derive';
import { parseForm } from '@baton/form/document';
import type { Attribute, Catalogue } from '@baton/rules';
import * as z from 'zod';
import {
  attributeSchema,
  destinationSchema,
  personSchema,
  teamSchema,
  type Destination,
} from '@baton/workspace';
import type { LogLine } from '../log.ts';
import type { Parts } from './parts.ts';
import { originForm, originFormId, originOf, type Origin } from './origin-form.ts';
import { versionOf, type PublishedVersion } from './published-version.ts';
import { catalogueSince } from './snapshot.ts';
import { first, number, numberOrNull, text, textOrNull, type Row, type Sql } from './sql.ts';
import { standingAgreement, type StoredAgreement } from './stored-agreement.ts';

export type InForce = { readonly version: number; readonly hash: string; readonly judge: Judge };

export type StoredDestination = {
  readonly destination: Destination;
  readonly secret: string;
  /** The secret before it, which signs beside it until then. */
  readonly previous: { readonly secret: string; readonly until: number } | null;
  /** It answered 410. */
  readonly disabledAt: number | null;
  /** Somebody holds back what goes there. */
  readonly pausedAt: number | null;
};

type People = {
  readonly attributes: readonly Attribute[];
  readonly catalogue: Catalogue;
  readonly people: ReadonlyMap<string, Person>;
  readonly teams: ReadonlyMap<string, Team>;
  readonly destinations: readonly StoredDestination[];
};

/** The list of target accounts that a domain is on. */
export const accountOfDomain = `SELECT list, account_tier FROM companies WHERE domain = ? AND list IS NOT NULL`;

export class Documents {
  readonly #sql: Sql;
  readonly #log: (line: LogLine) => void;
  #loaded: People | null = null;
  #standing: StoredAgreement | null | undefined = undefined;
  #inForce: InForce | null | undefined = undefined;
  readonly #published = new Map<string, PublishedVersion>();
  readonly #current = new Map<string, number>();

  constructor({ sql, log }: Pick<Parts, 'sql' | 'log'>) {
    this.#sql = sql;
    this.#log = log;
  }

  /** Forgets everything read so far; storage has changed. */
  forget(): void {
    this.#loaded = null;
    this.#standing = undefined;
    this.#inForce = undefined;
    this.#published.clear();
    this.#current.clear();
  }

  /** The same, with this as its form's current version. What is forgotten or read here is not there. */
  with(version: PublishedVersion): Documents {
    const { id } = version.form;
    const others = new Documents({ sql: this.#sql, log: this.#log });
    others.#loaded = this.all();
    others.#standing = this.standing();
    others.#inForce = this.inForce();
    others.#current.set(id, version.version);
    others.#published.set(`${id}@${version.version}`, version);
    return others;
  }

  /** Attributes, people, teams and destinations. */
  all(): People {
    this.#loaded ??= this.#load();
    return this.#loaded;
  }

  /**
   * The agreement in force, else what was proposed last: what an export holds and forms are checked against. Null as well
   * when what is kept is not what was signed.
   */
  standing(): StoredAgreement | null {
    if (this.#standing === undefined) this.#standing = standingAgreement(this.#sql, this.#log);
    return this.#standing;
  }

  /** The agreement that both parties have signed, if there is one, and if it is still what they signed. */
  inForce(): InForce | null {
    if (this.#inForce === undefined) this.#inForce = this.#loadInForce();
    return this.#inForce;
  }

  /** A form's current version, or the one asked for; null when it was never published. */
  published(form: string, version: number | null = null): PublishedVersion | null {
    const origin = originOf(form);
    if (origin !== null) return this.#origin(origin);
    const wanted = version ?? this.#currentVersion(form);
    if (wanted === null) return null;
    const key = `${form}@${wanted}`;
    const known = this.#published.get(key);
    if (known !== undefined) return known;
    const loaded = this.#loadForm(form, wanted);
    if (loaded !== null) this.#published.set(key, loaded);
    return loaded;
  }

  /** Where notifications go, by its id. */
  destination(id: string): StoredDestination | undefined {
    return this.all().destinations.find((one) => one.destination.id === id);
  }

  /** The target account at a company's domain. Lists are changed often and read once a lead: nothing is kept. */
  accountOf(domain: string): TargetAccount | null {
    const row = first(this.#sql, accountOfDomain, domain);
    return row === null ? null : { list: text(row, 'list'), tier: textOrNull(row, 'account_tier') };
  }

  #origin(origin: Origin): PublishedVersion {
    const key = originFormId(origin);
    const known = this.#published.get(key) ?? originForm(origin, this.all().attributes);
    this.#published.set(key, known);
    return known;
  }

  #currentVersion(form: string): number | null {
    const known = this.#current.get(form);
    if (known !== undefined) return known;
    const row = first(this.#sql, `SELECT version FROM forms WHERE id = ?`, form);
    if (row === null) return null;
    const version = number(row, 'version');
    this.#current.set(form, version);
    return version;
  }

  #documents(table: 'attributes' | 'people' | 'teams'): unknown[] {
    const rows = this.#sql.all(`SELECT document FROM ${table} ORDER BY position`);
    return rows.map((row): unknown => JSON.parse(text(row, 'document')));
  }

  #load(): People {
    const attributes = this.#documents('attributes').map(readAttribute);
    const people = this.#documents('people').map(readPerson);
    const teams = this.#documents('teams').map(readTeam);
    const destinations = this.#sql.all(`SELECT * FROM destinations ORDER BY position`).map(readDestination);
    return {
      attributes,
      catalogue: new Map(attributes.map((attribute) => [attribute.id, attribute])),
      people: new Map(people.map((person) => [person.email, person])),
      teams: new Map(teams.map((team) => [team.id, team])),
      destinations,
    };
  }

  #loadInForce(): InForce | null {
    const stored = this.standing();
    if (stored === null || stored.state !== 'in_force') return null;
    const { version, hash, value, attributes } = stored;
    const judge = compileAgreement(value, catalogueSince(attributes, this.all().catalogue));
    return { version, hash, judge };
  }

  #loadForm(id: string, version: number): PublishedVersion | null {
    const row = first(
      this.#sql,
      `SELECT document, context, hash FROM form_versions WHERE form = ? AND version = ?`,
      id,
      version,
    );
    if (row === null) return null;
    const context = readContext(text(row, 'context'));
    const parsed = parseForm(JSON.parse(text(row, 'document')), { ...context, published: true });
    if (!parsed.ok) throw new Error(`Form ${id} version ${version} no longer parses.`);
    const stored = versionOf(parsed.value, context, { version, hash: text(row, 'hash') });
    if (stored.identity === null) throw new Error(`Form ${id} version ${version} asks for no e-mail.`);
    return { ...stored, identity: stored.identity };
  }
}

const contextSchema = z.object({
  attributes: z.array(z.unknown()),
  behaviours: z.array(z.string()).nullable(),
  tiers: z.array(z.string()).nullable(),
});

/** What a form was published among. An outcome that names a tier which is gone since then simply never holds. */
function readContext(json: string): {
  catalogue: Catalogue;
  behaviours: string[] | null;
  tiers: string[] | null;
} {
  const { attributes, behaviours, tiers } = contextSchema.parse(JSON.parse(json));
  const catalogue = new Map(attributes.map(readAttribute).map((attribute) => [attribute.id, attribute]));
  return { catalogue, behaviours, tiers };
}

function readAttribute(document: unknown): Attribute {
  return attributeSchema.parse(document);
}

function readPerson(document: unknown): Person {
  return personSchema.parse(document);
}

function readTeam(document: unknown): Team {
  return teamSchema.parse(document);
}

function readDestination(row: Row): StoredDestination {
  return {
    destination: destinationSchema.parse(JSON.parse(text(row, 'document'))),
    secret: text(row, 'secret'),
    previous:
      row['previous_secret'] === null
        ? null
        : { secret: text(row, 'previous_secret'), until: number(row, 'previous_until') },
    disabledAt: numberOrNull(row, 'disabled_at'),
    pausedAt: numberOrNull(row, 'paused_at'),
  };
}
