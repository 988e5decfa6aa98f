// What the review can be narrowed down to, as people call it. Pure.
import type { ReviewChoices } from '@baton/worker/api-types';
import { originWords } from '../inbox/stage-words.ts';
import type { ReviewFilter } from './review-search.ts';

type Choice = readonly [id: string, name: string];

/** The commonest first, each with how many there are. */
export function choicesFor(name: ReviewFilter, choices: ReviewChoices): readonly Choice[] {
  if (name === 'team') return choices.teams.map((team) => [team.id, team.name]);
  return choices.dimensions[name].map(({ word, count }) => [
    word,
    `${wordInWords(name, word, choices)} (${count})`,
  ]);
}

/** One of them, also where nobody has it any more. */
export function wordInWords(name: ReviewFilter, word: string, choices: ReviewChoices): string {
  const { people, teams, forms } = choices;
  if (word === '') return 'Not known';
  switch (name) {
    case 'form':
      return formInWords(word, forms);
    case 'version':
      return versionInWords(word, forms);
    case 'person':
      return people.find(({ email }) => email === word)?.name ?? word;
    case 'team':
      return teams.find(({ id }) => id === word)?.name ?? word;
    case 'country':
      return countryInWords(word);
    case 'source':
    case 'medium':
    case 'campaign':
    case 'tier':
    case 'account':
      return word;
  }
}

type Forms = ReviewChoices['forms'];

function formInWords(form: string, forms: Forms): string {
  const name = forms.find(({ id }) => id === form)?.name;
  return name === undefined || name === form ? originWords(form) : name;
}

/** `Request a demo, version 3` of `demo@3`; of what is no form of a website there is one version alone. */
function versionInWords(word: string, forms: Forms): string {
  const at = word.lastIndexOf('@');
  const [form, version] = [word.slice(0, at), word.slice(at + 1)];
  const name = formInWords(form, forms);
  return form.startsWith('origin:') ? name : `${name}, version ${version}`;
}

const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

function countryInWords(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code;
}
