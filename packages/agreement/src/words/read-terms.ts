// A document of an agreement read as far as it can be read, so that there are words for a draft that is not sound yet:
// what is missing gets its default, what has no sense reads as nothing. Drops no entry of a list, so every path stays
// true. Decides nothing: what judges leads is read by parseAgreement, which refuses.
import { isGroup, operators, type Condition, type Group, type Rule } from '@baton/rules';
import { isRecord } from '@baton/schema';

type Loose = Readonly<Record<string, unknown>>;

export type DimensionTerms = {
  readonly max: number;
  readonly halfLifeDays: number | undefined;
  readonly rules: readonly {
    readonly id: string;
    readonly says: string;
    readonly points: number;
    readonly when: Condition;
  }[];
  readonly behaviours: readonly {
    readonly id: string;
    readonly says: string;
    readonly points: number;
    readonly atMost: number | undefined;
    readonly match: { readonly path: string | undefined; readonly event: string | undefined };
  }[];
};

export type Recipient = { readonly person: string | undefined; readonly team: string | undefined };

export type Terms = ReturnType<typeof readTerms>;

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Reads any value, also what `parseAgreement` made; never throws. */
export function readTerms(document: unknown) {
  const whole = record(document);
  const score = record(whole['score']);
  const handoff = record(whole['handoff']);
  const routing = record(whole['routing']);
  const hours = record(whole['hours']);
  const week = record(hours['week']);
  const commitments = record(whole['commitments']);
  const marketing = record(commitments['marketing']);
  const sales = record(commitments['sales']);
  const definitions = record(whole['definitions']);
  return {
    title: text(whole['title']),
    definitions: {
      mql: maybeText(definitions['mql']),
      sal: maybeText(definitions['sal']),
      sql: maybeText(definitions['sql']),
      opportunity: maybeText(definitions['opportunity']),
    },
    score: {
      fit: dimension(score['fit']),
      engagement: dimension(score['engagement']),
      intent: dimension(score['intent']),
    },
    disqualify: records(whole['disqualify']).map((rule) => ({
      id: text(rule['id']),
      says: text(rule['says']),
      when: readCondition(rule['when']),
    })),
    tiers: records(whole['tiers']).map((tier) => ({
      id: text(tier['id']),
      from: number(tier['from']),
      followUp: maybeText(tier['followUp']),
    })),
    handoff: {
      tier: text(handoff['tier']),
      requires: readCondition(handoff['requires']),
      hysteresis: number(handoff['hysteresis']),
      again: maybeText(handoff['again']),
    },
    routing: {
      rules: records(routing['rules']).map((rule) => ({
        id: text(rule['id']),
        when: readCondition(rule['when']),
        to: readRecipient(rule['to']),
      })),
      fallback: readRecipient(routing['fallback']).person,
      keepOwner: routing['keepOwner'] === true,
    },
    hours: {
      timeZone: text(hours['timeZone']),
      week: weekdays.map((day) => ({ day, openings: readOpenings(week[day]) })),
      holidays: list(hours['holidays']).map(text),
    },
    escalate: records(whole['escalate']).map(({ at, tell, reassign }) => ({
      at: text(at),
      tell: tell === undefined ? null : tell === 'owner' ? ('owner' as const) : readRecipient(tell),
      reassign: reassign === true,
    })),
    commitments: {
      marketing: {
        qualifiedPerMonth: maybeNumber(marketing['qualifiedPerMonth']),
        answerWithin: maybeText(marketing['answerWithin']),
      },
      sales: {
        followUpInTime: maybeNumber(sales['followUpInTime']),
        accept: maybeNumber(sales['accept']),
        verdictWithin: maybeText(sales['verdictWithin']),
      },
    },
    rejections: records(whole['rejections']).map((rejection) => ({
      id: text(rejection['id']),
      says: text(rejection['says']),
      blames: list(rejection['blames']).map(text),
    })),
    reviewEvery: text(record(whole['review'])['every']) || 'quarter',
  };
}

function dimension(value: unknown): DimensionTerms {
  const { max, halfLifeDays, rules, behaviours } = record(value);
  return {
    max: number(max),
    halfLifeDays: maybeNumber(halfLifeDays),
    rules: records(rules).map((rule) => ({
      id: text(rule['id']),
      says: text(rule['says']),
      points: number(rule['points']),
      when: readCondition(rule['when']),
    })),
    behaviours: records(behaviours).map((behaviour) => {
      const match = record(behaviour['match']);
      return {
        id: text(behaviour['id']),
        says: text(behaviour['says']),
        points: number(behaviour['points']),
        atMost: maybeNumber(behaviour['atMost']),
        match: { path: maybeText(match['path']), event: maybeText(match['event']) },
      };
    }),
  };
}

export function readOpenings(value: unknown): readonly (readonly [from: string, until: string])[] {
  return list(value).map((opening) => {
    const [from, until] = list(opening);
    return [text(from), text(until)];
  });
}

export function readRecipient(value: unknown): Recipient {
  const { person, team } = record(value);
  return { person: maybeText(person), team: maybeText(team) };
}

/** A condition as far as it has sense. */
export function readCondition(value: unknown): Condition {
  return isRecord(value) ? group(value) : null;
}

function group({ combinator, not, rules }: Loose): Group {
  const parts = list(rules).flatMap((part): Rule | Group => {
    const one = record(part);
    return Array.isArray(one['rules']) ? group(one) : rule(one);
  });
  return {
    combinator: combinator === 'or' ? 'or' : 'and',
    ...(not === true ? { not } : {}),
    rules: parts.filter((part) => isGroup(part) || part.field !== ''),
  };
}

function rule({ field, operator, value }: Loose): Rule {
  const known = operators.find((one) => one === operator);
  const read = { field: text(field), operator: known ?? '=' };
  return value === undefined ? read : { ...read, value };
}

function record(value: unknown): Loose {
  return isRecord(value) ? value : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function records(value: unknown): readonly Loose[] {
  return list(value).map(record);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function maybeText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function number(value: unknown): number {
  return maybeNumber(value) ?? 0;
}

function maybeNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
