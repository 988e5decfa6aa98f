// A verdict from whoever is signed in or holds a key: the same rules as by a link, told so that a program can go on.
import { handoffByPublicId } from '../handoffs.ts';
import { giveVerdict, undoVerdict, undoWindow, type NotUndone } from '../verdicts.ts';
import type { StoredVerdict } from '../handoffs.ts';
import type { Verdict } from '../verdicts.ts';
import type { Context } from '../context.ts';
import { leadById } from '../leads.ts';
import { authorName } from '../../notify/stage-notice.ts';
import { done, invalid, refused, unknown, type HandAnswer } from './answer.ts';
import { iso } from '../instants.ts';

export function verdictByApi(context: Context, handoff: string, by: string, verdict: Verdict): HandAnswer {
  const given = giveVerdict(context, handoff, by, verdict);
  switch (given.kind) {
    case 'done':
      return done(verdictView(context, handoff, by, given.verdict));
    case 'taken':
      return { kind: 'taken', text: JSON.stringify(verdictView(context, handoff, by, given.verdict)) };
    case 'passed_on': {
      const name = context.documents.all().people.get(given.to)?.name ?? given.to;
      return refused(`${name} has this lead since ${new Date(given.at).toISOString()}.`);
    }
    case 'unknown_reason':
      return invalid('unknown_reason', 'reason');
    case 'unknown_handoff':
      return unknown('handoff');
  }
}

const notUndone: Readonly<Record<Exclude<NotUndone, 'unknown_handoff'>, string>> = {
  no_verdict: 'There is no verdict to take back.',
  not_theirs: 'Only whoever gave the verdict can take it back.',
  too_late: 'A verdict can be taken back for ten minutes, which have passed.',
  moved_on: 'The lead has gone on since then.',
};

export function undoByApi(context: Context, handoff: string, by: string): HandAnswer {
  const why = undoVerdict(context, handoff, by);
  if (why === null) return done({ handoff, verdict: null });
  return why === 'unknown_handoff' ? unknown('handoff') : refused(notUndone[why]);
}

function verdictView(context: Context, handoff: string, by: string, verdict: StoredVerdict): object {
  const { people } = context.documents.all();
  const isOwn = verdict.by === by;
  return {
    handoff,
    verdict: { ...verdict, at: iso(verdict.at), byName: authorName(verdict.by, people) },
    undoUntil: isOwn ? iso(verdict.at + undoWindow) : null,
    lead: leadRefOf(context, handoff),
  };
}

function leadRefOf(context: Context, handoff: string): string | null {
  const row = handoffByPublicId(context, handoff);
  const lead = row === null ? null : leadById(context.parts.sql, row.lead);
  return lead?.publicId ?? null;
}
