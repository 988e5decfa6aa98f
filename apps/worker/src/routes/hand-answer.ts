// What the Desk said to somebody who works with leads, as an answer of the API.
import type { HandAnswer } from '../desk/hands/answer.ts';
import { problemResponse } from '../problem.ts';
import { jsonAnswer } from './api-query.ts';

/** @param status when it is done */
export function handAnswer(answer: HandAnswer, status = 200): Response {
  switch (answer.kind) {
    case 'done':
      return jsonAnswer(answer.text, status);
    case 'taken':
      return jsonAnswer(answer.text, 409);
    case 'refused':
      return problemResponse({ kind: 'conflict', detail: answer.detail });
    case 'invalid':
      return problemResponse({ kind: 'invalid', issues: answer.issues });
    case 'unknown':
      return problemResponse({ kind: 'unknown', what: answer.what });
  }
}
