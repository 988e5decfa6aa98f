// The Desk's side of what people do with leads: verdicts, stages, notes and questions, and all that happened to a lead.
import type { Context } from '../context.ts';
import type { Verdict } from '../verdicts.ts';
import { listTrusted, removeTrusted } from '../trusted.ts';
import { duplicatesOf } from '../merging/duplicates.ts';
import { mergeLeads } from '../merging/merge.ts';
import { unmergeLead } from '../merging/unmerge.ts';
import { addLead, type AddedLead } from './add-lead.ts';
import { done, unknown, type HandAnswer } from './answer.ts';
import { eraseLead } from './erase-lead.ts';
import { exportLead } from './export-lead.ts';
import { importLeads, type ImportedLeads, type LeadRows } from './import-leads.ts';
import { ledgerOf, type LedgerQuery } from './ledger-view.ts';
import { moveStage, type Move } from './move-stage.ts';
import { listQuestions, type QuestionsQuery } from './note-view.ts';
import { answerNote, writeNote, type NewNote, type Writer } from './notes.ts';
import { confirmSubmission, judgeAgain, releaseSubmission } from './quarantine.ts';
import { timelineOf } from './timeline.ts';
import { undoByApi, verdictByApi } from './verdict-by-api.ts';

export class HandDesk {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  verdict(handoff: string, by: string, verdict: Verdict): HandAnswer {
    return verdictByApi(this.#context, handoff, by, verdict);
  }

  undoVerdict(handoff: string, by: string): HandAnswer {
    return undoByApi(this.#context, handoff, by);
  }

  moveStage(lead: string, by: string, move: Move): HandAnswer {
    return moveStage(this.#context, lead, by, move);
  }

  writeNote(lead: string, writer: Writer, note: NewNote): HandAnswer {
    return writeNote(this.#context, lead, writer, note);
  }

  answerNote(note: string, writer: Writer, text: string): HandAnswer {
    return answerNote(this.#context, note, writer, text);
  }

  questions(query: QuestionsQuery): HandAnswer {
    return listQuestions(this.#context, query);
  }

  release(submission: string, by: string): HandAnswer {
    return releaseSubmission(this.#context, submission, by);
  }

  confirm(submission: string, by: string): HandAnswer {
    return confirmSubmission(this.#context, submission, by);
  }

  judgeAgain(submission: string): HandAnswer {
    return judgeAgain(this.#context, submission);
  }

  trusted(): HandAnswer {
    return done({ trusted: listTrusted(this.#context) });
  }

  removeTrusted(id: string, by: string): HandAnswer {
    return removeTrusted(this.#context, id, by) ? done({ removed: id }) : unknown('entry');
  }

  ledger(query: LedgerQuery): HandAnswer {
    return ledgerOf(this.#context, query);
  }

  addLead(by: string, lead: AddedLead): HandAnswer {
    return addLead(this.#context, by, lead);
  }

  importLeads(by: string, rows: LeadRows): ImportedLeads {
    return importLeads(this.#context, by, rows);
  }

  erase(lead: string, by: string): HandAnswer {
    return eraseLead(this.#context, lead, by);
  }

  exportLead(lead: string): HandAnswer {
    return exportLead(this.#context, lead);
  }

  merge(lead: string, by: string, other: string): HandAnswer {
    return mergeLeads(this.#context, lead, by, other);
  }

  unmerge(lead: string, by: string): HandAnswer {
    return unmergeLead(this.#context, lead, by);
  }

  duplicates(lead: string): HandAnswer {
    return duplicatesOf(this.#context, lead);
  }

  timeline(lead: string, query: { readonly limit: number; readonly before: string | null }): HandAnswer {
    return timelineOf(this.#context, lead, query);
  }
}
