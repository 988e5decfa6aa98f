// Where notifications go, as those see it who look after it: what each destination gets, how it has been going, and what
// can be done about it. Secrets leave here once, when they are made.
import { destinationSchema } from '@baton/workspace';
import type { Issue } from '@baton/rules';
import { recordChange } from '../audit.ts';
import type { Context } from '../context.ts';
import { isRecord } from '../sql.ts';
import { importWorkspace } from '../import-workspace.ts';
import { holdBack, letGo } from './hold.ts';
import { listDestinations } from './destination-views.ts';
import { replayAll, type Replayed } from './replay-all.ts';
import { newSecret, overlap } from './secrets.ts';
import { tryOut, type TestResult } from './test-destination.ts';

export type SavedDestination =
  | {
      readonly kind: 'saved';
      /** Of a new webhook, to be shown once; null otherwise. */
      readonly secret: string | null;
      readonly warnings: readonly Issue[];
    }
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[] };

export class DestinationDesk {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  /** @param whole with the addresses of chats, which open their channels */
  list(whole: boolean): string {
    return JSON.stringify({
      destinations: listDestinations(this.#context, whole),
      mail: this.#context.parts.settings.mail,
    });
  }

  /** Makes a destination, or puts another in its place; it is read as a document's. */
  save(id: string, given: unknown, author: string): SavedDestination {
    const { parts, documents } = this.#context;
    const isNew = this.#stored(id) === undefined;
    const destination = isRecord(given) ? { ...given, id } : given;
    const read = importWorkspace(
      parts,
      documents,
      { format: 1, destinations: [destination] },
      { author, vouches: false },
    );
    if (!read.ok) return { kind: 'invalid', issues: read.issues.map(withoutPlace) };
    const stored = this.#stored(id);
    if (stored === undefined) throw new Error('A destination is gone that was stored just now.');
    const isTold = isNew && stored.destination.kind === 'webhook' && stored.destination.secret === undefined;
    return {
      kind: 'saved',
      secret: isTold ? stored.secret : null,
      warnings: read.warnings.map(withoutPlace),
    };
  }

  /** What still waits for it is given up at its next try. False where there is no such destination; so it is below. */
  remove(id: string, author: string): boolean {
    const { parts, documents } = this.#context;
    const stored = this.#stored(id);
    if (stored === undefined) return false;
    parts.sql.transaction(() => {
      letGo(this.#context, id, parts.now());
      parts.sql.run(`DELETE FROM destinations WHERE id = ?`, id);
      const before = destinationSchema.parse(stored.destination);
      delete before.secret;
      recordChange(parts, author, { action: 'destination.removed', subject: id, before });
    });
    documents.forget();
    return true;
  }

  /** While a destination is paused, what it is owed waits, and none of its tries are used up. */
  pause(id: string, paused: boolean, author: string): boolean {
    const { parts, documents } = this.#context;
    const stored = this.#stored(id);
    if (stored === undefined) return false;
    if ((stored.pausedAt !== null) === paused) return true;
    const now = parts.now();
    parts.sql.transaction(() => {
      parts.sql.run(`UPDATE destinations SET paused_at = ? WHERE id = ?`, paused ? now : null, id);
      if (paused) holdBack(this.#context, id);
      else letGo(this.#context, id, now);
      recordChange(parts, author, {
        action: paused ? 'destination.paused' : 'destination.resumed',
        subject: id,
      });
    });
    documents.forget();
    return true;
  }

  /** A new secret, told here and never again; for a day the old one signs beside it. Null where there is no webhook. */
  rotate(id: string, author: string): { readonly secret: string; readonly until: string } | null {
    const { parts, documents } = this.#context;
    const stored = this.#stored(id);
    if (stored?.destination.kind !== 'webhook') return null;
    const secret = newSecret();
    const until = parts.now() + overlap;
    parts.sql.transaction(() => {
      parts.sql.run(
        `UPDATE destinations SET secret = ?, previous_secret = ?, previous_until = ? WHERE id = ?`,
        secret,
        stored.secret,
        until,
        id,
      );
      recordChange(parts, author, { action: 'destination.secret_rotated', subject: id });
    });
    documents.forget();
    return { secret, until: new Date(until).toISOString() };
  }

  /** One example, sent at once and never again. Null where there is no such destination. */
  test(id: string, asker: string): Promise<TestResult> | null {
    const stored = this.#stored(id);
    return stored === undefined ? null : tryOut(this.#context, stored, asker);
  }

  /** Puts what was given up back on its way, the oldest first. */
  replayAll(destination: string | null, author: string): Replayed {
    return replayAll(this.#context, destination, author);
  }

  #stored(id: string): ReturnType<Context['documents']['all']>['destinations'][number] | undefined {
    return this.#context.documents.destination(id);
  }
}

/** Without where it would stand in a document. */
function withoutPlace(issue: Issue): Issue {
  const [list, index, ...path] = issue.path;
  return list === 'destinations' && index === 0 ? { ...issue, path } : issue;
}
