// What people do with leads as one actor meets it: with the question before each of it whether they may.
import { authorOf, type Actor, type Right } from '../../access/rights.ts';
import type { Desk } from '../desk.ts';
import type { SourceDocument } from '../sources/source-desk.ts';
import type { Verdict } from '../verdicts.ts';
import type { AddedLead } from './add-lead.ts';
import type { HandAnswer } from './answer.ts';
import type { HandDesk } from './hand-desk.ts';
import type { ImportedLeads, LeadRows } from './import-leads.ts';
import type { LedgerQuery } from './ledger-view.ts';
import type { Move } from './move-stage.ts';
import type { QuestionsQuery } from './note-view.ts';
import type { NewNote, Writer } from './notes.ts';

export class HandDeskFor {
  readonly #desk: (right: Right) => Desk;
  readonly #actor: Actor;

  /** @param ask throws when the actor does not have the right */
  constructor(ask: (right: Right) => Desk, actor: Actor) {
    this.#desk = ask;
    this.#actor = actor;
  }

  #ask(right: Right): HandDesk {
    return this.#desk(right).hands;
  }

  sources(): HandAnswer {
    return this.#desk('workspace.read').sources.list();
  }

  saveSource(id: string, document: SourceDocument): HandAnswer {
    return this.#desk('workspace.write').sources.save(id, document, authorOf(this.#actor));
  }

  rotateSource(id: string): HandAnswer {
    return this.#desk('workspace.write').sources.rotate(id, authorOf(this.#actor));
  }

  removeSource(id: string): HandAnswer {
    return this.#desk('workspace.write').sources.remove(id, authorOf(this.#actor));
  }

  erase(lead: string): HandAnswer {
    return this.#ask('leads.erase').erase(lead, authorOf(this.#actor));
  }

  exportLead(lead: string): HandAnswer {
    return this.#ask('leads.erase').exportLead(lead);
  }

  verdict(handoff: string, verdict: Verdict): HandAnswer {
    return this.#ask('leads.write').verdict(handoff, authorOf(this.#actor), verdict);
  }

  undoVerdict(handoff: string): HandAnswer {
    return this.#ask('leads.write').undoVerdict(handoff, authorOf(this.#actor));
  }

  moveStage(lead: string, move: Move): HandAnswer {
    return this.#ask('leads.write').moveStage(lead, authorOf(this.#actor), move);
  }

  writeNote(lead: string, note: NewNote): HandAnswer {
    return this.#ask('leads.write').writeNote(lead, writerOf(this.#actor), note);
  }

  answerNote(note: string, text: string): HandAnswer {
    return this.#ask('leads.write').answerNote(note, writerOf(this.#actor), text);
  }

  questions(query: QuestionsQuery): HandAnswer {
    return this.#ask('leads.read').questions(query);
  }

  release(submission: string): HandAnswer {
    return this.#ask('leads.write').release(submission, authorOf(this.#actor));
  }

  confirm(submission: string): HandAnswer {
    return this.#ask('leads.write').confirm(submission, authorOf(this.#actor));
  }

  judgeAgain(submission: string): HandAnswer {
    return this.#ask('leads.write').judgeAgain(submission);
  }

  trusted(): HandAnswer {
    return this.#ask('leads.read').trusted();
  }

  removeTrusted(id: string): HandAnswer {
    return this.#ask('leads.write').removeTrusted(id, authorOf(this.#actor));
  }

  ledger(query: LedgerQuery): HandAnswer {
    return this.#ask('leads.read').ledger(query);
  }

  addLead(lead: AddedLead): HandAnswer {
    return this.#ask('leads.write').addLead(authorOf(this.#actor), lead);
  }

  importLeads(rows: LeadRows): ImportedLeads {
    return this.#ask('leads.write').importLeads(authorOf(this.#actor), rows);
  }

  merge(lead: string, other: string): HandAnswer {
    return this.#ask('leads.write').merge(lead, authorOf(this.#actor), other);
  }

  unmerge(lead: string): HandAnswer {
    return this.#ask('leads.write').unmerge(lead, authorOf(this.#actor));
  }

  duplicates(lead: string): HandAnswer {
    return this.#ask('leads.read').duplicates(lead);
  }

  timeline(lead: string, query: { readonly limit: number; readonly before: string | null }): HandAnswer {
    return this.#ask('leads.read').timeline(lead, query);
  }
}

/** Marketing and sales speak for their side, all others for neither. */
function writerOf(actor: Actor): Writer {
  const role = actor.kind === 'person' ? actor.role : null;
  return { by: authorOf(actor), side: role === 'marketing' || role === 'sales' ? role : null };
}
