// The Desk as one actor meets it: what the API does, with the Desk's own question before each of it whether this actor may.
// Routes have asked already. That somebody comes so far who may not is a bug, so it throws and changes nothing; only
// what a document names is told back, which no route has read.
import { isRecord } from '@baton/schema';
import type { Occurrence } from '@baton/agreement';
import { authorOf, may, type Actor, type Right } from '../access/rights.ts';
import { withShownAddresses } from './export-workspace.ts';
import type { ChangesAsked } from './audit-query.ts';
import type { ChangeView } from './audit.ts';
import { AlertDeskFor } from './alerts/alert-desk-for.ts';
import { AttributeDeskFor } from './attributes/attribute-desk-for.ts';
import { CalibrationDeskFor } from './calibration/calibration-desk-for.ts';
import { CompanyDeskFor } from './companies/company-desk-for.ts';
import type { Desk } from './desk.ts';
import type { DestinationDesk, SavedDestination } from './destinations/destination-desk.ts';
import type { Replayed } from './destinations/replay-all.ts';
import type { Drafted } from './drafted-version.ts';
import type { DraftAnswer, PublishAnswer, Tryable, TryAnswer } from './form-desk.ts';
import type { Trying } from './try-form.ts';
import { ClockDeskFor } from './clocks/clock-desk-for.ts';
import { ExportDeskFor } from './export/export-desk-for.ts';
import { HandDeskFor } from './hands/hand-desk-for.ts';
import { HistoryDeskFor } from './history/history-desk-for.ts';
import { InboxDeskFor } from './inbox/inbox-desk-for.ts';
import { PeopleDeskFor } from './people/people-desk-for.ts';
import type { Imported } from './import-workspace.ts';
import type { Publishing } from './publish.ts';
import type { AllowedCheck } from './site-checks.ts';
import { ReportDeskFor } from './reports/report-desk-for.ts';
import { ReviewDeskFor } from './review/review-desk-for.ts';
import { TermsFor } from './terms/terms-for.ts';
import type { View } from './views.ts';

/** What everybody who may write forms may put into a document. */
const ofForms: ReadonlySet<string> = new Set(['$schema', 'format', 'attributes', 'forms']);

/** Parts of a document that the actor may not change. */
export type Forbidden = { readonly ok: false; readonly forbidden: readonly string[] };

export class DeskFor {
  /** What people do with leads. */
  readonly hands: HandDeskFor;
  /** Past leads, and what they suggest. */
  readonly history: HistoryDeskFor;
  /** Tables that are taken out. */
  readonly tables: ExportDeskFor;
  /** Who has which lead. */
  readonly clocks: ClockDeskFor;
  /** The agreement, from its draft to its signatures. */
  readonly terms: TermsFor;
  /** What outcomes say of the agreement's points and threshold. */
  readonly calibration: CalibrationDeskFor;
  /** Leads as sales works through them. */
  readonly inbox: InboxDeskFor;
  /** The numbers that both teams read. */
  readonly review: ReviewDeskFor;
  /** What has dropped or gone silent. */
  readonly alerts: AlertDeskFor;
  /** The weekly report. */
  readonly reports: ReportDeskFor;
  /** The catalogue of attributes. */
  readonly attributes: AttributeDeskFor;
  /** Companies and target accounts. */
  readonly companies: CompanyDeskFor;
  /** The workspace's people and teams. */
  readonly people: PeopleDeskFor;
  readonly #desk: Desk;
  readonly #actor: Actor;

  constructor(desk: Desk, actor: Actor) {
    this.#desk = desk;
    this.#actor = actor;
    this.hands = new HandDeskFor((right) => this.#ask(right), actor);
    this.history = new HistoryDeskFor((right) => this.#ask(right).history, actor);
    this.tables = new ExportDeskFor((right) => this.#ask(right).tables, actor);
    this.clocks = new ClockDeskFor((right) => this.#ask(right).clocks, actor);
    this.terms = new TermsFor(desk.terms, actor);
    this.calibration = new CalibrationDeskFor((right) => this.#ask(right).calibration, actor);
    this.inbox = new InboxDeskFor((right) => this.#ask(right).inbox, actor);
    this.review = new ReviewDeskFor((right) => this.#ask(right).review, actor);
    this.alerts = new AlertDeskFor((right) => this.#ask(right).alerts, actor);
    this.reports = new ReportDeskFor((right) => this.#ask(right).reports, actor);
    this.attributes = new AttributeDeskFor((right) => this.#ask(right).attributes, actor);
    this.companies = new CompanyDeskFor((right) => this.#ask(right).companies, actor);
    this.people = new PeopleDeskFor((right) => this.#ask(right).people, actor);
  }

  #ask(right: Right): Desk {
    if (!may(this.#actor, right)) throw new Error(`${authorOf(this.#actor)} may not: ${right}.`);
    return this.#desk;
  }

  leads(query: Parameters<Desk['leads']>[0]): ReturnType<Desk['leads']> {
    return this.#ask('leads.read').leads(query);
  }

  lead(id: string): View | null {
    return this.#ask('leads.read').lead(id);
  }

  submissions(query: Parameters<Desk['submissions']>[0]): ReturnType<Desk['submissions']> {
    return this.#ask('leads.read').submissions(query);
  }

  deliveries(query: Parameters<Desk['deliveries']>[0]): ReturnType<Desk['deliveries']> {
    return this.#ask('leads.read').deliveries(query);
  }

  replay(delivery: string): boolean {
    return this.#ask('deliveries.replay').replay(delivery, authorOf(this.#actor));
  }

  destinations(): string {
    return this.#ask('workspace.read').destinations.list(may(this.#actor, 'workspace.write'));
  }

  saveDestination(id: string, given: unknown): SavedDestination {
    return this.#ask('workspace.write').destinations.save(id, given, authorOf(this.#actor));
  }

  removeDestination(id: string): boolean {
    return this.#ask('workspace.write').destinations.remove(id, authorOf(this.#actor));
  }

  pauseDestination(id: string, paused: boolean): boolean {
    return this.#ask('workspace.write').destinations.pause(id, paused, authorOf(this.#actor));
  }

  rotateSecret(id: string): ReturnType<DestinationDesk['rotate']> {
    return this.#ask('workspace.write').destinations.rotate(id, authorOf(this.#actor));
  }

  testDestination(id: string): ReturnType<DestinationDesk['test']> {
    const asker = this.#actor.kind === 'person' ? this.#actor.email : 'An admin';
    return this.#ask('workspace.write').destinations.test(id, asker);
  }

  replayAll(destination: string | null): Replayed {
    return this.#ask('deliveries.replay').destinations.replayAll(destination, authorOf(this.#actor));
  }

  recordOfLead(email: string, occurrences: readonly Occurrence[]): boolean {
    return this.#ask('behaviours.report').recordOfLead(email, occurrences);
  }

  exportWorkspace(): View {
    const view = this.#ask('workspace.read').exportWorkspace();
    return may(this.#actor, 'workspace.write') ? view : withShownAddresses(view);
  }

  importWorkspace(document: unknown): Imported | Forbidden {
    const desk = this.#ask('forms.write');
    if (!may(this.#actor, 'workspace.write') && isRecord(document)) {
      const forbidden = Object.keys(document).filter((key) => !ofForms.has(key));
      if (forbidden.length > 0) return { ok: false, forbidden };
    }
    // A signature is a person's, and so is the word for one.
    return desk.importWorkspace(document, authorOf(this.#actor), this.#actor.kind !== 'key');
  }

  forms(): string {
    return this.#ask('workspace.read').forms.list();
  }

  formNumbers(form: string, days: number): string | null {
    return this.#ask('workspace.read').forms.numbers(form, days);
  }

  draft(form: string): string | null {
    return this.#ask('workspace.read').forms.draft(form);
  }

  saveDraft(form: string, revision: number | null, document: unknown, base?: number | null): DraftAnswer {
    const author = authorOf(this.#actor);
    return this.#ask('forms.write').forms.saveDraft(form, revision, document, author, base);
  }

  drafted(form: string, revision: number | null): Drafted | null {
    return this.#ask('workspace.read').forms.drafted(form, revision);
  }

  tryOut(form: string, what: Tryable, trying: Trying): TryAnswer | null {
    // What is tried is judged with what is known of the leads.
    this.#ask('leads.read');
    return this.#ask('workspace.read').forms.tryOut(form, what, trying);
  }

  allowSiteCheck(form: string): AllowedCheck | null {
    return this.#ask('forms.write').forms.allowSiteCheck(form);
  }

  dropDraft(form: string): boolean {
    return this.#ask('forms.write').forms.dropDraft(form, authorOf(this.#actor));
  }

  publishForm(form: string, asked: Omit<Publishing, 'author'>): PublishAnswer | null {
    return this.#ask('forms.write').forms.publish(form, { ...asked, author: authorOf(this.#actor) });
  }

  cancelSchedule(form: string): boolean {
    return this.#ask('forms.write').forms.cancelSchedule(form, authorOf(this.#actor));
  }

  versions(form: string): string | null {
    return this.#ask('workspace.read').forms.versions(form);
  }

  version(form: string, version: number): string | null {
    return this.#ask('workspace.read').forms.version(form, version);
  }

  compareVersions(form: string, from: number, to: number | null): string | null {
    return this.#ask('workspace.read').forms.compare(form, from, to);
  }

  restoreVersion(form: string, version: number, revision: number): DraftAnswer | null {
    return this.#ask('forms.write').forms.restore(form, version, revision, authorOf(this.#actor));
  }

  changes(asked: ChangesAsked): ChangeView[] {
    return this.#ask('audit.read').changes(asked);
  }
}
