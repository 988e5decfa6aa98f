// Other systems that report to the Desk: each has its mapping and its own secret, told once. A call counts when it is
// signed as Standard Webhooks says, over the bytes as they came, within five minutes; the same id is answered the same.
import { timingSafeEqual } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { recordChange } from '../audit.ts';
import type { Context } from '../context.ts';
import { newSecret, overlap } from '../destinations/secrets.ts';
import type { Posted } from '../outbox.ts';
import { first, number, numberOrNull, record, text, type Row } from '../sql.ts';
import { ownPrefix } from '../workspace-of.ts';
import { done, unknown, type HandAnswer } from '../hands/answer.ts';
import { iso } from '../instants.ts';
import { mappingOf, mappingSchema, sourceKinds, type GivenMapping, type SourceKind } from './crm-mappings.ts';
import { readReports } from './read-reports.ts';
import { takeReport, type Outcome } from './take-reports.ts';

export type SourceDocument = {
  readonly name: string;
  readonly kind: SourceKind;
  readonly mapping: GivenMapping;
};

export type Call = {
  readonly id: string;
  /** Seconds since the epoch, as the header says. */
  readonly timestamp: string;
  readonly signature: string;
  /** The body as it came. */
  readonly body: string;
};

export type Called =
  | { readonly kind: 'done'; readonly text: string }
  /** An unknown source, a wrong signature, or one of another hour: whoever calls is not told which. */
  | { readonly kind: 'forged' }
  | { readonly kind: 'unreadable' };

const tolerance = 300;
const keepCalls = 7 * 86_400_000;
const shownCalls = 20;

export class SourceDesk {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  list(): HandAnswer {
    const rows = this.#context.parts.sql.all(`SELECT * FROM sources ORDER BY id`);
    return done({ sources: rows.map((row) => this.#view(row)) });
  }

  /** A new source's secret is told here and never again. */
  save(id: string, document: SourceDocument, by: string): HandAnswer {
    const { parts } = this.#context;
    const known = this.#row(id);
    const secret = known === null ? newSecret() : null;
    parts.sql.transaction(() => {
      parts.sql.run(
        `INSERT INTO sources (id, document, secret, created_at) VALUES (?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET document = excluded.document`,
        id,
        JSON.stringify(document),
        secret ?? '',
        parts.now(),
      );
      const action = known === null ? 'source.added' : 'source.changed';
      const before = known === null ? undefined : record(known, 'document');
      recordChange(parts, by, { action, subject: id, before, after: document });
    });
    const row = this.#row(id);
    if (row === null) throw new Error('A source that was stored is gone.');
    return done({ ...this.#view(row), secret });
  }

  rotate(id: string, by: string): HandAnswer {
    const { parts } = this.#context;
    const row = this.#row(id);
    if (row === null) return unknown('source');
    const secret = newSecret();
    const until = parts.now() + overlap;
    parts.sql.transaction(() => {
      parts.sql.run(
        `UPDATE sources SET secret = ?, previous_secret = ?, previous_until = ? WHERE id = ?`,
        secret,
        text(row, 'secret'),
        until,
        id,
      );
      recordChange(parts, by, { action: 'source.secret_rotated', subject: id });
    });
    return done({ secret, until: iso(until) });
  }

  remove(id: string, by: string): HandAnswer {
    const { parts } = this.#context;
    const row = this.#row(id);
    if (row === null) return unknown('source');
    parts.sql.transaction(() => {
      parts.sql.run(`DELETE FROM sources WHERE id = ?`, id);
      parts.sql.run(`DELETE FROM source_calls WHERE source = ?`, id);
      recordChange(parts, by, { action: 'source.removed', subject: id, before: record(row, 'document') });
    });
    return done({ removed: id });
  }

  /** Whether a call is good, before anybody looks at what it says. */
  isSigned(id: string, { id: call, timestamp, signature, body }: Call): boolean {
    const row = this.#row(id);
    const now = this.#context.parts.now();
    if (row === null || !/^\d{1,12}$/.test(timestamp) || call === '' || call.length > 200) return false;
    if (Math.abs(now / 1000 - Number(timestamp)) > tolerance) return false;
    const until = numberOrNull(row, 'previous_until') ?? 0;
    const secrets = [text(row, 'secret'), ...(now < until ? [text(row, 'previous_secret')] : [])];
    const given = signature.split(' ').slice(0, 10);
    const at = new Date(Number(timestamp) * 1000);
    // Every one is compared, however early one fits.
    return secrets
      .map((secret) => new Webhook(secret).sign(call, at, body))
      .flatMap((expected) => given.map((one) => isSame(expected, one)))
      .includes(true);
  }

  /** A call that is signed. */
  take(id: string, call: string, body: unknown): Called {
    const { parts, outbox } = this.#context;
    const row = this.#row(id);
    if (row === null) return { kind: 'forged' };
    const known = first(parts.sql, `SELECT result FROM source_calls WHERE source = ? AND call = ?`, id, call);
    if (known !== null) return { kind: 'done', text: text(known, 'result') };
    const { kind, mapping } = documentOf(row);
    const reports = readReports(body, mappingOf(kind, mapping));
    if (reports === null) return { kind: 'unreadable' };
    const now = parts.now();
    const posted: Posted[] = [];
    const result = parts.sql.transaction(() => {
      const results: Outcome[] = reports.map((report) => {
        const taken = takeReport(this.#context, report, `source:${id}`, now);
        posted.push(...taken.posted);
        return taken.outcome;
      });
      const told = JSON.stringify({ results });
      parts.sql.run(`DELETE FROM source_calls WHERE at < ?`, now - keepCalls);
      parts.sql.run(
        `INSERT INTO source_calls (source, call, at, result) VALUES (?, ?, ?, ?)`,
        id,
        call,
        now,
        told,
      );
      return told;
    });
    if (posted.length > 0) parts.later(outbox.dispatch(posted));
    return { kind: 'done', text: result };
  }

  #row(id: string): Row | null {
    return first(this.#context.parts.sql, `SELECT * FROM sources WHERE id = ?`, id);
  }

  #view(row: Row): object {
    const { sql, settings } = this.#context.parts;
    const { name, kind, mapping } = documentOf(row);
    const id = text(row, 'id');
    const whole = mappingOf(kind, mapping);
    const calls = sql.all(
      `SELECT call, at, result FROM source_calls WHERE source = ? ORDER BY at DESC LIMIT ?`,
      id,
      shownCalls,
    );
    const until = numberOrNull(row, 'previous_until');
    return {
      id,
      name,
      kind,
      url: `${settings.url}/in/${ownPrefix(sql)}${id}`,
      mapping: { ...whole, stages: Object.fromEntries(whole.stages) },
      previousSecretUntil: until !== null && until > this.#context.parts.now() ? iso(until) : null,
      createdAt: iso(number(row, 'created_at')),
      calls: calls.map((call) => ({
        id: text(call, 'call'),
        at: iso(number(call, 'at')),
        ...record(call, 'result'),
      })),
    };
  }
}

function isSame(expected: string, given: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(given)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function documentOf(row: Row): SourceDocument {
  const { name, kind, mapping } = record(row, 'document');
  const known = sourceKinds.find((one) => one === kind);
  if (known === undefined || typeof name !== 'string') throw new Error('A stored source no longer parses.');
  return { name, kind: known, mapping: mappingSchema.parse(mapping) };
}
