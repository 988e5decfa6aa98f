// A decision's codes as sentences.
import type { Tried } from '@baton/worker/api-types';

type Obstacle = Tried['because'][number];

export function becauseInWords(obstacle: Obstacle): string {
  switch (obstacle.kind) {
    case 'tier':
      return `${obstacle.missing} ${obstacle.missing === 1 ? 'point' : 'points'} short of ${obstacle.needed}, where leads are handed off.`;
    case 'requires':
      return 'What the agreement requires of every handoff does not hold.';
    case 'disqualified':
      return `Disqualified: ${obstacle.by.map(({ says }) => says).join(', ')}.`;
    case 'behaviour_alone':
      return 'Behaviour alone never qualifies: nothing that was answered speaks for them.';
  }
}

const states: Readonly<Record<NonNullable<Tried['state']>, string>> = {
  handed_off: 'Handed off at once',
  in_hand: 'Told to whoever has this lead in hand',
  nurture: 'Kept, for marketing to go on with',
  disqualified: 'Kept, and not passed on',
  quarantined: 'Put aside as suspect',
  duplicate: 'Known already',
  unagreed: 'Kept until an agreement is in force',
  failed: 'Would fail',
};

export function stateInWords(state: Tried['state']): string {
  return state === null ? 'Nothing yet: it is not finished' : states[state];
}

type Show = NonNullable<NonNullable<Tried['reply']>['outcome']>['show'];

/** What comes after sending: its own words, or what it is. */
export function shownInWords(show: Show): string {
  switch (show.kind) {
    case 'redirect':
      return `Another page: ${show.url}`;
    case 'booking':
      return show.title ?? 'A calendar to book in';
    case 'download':
      return show.title ?? 'A file to download';
    case 'message':
      return show.title ?? 'A thank you';
  }
}
