// What was found in an agreement, as a sentence that says what is wrong and what to do about it. A code of the checker
// without words does not compile; one that only the worker tells falls back on the code itself.
import type { TermsFindingCode } from '@baton/agreement';

export type Params = Readonly<Record<string, string | number>>;

type Words = string | ((params: Params) => string);

const checker: Readonly<Record<TermsFindingCode, Words>> = {
  attribute_gone: ({ id }) => `It reads the attribute “${id}”, which is gone.`,
  behaviour_gone: ({ id }) => `It reads the behaviour “${id}”, which is gone.`,
  option_gone: ({ attribute, option }) => `“${option}” is none of the options of ${attribute} any more.`,
  disqualifier_always_holds: 'This holds for everybody: nobody would ever be handed off.',
  disqualifies_everybody: 'This holds for everybody who could qualify: nobody would ever be handed off.',
  disqualifier_never_holds: 'No answers ever fulfil this, so it keeps nobody out.',
  requires_never_holds: 'No answers ever fulfil this: nobody would ever be handed off.',
  never_open: 'Business time never runs, so no deadline is ever due.',
  person_unknown: ({ person }) => `${person || 'Whoever is named'} is not among the people of the workspace.`,
  team_unknown: ({ team }) => `The team “${team}” is not there.`,
  team_empty: ({ team }) => `Team ${team} has no members.`,
  team_away: ({ team }) => `Everybody in team ${team} is away today.`,
  fallback_away: ({ person }) => `${person}, who gets everything else, is away today.`,
  threshold_unreachable: ({ from, most }) =>
    `Nobody can reach ${from} points: the most that anybody can have is ${most}.`,
  tier_unreachable: ({ id, most }) =>
    `Nobody can reach the tier ${id}: the most that anybody can have is ${most} points.`,
  behaviour_reaches_threshold: ({ from, alone }) =>
    `Behaviour alone gives up to ${alone} points, and the threshold is ${from}: any rule that gives a point tips it.`,
  follow_up_over_a_week: 'In these business hours this takes more than a week.',
  follow_up_slower_above: ({ id, below }) =>
    `${id} is followed up more slowly than ${below}, which is below it.`,
  escalations_together: ({ at }) => `Another step stands at ${at} already.`,
  definition_points_differ: ({ said, from }) =>
    `It says ${said} points, but leads are handed off from ${from} on. Change the words, or the threshold.`,
  option_without_owner: ({ attribute, option }) =>
    `No rule names anybody for ${attribute} “${option}”: those leads go to whoever gets everything else.`,
  route_never_holds: 'No answers ever fulfil this, so nobody is routed by it.',
  route_shadowed: ({ by }) =>
    by === undefined
      ? 'The rules above it take everything that this one would.'
      : 'A rule above it takes everything that this one would.',
  rule_never_holds: 'No answers ever fulfil this, so it never gives its points.',
  points_never_count: ({ max }) => `The bounds of 0 and ${max} always eat these points.`,
  never_held: ({ days, leads }) => `It held for none of the ${leads} leads of the last ${days} days.`,
  capacity_below_past: ({ capacity, handoffsADay }) =>
    `Those named take ${capacity} leads a day; the last 90 days would have brought them ${handoffsADay} a working day.`,
};

const document: Readonly<Record<string, Words>> = {
  required: 'Something is missing here.',
  not_a_duration: 'This is no length of time.',
  not_whole: 'A whole number is needed here.',
  not_positive: 'A number above 0 is needed here.',
  not_exactly_one: 'Exactly one of the two is needed here.',
  not_a_time: 'This is no time of the day.',
  not_a_date: 'This is no day of the calendar.',
  not_a_percentage: 'A percentage such as 80% is needed here.',
  unknown_person: 'Whoever is named here is not among the people of the workspace.',
  unknown_team: 'This team is not there.',
  unknown_time_zone: 'This time zone is not known.',
  unknown_tier: 'This tier is not there.',
  unknown_rule: 'A rule that is named here is gone.',
  duplicate_from: 'Two tiers begin at the same number of points.',
  duplicate_id: 'Another part has the same name. Give it another one.',
  no_lowest_tier: 'A tier from 0 points on is needed, for those with few.',
  follow_up_missing: 'Leads of this tier are handed off: say how soon they are followed up.',
  ends_before_it_begins: 'It ends before it begins.',
  overlaps_or_unordered: 'Openings overlap, or do not stand in order.',
  does_nothing: 'Nobody is told and nothing happens. Say what does, or take it away.',
  value_missing: 'There is nothing to compare with yet.',
  unknown_field: 'It reads something that is not there.',
  not_an_option: 'A value is none of the options any more.',
  not_of_party: 'Whoever signed belongs to another party.',
};

export function termsFindingInWords(code: string, params: Params): string {
  const found = Object.hasOwn(document, code) ? document[code] : wordsOf(code);
  if (found === undefined) return `Something is wrong here (${code}).`;
  return typeof found === 'string' ? found : found(params);
}

function wordsOf(code: string): Words | undefined {
  const all: Readonly<Record<string, Words>> = checker;
  return Object.hasOwn(all, code) ? all[code] : undefined;
}
