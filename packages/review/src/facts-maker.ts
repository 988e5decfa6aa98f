// Makes the columns of the facts from leads as they are given, one after the other.
import {
  byDimension,
  byVocabulary,
  dimensions,
  type Facts,
  type GivenHandoff,
  type GivenLead,
  type GivenTouch,
  type Vocabulary,
} from './facts.ts';
import { byStep, leadSteps } from './lead-steps.ts';

export type FactsMaker = {
  readonly add: (lead: GivenLead) => void;
  readonly done: (asOf: number) => Facts;
};

/** The leads as columns, in the order given. */
export function factsOf(leads: Iterable<GivenLead>, asOf: number): Facts {
  const maker = createFacts();
  for (const lead of leads) maker.add(lead);
  return maker.done(asOf);
}

/** For those who read leads piece by piece. */
export function createFacts(): FactsMaker {
  const words = wordLists();
  const leads = leadLists();
  const handoffs = handoffLists();
  const ruleSays: (string | undefined)[] = [''];
  const touches = { at: list(), source: list(), medium: list(), campaign: list() };

  function addHandoff(given: GivenHandoff): void {
    handoffs.row.push(given.row);
    handoffs.lead.push(leads.row.length - 1);
    handoffs.at.push(given.at);
    handoffs.deliveredAt.push(given.deliveredAt ?? NaN);
    handoffs.deadline.push(given.deadline ?? NaN);
    handoffs.touchedAt.push(given.touchedAt ?? NaN);
    handoffs.verdictAt.push(given.verdictAt ?? NaN);
    handoffs.verdict.push(given.verdict === null ? 0 : given.verdict === 'accepted' ? 1 : 2);
    handoffs.endedAt.push(given.endedAt ?? NaN);
    handoffs.breachedAt.push(given.breachedAt ?? NaN);
    handoffs.passed.push(given.isPassed ? 1 : 0);
    handoffs.crossed.push(given.isCrossing ? 1 : 0);
    handoffs.total.push(given.total);
    handoffs.agreement.push(given.agreement);
    handoffs.person.push(words.code('person', given.owner));
    handoffs.tier.push(words.code('tier', given.tier));
    handoffs.reason.push(words.code('reason', given.reason));
    handoffs.breachReason.push(words.code('breachReason', given.breachReason));
    handoffs.rulesFrom.push(handoffs.rules.length);
    for (const { id, says } of given.rules) {
      const code = words.code('rule', id);
      ruleSays[code] ??= says;
      handoffs.rules.push(code);
    }
    handoffs.blamesFrom.push(handoffs.blames.length);
    for (const id of given.blames) handoffs.blames.push(words.code('rule', id));
  }

  function addTouch({ at, source, medium, campaign }: GivenTouch): void {
    touches.at.push(at);
    touches.source.push(words.code('source', source));
    touches.medium.push(words.code('medium', medium));
    touches.campaign.push(words.code('campaign', campaign));
  }

  function add(given: GivenLead): void {
    leads.row.push(given.row);
    leads.createdAt.push(given.createdAt);
    leads.lostAt.push(given.lostAt ?? NaN);
    leads.rejectedAt.push(given.rejectedAt ?? NaN);
    leads.dated.push(given.isDated ? 1 : 0);
    leads.marketingAt.push(given.marketingAt ?? NaN);
    leads.amount.push(given.amount ?? NaN);
    leads.currency.push(words.code('currency', given.currency));
    leads.total.push(given.total ?? NaN);
    for (const step of leadSteps) leads.at[step].push(given.at[step] ?? NaN);
    const of = { ...given.of, tier: given.handoffs[0]?.tier ?? given.tier, person: given.owner };
    for (const dimension of dimensions) leads.of[dimension].push(words.code(dimension, of[dimension]));
    for (const one of given.handoffs) addHandoff(one);
    leads.touchesFrom.push(touches.at.length);
    for (const one of given.touches) addTouch(one);
  }

  function done(asOf: number): Facts {
    return {
      asOf,
      words: words.lists,
      ruleSays: words.lists.rule.map((id, code) => ruleSays[code] ?? id),
      leads: {
        count: leads.row.length,
        row: Float64Array.from(leads.row),
        createdAt: Float64Array.from(leads.createdAt),
        at: byStep((step) => Float64Array.from(leads.at[step])),
        lostAt: Float64Array.from(leads.lostAt),
        rejectedAt: Float64Array.from(leads.rejectedAt),
        dated: Uint8Array.from(leads.dated),
        marketingAt: Float64Array.from(leads.marketingAt),
        amount: Float64Array.from(leads.amount),
        currency: Int32Array.from(leads.currency),
        total: Float64Array.from(leads.total),
        of: byDimension((dimension) => Int32Array.from(leads.of[dimension])),
        touchesFrom: Int32Array.from([...leads.touchesFrom, touches.at.length]),
      },
      handoffs: {
        count: handoffs.row.length,
        row: Float64Array.from(handoffs.row),
        lead: Int32Array.from(handoffs.lead),
        at: Float64Array.from(handoffs.at),
        deliveredAt: Float64Array.from(handoffs.deliveredAt),
        deadline: Float64Array.from(handoffs.deadline),
        touchedAt: Float64Array.from(handoffs.touchedAt),
        verdictAt: Float64Array.from(handoffs.verdictAt),
        verdict: Uint8Array.from(handoffs.verdict),
        endedAt: Float64Array.from(handoffs.endedAt),
        breachedAt: Float64Array.from(handoffs.breachedAt),
        passed: Uint8Array.from(handoffs.passed),
        crossed: Uint8Array.from(handoffs.crossed),
        total: Float64Array.from(handoffs.total),
        agreement: Int32Array.from(handoffs.agreement),
        person: Int32Array.from(handoffs.person),
        tier: Int32Array.from(handoffs.tier),
        reason: Int32Array.from(handoffs.reason),
        breachReason: Int32Array.from(handoffs.breachReason),
        rulesFrom: Int32Array.from([...handoffs.rulesFrom, handoffs.rules.length]),
        rules: Int32Array.from(handoffs.rules),
        blamesFrom: Int32Array.from([...handoffs.blamesFrom, handoffs.blames.length]),
        blames: Int32Array.from(handoffs.blames),
      },
      touches: {
        count: touches.at.length,
        at: Float64Array.from(touches.at),
        source: Int32Array.from(touches.source),
        medium: Int32Array.from(touches.medium),
        campaign: Int32Array.from(touches.campaign),
      },
    };
  }

  return { add, done };
}

function list(): number[] {
  return [];
}

function leadLists() {
  return {
    row: list(),
    createdAt: list(),
    lostAt: list(),
    rejectedAt: list(),
    dated: list(),
    marketingAt: list(),
    amount: list(),
    currency: list(),
    total: list(),
    touchesFrom: list(),
    at: byStep(list),
    of: byDimension(list),
  };
}

function handoffLists() {
  return {
    row: list(),
    lead: list(),
    at: list(),
    deliveredAt: list(),
    deadline: list(),
    touchedAt: list(),
    verdictAt: list(),
    verdict: list(),
    endedAt: list(),
    breachedAt: list(),
    passed: list(),
    crossed: list(),
    total: list(),
    agreement: list(),
    person: list(),
    tier: list(),
    reason: list(),
    breachReason: list(),
    rulesFrom: list(),
    rules: list(),
    blamesFrom: list(),
    blames: list(),
  };
}

function wordLists() {
  const known = byVocabulary(() => new Map<string, number>([['', 0]]));
  const lists = byVocabulary((): string[] => ['']);
  return {
    lists,
    code(of: Vocabulary, word: string | null): number {
      if (word === null) return 0;
      const found = known[of].get(word);
      if (found !== undefined) return found;
      const code = lists[of].push(word) - 1;
      known[of].set(word, code);
      return code;
    },
  };
}
