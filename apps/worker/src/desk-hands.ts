// What the API asks of a Desk about leads at work: whoever acts is asked for at the Desk again.
import type { Actor } from './access/rights.ts';
import type { AddedLead } from './desk/hands/add-lead.ts';
import type { HandAnswer } from './desk/hands/answer.ts';
import type { ImportedLeads, LeadRows } from './desk/hands/import-leads.ts';
import type { LedgerQuery } from './desk/hands/ledger-view.ts';
import type { Move } from './desk/hands/move-stage.ts';
import type { QuestionsQuery } from './desk/hands/note-view.ts';
import type { NewNote } from './desk/hands/notes.ts';
import type { Call, Called, SourceDocument } from './desk/sources/source-desk.ts';
import type { Verdict } from './desk/verdicts.ts';
import { DeskClocks } from './desk-clocks.ts';

export class DeskHands extends DeskClocks {
  verdictByApi(actor: Actor, handoff: string, verdict: Verdict): HandAnswer {
    return this.desk.as(actor).hands.verdict(handoff, verdict);
  }

  undoVerdictByApi(actor: Actor, handoff: string): HandAnswer {
    return this.desk.as(actor).hands.undoVerdict(handoff);
  }

  moveStage(actor: Actor, lead: string, move: Move): HandAnswer {
    return this.desk.as(actor).hands.moveStage(lead, move);
  }

  writeNote(actor: Actor, lead: string, note: NewNote): HandAnswer {
    return this.desk.as(actor).hands.writeNote(lead, note);
  }

  answerNote(actor: Actor, note: string, text: string): HandAnswer {
    return this.desk.as(actor).hands.answerNote(note, text);
  }

  questions(actor: Actor, query: QuestionsQuery): HandAnswer {
    return this.desk.as(actor).hands.questions(query);
  }

  releaseSubmission(actor: Actor, submission: string): HandAnswer {
    return this.desk.as(actor).hands.release(submission);
  }

  confirmSubmission(actor: Actor, submission: string): HandAnswer {
    return this.desk.as(actor).hands.confirm(submission);
  }

  judgeAgain(actor: Actor, submission: string): HandAnswer {
    return this.desk.as(actor).hands.judgeAgain(submission);
  }

  trusted(actor: Actor): HandAnswer {
    return this.desk.as(actor).hands.trusted();
  }

  removeTrusted(actor: Actor, id: string): HandAnswer {
    return this.desk.as(actor).hands.removeTrusted(id);
  }

  ledger(actor: Actor, query: LedgerQuery): HandAnswer {
    return this.desk.as(actor).hands.ledger(query);
  }

  addLead(actor: Actor, lead: AddedLead): HandAnswer {
    return this.desk.as(actor).hands.addLead(lead);
  }

  importLeads(actor: Actor, rows: LeadRows): ImportedLeads {
    return this.desk.as(actor).hands.importLeads(rows);
  }

  sources(actor: Actor): HandAnswer {
    return this.desk.as(actor).hands.sources();
  }

  saveSource(actor: Actor, id: string, document: SourceDocument): HandAnswer {
    return this.desk.as(actor).hands.saveSource(id, document);
  }

  rotateSource(actor: Actor, id: string): HandAnswer {
    return this.desk.as(actor).hands.rotateSource(id);
  }

  removeSource(actor: Actor, id: string): HandAnswer {
    return this.desk.as(actor).hands.removeSource(id);
  }

  eraseLead(actor: Actor, lead: string): HandAnswer {
    return this.desk.as(actor).hands.erase(lead);
  }

  exportLead(actor: Actor, lead: string): HandAnswer {
    return this.desk.as(actor).hands.exportLead(lead);
  }

  /** No actor: the signature says who calls. */
  isSigned(source: string, call: Call): boolean {
    return this.desk.sources.isSigned(source, call);
  }

  /** @param body JSON that has been read already, and is good */
  takeReports(source: string, call: string, body: string): Called {
    return this.desk.sources.take(source, call, JSON.parse(body));
  }

  mergeLeads(actor: Actor, lead: string, other: string): HandAnswer {
    return this.desk.as(actor).hands.merge(lead, other);
  }

  unmergeLead(actor: Actor, lead: string): HandAnswer {
    return this.desk.as(actor).hands.unmerge(lead);
  }

  duplicates(actor: Actor, lead: string): HandAnswer {
    return this.desk.as(actor).hands.duplicates(lead);
  }

  timeline(
    actor: Actor,
    lead: string,
    query: { readonly limit: number; readonly before: string | null },
  ): HandAnswer {
    return this.desk.as(actor).hands.timeline(lead, query);
  }
}
