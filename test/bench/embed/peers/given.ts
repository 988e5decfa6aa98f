// What the bundler puts into every peer's page: the questions, and the countries by their codes.
import { nameCountries } from '../../../../packages/page/src/render/countries.ts';
import type { Question } from '../questions.ts';

declare const QUESTIONS: readonly Question[];
declare const COUNTRIES: string;

export const questions = QUESTIONS;

/** What a question offers. */
export function optionsOf({ kind, options }: Question): readonly { id: string; label: string }[] {
  return kind === 'list' ? nameCountries(COUNTRIES.split(' '), 'en') : (options ?? []);
}
