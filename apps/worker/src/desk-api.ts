// What the API asks of a Desk: whoever acts is asked for at the Desk again, and answers leave as JSON.
import type { ChangesAsked } from './desk/audit-query.ts';
import type { Occurrence } from '@baton/agreement';
import type { Actor } from './access/rights.ts';
import type { Desk } from './desk/desk.ts';
import type { SavedDestination } from './desk/destinations/destination-desk.ts';
import type { Replayed } from './desk/destinations/replay-all.ts';
import type { TestResult } from './desk/destinations/test-destination.ts';
import type { DraftAnswer, PublishAnswer, Tryable, TryAnswer } from './desk/form-desk.ts';
import type { Trying } from './desk/try-form.ts';
import type { Publishing } from './desk/publish.ts';
import type { AllowedCheck } from './desk/site-checks.ts';
import { scriptCall, type DraftScript, type DraftWish } from './render-form.ts';
import { DeskAttributes } from './desk-attributes.ts';

export class DeskApi extends DeskAttributes {
  recordOfLead(actor: Actor, email: string, occurrences: readonly Occurrence[]): boolean {
    return this.desk.as(actor).recordOfLead(email, occurrences);
  }

  forms(actor: Actor): string {
    return this.desk.as(actor).forms();
  }

  formNumbers(actor: Actor, form: string, days: number): string | null {
    return this.desk.as(actor).formNumbers(form, days);
  }

  draft(actor: Actor, form: string): string | null {
    return this.desk.as(actor).draft(form);
  }

  saveDraft(
    actor: Actor,
    form: string,
    revision: number | null,
    document: unknown,
    base?: number | null,
  ): DraftAnswer {
    return this.desk.as(actor).saveDraft(form, revision, document, base);
  }

  draftScript(actor: Actor, form: string, { revision, language, mode }: DraftWish): DraftScript {
    const drafted = this.desk.as(actor).drafted(form, revision);
    if (drafted?.kind !== 'version') return drafted;
    const wish = { hosted: false, api: false, mode };
    return { kind: 'script', call: scriptCall(drafted.version, language, wish) };
  }

  tryForm(actor: Actor, form: string, what: Tryable, trying: Trying): TryAnswer | null {
    return this.desk.as(actor).tryOut(form, what, trying);
  }

  allowSiteCheck(actor: Actor, form: string): AllowedCheck | null {
    return this.desk.as(actor).allowSiteCheck(form);
  }

  dropDraft(actor: Actor, form: string): boolean {
    return this.desk.as(actor).dropDraft(form);
  }

  publishForm(actor: Actor, form: string, asked: Omit<Publishing, 'author'>): PublishAnswer | null {
    return this.desk.as(actor).publishForm(form, asked);
  }

  cancelSchedule(actor: Actor, form: string): boolean {
    return this.desk.as(actor).cancelSchedule(form);
  }

  versions(actor: Actor, form: string): string | null {
    return this.desk.as(actor).versions(form);
  }

  version(actor: Actor, form: string, version: number): string | null {
    return this.desk.as(actor).version(form, version);
  }

  compareVersions(actor: Actor, form: string, from: number, to: number | null): string | null {
    return this.desk.as(actor).compareVersions(form, from, to);
  }

  restoreVersion(actor: Actor, form: string, version: number, revision: number): DraftAnswer | null {
    return this.desk.as(actor).restoreVersion(form, version, revision);
  }

  importWorkspace(actor: Actor, document: unknown): string {
    return JSON.stringify(this.desk.as(actor).importWorkspace(document));
  }

  exportWorkspace(actor: Actor): string {
    return JSON.stringify(this.desk.as(actor).exportWorkspace());
  }

  leads(actor: Actor, query: Parameters<Desk['leads']>[0]): string | null {
    return listed(this.desk.as(actor).leads(query));
  }

  lead(actor: Actor, id: string): string | null {
    const lead = this.desk.as(actor).lead(id);
    return lead === null ? null : JSON.stringify(lead);
  }

  submissions(actor: Actor, query: Parameters<Desk['submissions']>[0]): string | null {
    return listed(this.desk.as(actor).submissions(query));
  }

  deliveries(actor: Actor, query: Parameters<Desk['deliveries']>[0]): string | null {
    return listed(this.desk.as(actor).deliveries(query));
  }

  replay(actor: Actor, delivery: string): boolean {
    return this.desk.as(actor).replay(delivery);
  }

  destinations(actor: Actor): string {
    return this.desk.as(actor).destinations();
  }

  saveDestination(actor: Actor, id: string, given: unknown): SavedDestination {
    return this.desk.as(actor).saveDestination(id, given);
  }

  removeDestination(actor: Actor, id: string): boolean {
    return this.desk.as(actor).removeDestination(id);
  }

  pauseDestination(actor: Actor, id: string, paused: boolean): boolean {
    return this.desk.as(actor).pauseDestination(id, paused);
  }

  rotateSecret(actor: Actor, id: string): { readonly secret: string; readonly until: string } | null {
    return this.desk.as(actor).rotateSecret(id);
  }

  async testDestination(actor: Actor, id: string): Promise<TestResult | null> {
    return this.desk.as(actor).testDestination(id);
  }

  replayAll(actor: Actor, destination: string | null): Replayed {
    return this.desk.as(actor).replayAll(destination);
  }

  /** Changes before an id, the latest first, as JSON. */
  changes(actor: Actor, asked: ChangesAsked): string {
    return JSON.stringify(this.desk.as(actor).changes(asked));
  }
}

/** A page of a list as JSON; null when it was to go on from what is not there. */
function listed(page: object | null): string | null {
  return page === null ? null : JSON.stringify(page);
}
