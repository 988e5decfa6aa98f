// The Desk's side of what people do with leads: verdicts, stages, notes and questions, and all that happened to a lead.
import type { Context } from '../context.ts';
import type { Verdict } from '../verdicts.ts';
import type { HandAnswer } from './answer.ts';
import { moveStage, type Move } from './move-stage.ts';
import { listQuestions, type QuestionsQuery } from './note-view.ts';
import { answerNote, writeNote, type NewNote, type Writer } from './notes.ts';
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

  timeline(lead: string, query: { readonly limit: number; readonly before: string | null }): HandAnswer {
    return timelineOf(this.#context, lead, query);
  }
}
