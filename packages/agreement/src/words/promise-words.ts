// What an agreement says beside the judging: what its terms mean, what happens when nobody follows up, what each side
// promises, why leads may be rejected, and when both look at it again.
import { nameWord, sentence, valueWord, listed, type Words } from '@baton/rules';
import { countInWords, shareInWords, withinInWords } from './amount-words.ts';
import type { Terms } from './read-terms.ts';
import type { Sentence } from './sections.ts';
import type { Speaker } from './speaker.ts';

export const definitionNames = { mql: 'MQL', sal: 'SAL', sql: 'SQL', opportunity: 'Opportunity' } as const;

export function definitionsInWords({ definitions }: Terms): readonly Sentence[] {
  const ids = ['mql', 'sal', 'sql', 'opportunity'] as const;
  return ids.flatMap((id) => {
    const text = definitions[id];
    const words = sentence(nameWord(definitionNames[id]), ': ', text ?? '');
    return text === undefined ? [] : [{ path: ['definitions', id], words }];
  });
}

export function escalationsInWords({ escalate }: Terms, speaker: Speaker): readonly Sentence[] {
  if (escalate.length === 0) {
    return [{ path: ['escalate'], words: sentence('Nobody is told and nothing happens.') }];
  }
  return escalate.map((entry, index) => ({
    path: ['escalate', index],
    words: sentence(escalationInWords(entry, speaker), '.'),
  }));
}

/** `At 80% of the follow-up time, the owner is told`. */
export function escalationInWords(
  { at, tell, reassign }: Terms['escalate'][number],
  speaker: Speaker,
  opening = 'At',
): Words {
  const told =
    tell === null ? [] : sentence(tell === 'owner' ? 'the owner' : speaker.recipient(tell), ' is told');
  const passed = reassign ? sentence('the lead passes to the next person') : [];
  const does = [told, passed].filter((words) => words.length > 0);
  const done = does.length === 0 ? sentence('nothing happens') : listed(does, 'and');
  return sentence(`${opening} `, valueWord(at || '…'), ' of the follow-up time, ', done);
}

export function commitmentsInWords({ commitments: { marketing, sales } }: Terms): readonly Sentence[] {
  const { qualifiedPerMonth, answerWithin } = marketing;
  const { followUpInTime, accept, verdictWithin } = sales;
  return [
    ...(qualifiedPerMonth === undefined
      ? []
      : said(
          ['marketing', 'qualifiedPerMonth'],
          'Marketing brings ',
          countInWords(qualifiedPerMonth, 'qualified lead', 'qualified leads'),
          ' a month.',
        )),
    ...(answerWithin === undefined
      ? []
      : said(
          ['marketing', 'answerWithin'],
          'Marketing answers questions about a lead ',
          withinInWords(answerWithin),
          '.',
        )),
    ...(followUpInTime === undefined
      ? []
      : said(
          ['sales', 'followUpInTime'],
          'Sales follows up in time on ',
          shareInWords(followUpInTime),
          ' of what it is handed.',
        )),
    ...(accept === undefined
      ? []
      : said(['sales', 'accept'], 'Sales accepts ', shareInWords(accept), ' of what it is handed.')),
    ...(verdictWithin === undefined
      ? []
      : said(['sales', 'verdictWithin'], 'Sales gives its verdict ', withinInWords(verdictWithin), '.')),
  ];
}

function said(path: readonly string[], ...parts: readonly (string | Words)[]): readonly Sentence[] {
  return [{ path: ['commitments', ...path], words: sentence(...parts) }];
}

export function rejectionsInWords({ rejections }: Terms, speaker: Speaker): readonly Sentence[] {
  return rejections.map((rejection, index) => ({
    path: ['rejections', index],
    words: rejectionInWords(rejection, speaker),
  }));
}

export function rejectionInWords({ id, says, blames }: Terms['rejections'][number], speaker: Speaker): Words {
  const rules = blames.map((blamed) => [speaker.blamed(blamed)]);
  const against = rules.length === 0 ? '' : sentence(' — speaks against ', listed(rules, 'and'));
  return sentence(nameWord(says || id), against, '.');
}

const rhythms: Readonly<Record<string, string>> = {
  month: 'every month',
  quarter: 'every quarter',
  half_year: 'every half year',
  year: 'every year',
  never: 'never',
};

export function rhythmInWords(every: string): Words[number] {
  return valueWord(rhythms[every] ?? `“${every}”`);
}

export function reviewInWords({ reviewEvery }: Terms): readonly Sentence[] {
  const words =
    reviewEvery === 'never'
      ? sentence('No review is agreed: both sides look at this again ', rhythmInWords(reviewEvery), '.')
      : sentence('Both sides look at this again ', rhythmInWords(reviewEvery), '.');
  return [{ path: ['review', 'every'], words }];
}
