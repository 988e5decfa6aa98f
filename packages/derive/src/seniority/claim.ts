// What the phrases of a title claim together. A title has parts ("Founder, CEO & student"): within a part, intern
// holds over all else, and whoever assists somebody is no manager. Of the parts the most senior holds, but what is
// below a director gives way to intern, then junior, wherever they stand ("Product manager (trainee)").
import type { SeniorityId } from './levels.ts';
import { seniorities } from './levels.ts';
import type { Meaning } from './phrase-book.ts';
import { rankOf } from './phrase-book.ts';
import { breaks } from './read-title.ts';

const none = -1;
const junior = rankOf('junior');
const manager = rankOf('manager');
const director = rankOf('director');

export type Claim = {
  hear(meaning: Meaning): void;
  part(at: string): void;
  level(): SeniorityId | null;
};

export function createClaim(): Claim {
  let highest = none;
  let saysIntern = false;
  let saysJunior = false;
  // Of the part being read:
  let rank = none;
  let isIntern = false;
  let isAide = false;
  // What is said is not of the person: up to the end of the part, or to the next strong break.
  let mute: 'no' | 'part' | 'stretch' = 'no';
  let besideAide = false;

  function close(): void {
    const held = isAide && rank >= manager ? none : rank;
    if (!isIntern) highest = Math.max(highest, held);
    rank = none;
    isIntern = false;
    isAide = false;
    if (mute === 'part') mute = 'no';
  }

  function hearLevel(level: number): void {
    if (besideAide && level >= manager) return;
    if (level > junior) rank = Math.max(rank, level);
    else if (level === junior) saysJunior = true;
    else isIntern = saysIntern = true;
  }

  return {
    hear(meaning) {
      if (meaning === 'join') return close();
      if (meaning === 'beneath') mute = 'stretch';
      if (mute !== 'no' || meaning === 'ignored') return;
      if (meaning === 'topic') mute = 'part';
      else if (meaning === 'aide') isAide = besideAide = true;
      else hearLevel(rankOf(meaning));
    },
    part(at) {
      close();
      if (at !== breaks.strong) return;
      mute = 'no';
      besideAide = false;
    },
    level() {
      close();
      if (highest >= director) return seniorities[highest] ?? null;
      if (saysIntern) return 'intern';
      return saysJunior ? 'junior' : (seniorities[highest] ?? null);
    },
  };
}
