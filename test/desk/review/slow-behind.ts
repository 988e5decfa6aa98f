// Who stands behind a bar, a row or a cell of a picture, slowly: straight from the tables, by the text that names it. It
// shares nothing with how Baton finds them.
import type { Sql } from '../../../apps/worker/src/desk/sql.ts';
import {
  clockIn,
  dateIn,
  day,
  isChosen,
  isWithin,
  leadsOf,
  meantHandoffs,
  steps,
  textOf,
  type Question,
  type Row,
} from './slow-way.ts';

type Asking = {
  readonly sql: Sql;
  readonly now: number;
  readonly question: Question;
  /** Days that each step takes, as the funnel was counted with. */
  readonly horizons: readonly number[];
};

/** The leads' ids in their order; once for each handoff that counts. */
export function slowBehind(asking: Asking, named: string): readonly string[] {
  const [kind = '', ...words] = named.split('.');
  const found = ['came', 'step', 'score', 'tier', 'arrived'].includes(kind)
    ? slowLeads(asking, kind, words)
    : slowHandoffs(asking, kind, words);
  return found.toSorted();
}

function slowLeads({ sql, now, question, horizons }: Asking, kind: string, words: readonly string[]) {
  const chosen = leadsOf(sql).filter((lead) => isChosen(lead, question));
  const came = chosen.filter((lead) => isWithin(question, lead.came));
  const handed = chosen.filter(({ first }) => first !== undefined && isWithin(question, Number(first['at'])));
  const [one = '', other = '', last = ''] = words;
  const monthOf = (at: number): string => dateIn(question.timeZone, at).slice(0, 7);
  switch (kind) {
    case 'came':
      return came.filter((lead) => one === '' || monthOf(lead.came) === one).map(({ id }) => id);
    case 'arrived':
      return came
        .filter((lead) => {
          const { weekday, hour } = clockIn(question.timeZone, lead.came);
          const cell = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].indexOf(weekday) * 24 + hour;
          return one === '' || cell === Number(one);
        })
        .map(({ id }) => id);
    case 'step': {
      const place = steps.findIndex((step) => step === one);
      return came
        .filter((lead) => last === '' || monthOf(lead.came) === last)
        .filter(({ at, isOut }) => {
          const [before, after] = [at[place - 1], at[place]];
          if (typeof before !== 'number') return false;
          const [took, isOld] = [
            typeof after === 'number',
            (now - before) / day >= Number(horizons[place - 1]),
          ];
          if (other === 'old') return isOld;
          if (other === 'taken') return took;
          return !took && (other === 'stopped') === (isOut || isOld);
        })
        .map(({ id }) => id);
    }
    default:
      return handed
        .filter(({ first, outcome }) => {
          const total = Number(JSON.parse(String(first?.['score'])).total);
          const isOutcome = one === 'all' || outcome === one;
          return (
            isOutcome &&
            (kind === 'tier'
              ? first?.['tier'] === words.slice(1).join('.')
              : Math.floor(total / 10) * 10 === Number(other))
          );
        })
        .map(({ id }) => id);
  }
}

function slowHandoffs({ sql, now, question }: Asking, kind: string, words: readonly string[]) {
  const all = meantHandoffs(sql, question);
  const leads = new Map(leadsOf(sql).map((lead, place) => [Number(leadRow(sql, place)), lead]));
  const idsOf = (rows: readonly Row[]): string[] =>
    rows.map((row) => leads.get(Number(row['lead']))?.id ?? '');
  const [one = '', other = ''] = words;
  const rest = words.slice(1).join('.');
  const judged = all.filter((row) => row['verdict'] !== null);
  const isAnswered = (row: Row): boolean => row['touched_at'] !== null && row['ended_at'] === null;
  const delivered = all.filter((row) => row['delivered_at'] !== null);
  const waited = (row: Row): number =>
    Math.max(0, (Number(row['touched_at'] ?? row['ended_at'] ?? now) - Number(row['delivered_at'])) / 60_000);
  switch (kind) {
    case 'answer': {
      if (other === 'undelivered') return idsOf(all.filter((row) => row['delivered_at'] === null));
      if (other === 'passed_on') return idsOf(delivered.filter((row) => row['ended_at'] !== null));
      if (other === 'waiting')
        return idsOf(delivered.filter((row) => row['ended_at'] === null && row['touched_at'] === null));
      const ends = [-1, 1, 5, 15, 60, 240, 1440, 4320, Infinity];
      const [from = 0, to = 0] = ends.slice(Number(other));
      return idsOf(delivered.filter((row) => isAnswered(row) && waited(row) > from && waited(row) <= to));
    }
    case 'within':
      return idsOf(
        delivered.filter(
          (row) => isAnswered(row) || (row['touched_at'] === null && waited(row) > Number(other)),
        ),
      );
    case 'missed': {
      const due = all.filter((row) => row['deadline_in_force'] !== null);
      if (one === 'person') return idsOf(due.filter((row) => row['owner'] === rest));
      if (one === 'hour')
        return idsOf(
          due.filter((row) => clockIn(question.timeZone, Number(row['at'])).hour === Number(other)),
        );
      return idsOf(
        due.filter((row) => row['breached_at'] !== null && textOf(row['breach_reason'], '') === rest),
      );
    }
    case 'rejected':
      return idsOf(
        judged.filter(
          (row) => row['verdict'] === 'rejected' && textOf(row['reason'], '') === words.join('.'),
        ),
      );
    case 'judged':
      return idsOf(judged);
    case 'source':
      return idsOf(judged.filter((row) => leads.get(Number(row['lead']))?.source === words.join('.')));
    default: {
      const last = [...new Map(judged.map((row) => [row['lead'], row])).values()];
      const gave = (row: Row): boolean => {
        const reasons: { id: string; points: number }[] = JSON.parse(String(row['score'])).reasons;
        return reasons.some(({ id, points }) => id === rest && points > 0);
      };
      return idsOf(last.filter((row) => gave(row) === (one === 'gave')));
    }
  }
}

function leadRow(sql: Sql, place: number): unknown {
  return sql.all(`SELECT id FROM leads ORDER BY id`)[place]?.['id'];
}
