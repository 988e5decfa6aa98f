// The people of the workspace and its teams, as they are looked after one by one. What is said of them is read as a
// document's; who is still needed is not removed.
import type { Issue } from '@baton/rules';
import { recordChange } from '../audit.ts';
import type { Context } from '../context.ts';
import { done, refused, unknown, type HandAnswer } from '../hands/answer.ts';
import { importWorkspace } from '../import-workspace.ts';
import { whyPersonStays, whyTeamStays } from './kept.ts';
import { listPeople, listTeams, teamView } from './people-list.ts';

/** What may be said of a person here; when they are away has its own ways. */
export type GivenPerson = {
  readonly name: string;
  readonly party: 'marketing' | 'sales' | 'admin';
  readonly weight?: number | undefined;
  readonly capacity?: number | undefined;
};

export type GivenTeam = { readonly name?: string | undefined; readonly members: readonly string[] };

export class PeopleDesk {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  people(): string {
    return JSON.stringify(listPeople(this.#context));
  }

  teams(): string {
    return JSON.stringify(listTeams(this.#context));
  }

  /** Adds somebody, or says something else of them. What is not given is as if it had never been said. */
  savePerson(email: string, { name, party, weight, capacity }: GivenPerson, author: string): HandAnswer {
    const { documents } = this.#context;
    const { weight: _weight, capacity: _capacity, ...kept } = documents.all().people.get(email) ?? {};
    const person = {
      ...kept,
      email,
      name,
      party,
      ...(weight === undefined ? {} : { weight }),
      ...(capacity === undefined ? {} : { capacity }),
    };
    const issues = this.#take('people', person, author);
    if (issues !== null) return { kind: 'invalid', issues };
    return done({ email, name, party, weight: weight ?? 1, capacity: capacity ?? null });
  }

  removePerson(email: string, author: string): HandAnswer {
    const { parts, documents } = this.#context;
    const person = documents.all().people.get(email);
    if (person === undefined) return unknown('person');
    const why = whyPersonStays(this.#context, email);
    if (why !== null) return refused(why);
    parts.sql.transaction(() => {
      parts.sql.run(`DELETE FROM people WHERE email = ?`, email);
      recordChange(parts, author, { action: 'person.removed', subject: email, before: person });
    });
    documents.forget();
    return done({ email });
  }

  /** Makes a team, or says something else of it. */
  saveTeam(id: string, { name, members }: GivenTeam, author: string): HandAnswer {
    const { documents } = this.#context;
    const { name: _name, ...kept } = documents.all().teams.get(id) ?? {};
    const team = { ...kept, id, ...(name === undefined ? {} : { name }), members };
    const issues = this.#take('teams', team, author);
    if (issues !== null) return { kind: 'invalid', issues };
    const stored = documents.all().teams.get(id);
    if (stored === undefined) throw new Error('A team is gone that was stored just now.');
    return done(teamView(this.#context, stored));
  }

  removeTeam(id: string, author: string): HandAnswer {
    const { parts, documents } = this.#context;
    const team = documents.all().teams.get(id);
    if (team === undefined) return unknown('team');
    const why = whyTeamStays(this.#context, id);
    if (why !== null) return refused(why);
    parts.sql.transaction(() => {
      parts.sql.run(`DELETE FROM teams WHERE id = ?`, id);
      parts.sql.run(`DELETE FROM turns WHERE team = ?`, id);
      recordChange(parts, author, { action: 'team.removed', subject: id, before: team });
    });
    documents.forget();
    return done({ id });
  }

  /** Null: it is stored. */
  #take(list: 'people' | 'teams', entry: object, author: string): readonly Issue[] | null {
    const { parts, documents } = this.#context;
    const read = importWorkspace(
      parts,
      documents,
      { format: 1, [list]: [entry] },
      { author, vouches: false },
    );
    if (read.ok) return null;
    return read.issues.map((issue) => {
      // Without where it would stand in a document.
      const [name, index, ...path] = issue.path;
      return name === list && index === 0 ? { ...issue, path } : issue;
    });
  }
}
