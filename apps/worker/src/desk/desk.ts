// The Desk: a workspace's single writer. It loads, calls and stores; every decision is a pure function elsewhere.
import type { Occurrence } from '@baton/agreement';
import { authorOf, type Actor } from '../access/rights.ts';
import { listChanges, recordChange, type ChangeView } from './audit.ts';
import type { ChangesAsked } from './audit-query.ts';
import { nextQuestions } from './asking.ts';
import type { Context } from './context.ts';
import { AlertDesk } from './alerts/alert-desk.ts';
import { AttributeDesk } from './attributes/attribute-desk.ts';
import { CalibrationDesk } from './calibration/calibration-desk.ts';
import { CompanyDesk } from './companies/company-desk.ts';
import { sumCompanies } from './companies/company-sums.ts';
import { count, type CountEvent } from './counts.ts';
import { DeskFor } from './desk-for.ts';
import { ExportDesk } from './export/export-desk.ts';
import { DestinationDesk } from './destinations/destination-desk.ts';
import { Documents } from './documents.ts';
import type { PublishedVersion } from './published-version.ts';
import { ClockDesk } from './clocks/clock-desk.ts';
import { runClocks } from './clocks/run-clocks.ts';
import { dueNow, nextDue } from './due-work.ts';
import { warmDerivation } from './derived.ts';
import { exportWorkspace } from './export-workspace.ts';
import { importWorkspace, type Imported } from './import-workspace.ts';
import { judgeUnagreed } from './judge-unagreed.ts';
import { FormDesk } from './form-desk.ts';
import { followUp } from './follow-up.ts';
import { forgetOld } from './forget-old.ts';
import { Turns } from './in-turns.ts';
import { HandDesk } from './hands/hand-desk.ts';
import { HistoryDesk } from './history/history-desk.ts';
import { Intake } from './intake.ts';
import { againAfter, IntakeDesk } from './intake-desk.ts';
import { lookups } from './intake-lookups.ts';
import { InboxDesk } from './inbox/inbox-desk.ts';
import { watchTables } from './inbox/watched-sql.ts';
import { bugLine } from '../log.ts';
import { checkLedger } from './ledger-balance.ts';
import { Outbox, type Posted } from './outbox.ts';
import type { Parts } from './parts.ts';
import { challengeFor, type Challenge } from './proofs.ts';
import { knowMembers, type Member } from './people/members.ts';
import { PeopleDesk } from './people/people-desk.ts';
import { publishScheduled } from './publish-scheduled.ts';
import { recordOfLead, recordOfVisitor } from './record-behaviours.ts';
import { refreshLeads } from './refresh-leads.ts';
import { ReportDesk } from './reports/report-desk.ts';
import { Remembered } from './remembered.ts';
import { rescore } from './rescore.ts';
import { ReviewDesk } from './review/review-desk.ts';
import { RowIds } from './row-ids.ts';
import { migrate } from './schema.ts';
import { first, text } from './sql.ts';
import { SourceDesk } from './sources/source-desk.ts';
import { TermsDesk } from './terms/terms-desk.ts';
import { isWorkAsked } from './suspicion.ts';
import { VerdictDesk } from './verdict-desk.ts';
import { VerdictLinks } from './verdict-links.ts';
import { Fresh } from './waiting-delivery.ts';
import { beWorkspace, ownPrefix, workspaceOf } from './workspace-of.ts';
import { leadByPublicId, listDeliveries, listLeads, listSubmissions, type View } from './views.ts';

/** How many due things one turn of the alarm takes up. */
const alarmBatch = 256;

export class Desk {
  /** What visitors send. */
  readonly intake: IntakeDesk;
  /** What the links of notifications open. */
  readonly verdicts: VerdictDesk;
  /** Forms as the editor works on them. */
  readonly forms: FormDesk;
  /** Where notifications go, as they are looked after. */
  readonly destinations: DestinationDesk;
  /** The catalogue of attributes. */
  readonly attributes: AttributeDesk;
  /** Companies, and which of them are wanted. */
  readonly companies: CompanyDesk;
  /** The workspace's people and teams. */
  readonly people: PeopleDesk;
  /** What people do with leads. */
  readonly hands: HandDesk;
  /** Past leads, and what they suggest. */
  readonly history: HistoryDesk;
  /** Tables that are taken out. */
  readonly tables: ExportDesk;
  /** Systems that report what became of leads. */
  readonly sources: SourceDesk;
  /** The agreement, from its draft to its signatures. */
  readonly terms: TermsDesk;
  /** What outcomes say of the agreement's points and threshold. */
  readonly calibration: CalibrationDesk;
  /** Leads as sales works through them. */
  readonly inbox: InboxDesk;
  /** The numbers that both teams read. */
  readonly review: ReviewDesk;
  /** What has dropped or gone silent, and who is told. */
  readonly alerts: AlertDesk;
  /** The weekly report to both teams. */
  readonly reports: ReportDesk;
  /** Who has which lead, and for how long they may. */
  readonly clocks: ClockDesk;
  /** Of work that takes long; visitors go before it. */
  readonly turns = new Turns();
  readonly #context: Context;

  constructor(given: Parts) {
    const intake = new Intake(given.sql, lookups, (error, id) => {
      given.log(bugLine(error, `intake ${id}`));
      given.wake(given.now() + againAfter);
    });
    migrate(given.sql);
    const { sql, writes } = watchTables(intake.sql, {
      inbox: ['leads', 'handoffs', 'inbox_views', 'people', 'teams'],
      review: ['leads', 'handoffs', 'stage_changes', 'submissions', 'notes', 'companies', 'agreements'],
    });
    const parts = { ...given, sql };
    const rows = new RowIds(parts.sql, (table) => intake.lastClaimed(table));
    const documents = new Documents(parts);
    const unfiled: Pick<Context, 'fresh' | 'isUnfiled'> = {
      fresh: intake.remember((isAsked) => new Fresh(isAsked)),
      isUnfiled: (table, id) => intake.hasFailed(table, id),
    };
    this.#context = {
      parts,
      rows,
      documents,
      outbox: new Outbox(parts, documents, rows, unfiled),
      links: new VerdictLinks(parts),
      meet: (lead) => intake.meet(lead),
      ...unfiled,
      dealt: {
        turns: intake.remember((isAsked) => new Remembered(isAsked)),
        given: intake.remember((isAsked) => new Remembered(isAsked)),
      },
      turns: this.turns,
    };
    this.intake = new IntakeDesk(this.#context, intake);
    this.verdicts = new VerdictDesk(this.#context);
    this.forms = new FormDesk(this.#context);
    this.destinations = new DestinationDesk(this.#context);
    this.attributes = new AttributeDesk(this.#context);
    this.companies = new CompanyDesk(this.#context);
    this.people = new PeopleDesk(this.#context);
    this.hands = new HandDesk(this.#context);
    this.history = new HistoryDesk(this.#context);
    this.tables = new ExportDesk(this.#context);
    this.clocks = new ClockDesk(this.#context);
    this.sources = new SourceDesk(this.#context);
    this.terms = new TermsDesk(this.#context, () => this.rest());
    this.calibration = new CalibrationDesk(this.#context);
    this.inbox = new InboxDesk(this.#context, () => writes('inbox'));
    this.review = new ReviewDesk(this.#context, () => writes('review'));
    this.alerts = new AlertDesk(this.#context);
    this.reports = new ReportDesk(this.#context, this.review, this.alerts.links);
    // The first look at a time zone or a job title costs tens of milliseconds; no visitor should wait for it.
    documents.inForce()?.judge.hours.localDay(parts.now());
    warmDerivation();
    this.rest();
  }

  beWorkspace(workspace: string): void {
    beWorkspace(this.#context.parts.sql, workspace);
  }

  /** Told by the Gate: all who come in. */
  knowMembers(members: readonly Member[]): void {
    knowMembers(this.#context, members);
  }

  /** What stands before the names of its forms in addresses. */
  prefix(): string {
    return ownPrefix(this.#context.parts.sql);
  }

  /** The workspace's name; null before there is one. */
  name(): string | null {
    const row = first(this.#context.parts.sql, `SELECT value FROM facts WHERE key = 'name'`);
    return row === null ? null : text(row, 'value');
  }

  /** The id under which the Gate knows this workspace. */
  workspace(): string {
    return workspaceOf(this.#context.parts.sql);
  }

  /** A form as it is served; null when it was never published. */
  published(form: string): PublishedVersion | null {
    return this.#context.documents.published(form);
  }

  /** The Desk as this actor meets it: with the question before everything whether they may. */
  as(actor: Actor): DeskFor {
    if (actor.workspace !== workspaceOf(this.#context.parts.sql)) {
      throw new Error(`${authorOf(actor)} acts on another workspace.`);
    }
    return new DeskFor(this, actor);
  }

  /** @param author their name in the audit
   * @param vouches whether they stand up for the signatures that an agreement carries */
  importWorkspace(document: unknown, author = 'owner', vouches = author === 'owner'): Imported {
    const { parts, documents, outbox } = this.#context;
    const { result: imported, posted } = parts.sql.transaction(() =>
      this.terms.tellImport(() => {
        const result = importWorkspace(parts, documents, document, { author, vouches });
        return { result, agreement: result.ok ? result.agreement : null };
      }),
    );
    if (posted.length > 0) parts.later(outbox.dispatch(posted));
    this.terms.resume();
    this.rest();
    return imported;
  }

  exportWorkspace(): View {
    return exportWorkspace(this.#context);
  }

  leads(query: Parameters<typeof listLeads>[1]): ReturnType<typeof listLeads> {
    return listLeads(this.#context, query);
  }

  lead(publicId: string): View | null {
    return leadByPublicId(this.#context, publicId);
  }

  submissions(query: Parameters<typeof listSubmissions>[1]): ReturnType<typeof listSubmissions> {
    return listSubmissions(this.#context, query);
  }

  deliveries(query: Parameters<typeof listDeliveries>[1]): ReturnType<typeof listDeliveries> {
    return listDeliveries(this.#context, query);
  }

  /** Changes to the workspace, the latest first. */
  changes(asked: ChangesAsked): ChangeView[] {
    return listChanges(this.#context.parts, asked);
  }

  /** Sends a dead letter on its way again. False when there is no such dead letter. */
  replay(publicId: string, author = 'owner'): boolean {
    const { parts, outbox } = this.#context;
    const posted = parts.sql.transaction(() => {
      const found = outbox.replay(publicId, parts.now());
      if (found !== null) recordChange(parts, author, { action: 'delivery.replayed', subject: publicId });
      return found;
    });
    if (posted === null) return false;
    parts.later(outbox.dispatch([posted]));
    return true;
  }

  /** A challenge for the form's proof of work; null when it asks for none. */
  challenge(form: string): Challenge | null {
    const { parts, documents } = this.#context;
    const protection = documents.published(form)?.form.protection;
    return protection !== undefined && isWorkAsked(protection.proofOfWork)
      ? challengeFor(parts.sql, form, protection, parts.now())
      : null;
  }

  /** What a browser is asked next; null when the form was never published. */
  nextQuestions(form: string, token: string | null): ReturnType<typeof nextQuestions> {
    return nextQuestions(this.#context, form, token);
  }

  recordOfVisitor(token: string, occurrences: readonly Occurrence[]): void {
    recordOfVisitor(this.#context, token, occurrences);
  }

  /** False when no lead has the address. */
  recordOfLead(email: string, occurrences: readonly Occurrence[]): boolean {
    return recordOfLead(this.#context, email, occurrences);
  }

  count(form: string, version: number, event: CountEvent, step: string | null): void {
    count(this.#context, form, version, event, step);
  }

  /** Throws when storage cannot be written. */
  checkHealth(): void {
    const { parts } = this.#context;
    parts.sql.run(
      `INSERT INTO facts (key, value) VALUES ('healthy_at', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
      String(parts.now()),
    );
  }

  /** The alarm: takes up what is due, and sets itself for what is not. Tries go on after it has returned. */
  alarm(): void {
    const { parts, outbox } = this.#context;
    const now = parts.now();
    this.intake.fileFailed(now);
    const due = dueNow(parts.sql, now, alarmBatch);
    if (due.some((item) => item.kind === 'judge'))
      parts.later(outbox.dispatch(judgeUnagreed(this.#context, now)));
    if (due.some((item) => item.kind === 'rescore')) rescore(this.#context, now);
    if (due.some((item) => item.kind === 'refresh')) refreshLeads(this.#context, now);
    if (due.some((item) => item.kind === 'forget')) parts.sql.transaction(() => forgetOld(parts.sql, now));
    if (due.some((item) => item.kind === 'ledger'))
      parts.later(outbox.dispatch(parts.sql.transaction(() => this.#endDay(now))));
    if (due.some((item) => item.kind === 'watch')) {
      this.alerts.look(now, this.reports.nextAt(now));
      this.reports.takeUp(now);
    }
    if (due.some((item) => item.kind === 'publish')) publishScheduled(this.#context, now);
    this.terms.takeUp(new Set(due.map(({ kind }) => kind)), now);
    const leads = due.filter((item) => item.kind === 'follow').map((item) => item.subject);
    if (leads.length > 0) parts.later(outbox.dispatch(followUp(this.#context, leads, now)));
    const clocks = due.filter((item) => item.kind === 'clock').map((item) => item.subject);
    if (clocks.length > 0) parts.later(outbox.dispatch(runClocks(this.#context, clocks, now)));
    outbox.resume(now);
    sumCompanies(parts.sql);
    this.rest();
  }

  /** The day's ledger, and whoever looks on from then on: all of it or nothing, as nothing else would begin it. */
  #endDay(now: number): Posted[] {
    const posted = checkLedger(this.#context, now);
    if (this.alerts.ensureWatch(now)) this.reports.begin(now);
    return posted;
  }

  /** Sets the alarm for the earliest thing due. */
  rest(): void {
    const { parts, outbox } = this.#context;
    const at = [nextDue(parts.sql), outbox.nextDue(parts.now())].filter((one) => one !== null);
    if (at.length > 0) parts.wake(Math.min(...at));
  }
}
