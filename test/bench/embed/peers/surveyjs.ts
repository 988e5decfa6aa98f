// SurveyJS by survey-js-ui, with its style sheet but without its fonts.
import { Model } from 'survey-core';
import 'survey-core/survey-core.fontless.min.css';
import { renderSurvey } from 'survey-js-ui';
import type { Question } from '../questions.ts';
import { optionsOf, questions } from './given.ts';
import { place } from './place.ts';

const types: Readonly<Partial<Record<Question['kind'], string>>> = {
  one: 'radiogroup',
  many: 'checkbox',
  list: 'dropdown',
  textarea: 'comment',
  yes: 'boolean',
};

const model = new Model({
  elements: questions.map((question) => {
    const { id, kind, label, help, placeholder, required, when } = question;
    return {
      type: types[kind] ?? 'text',
      name: id,
      title: label,
      description: help,
      placeholder,
      isRequired: required,
      ...(types[kind] === undefined && kind !== 'text' && { inputType: kind }),
      ...(kind === 'yes' && { renderAs: 'checkbox' }),
      ...((kind === 'one' || kind === 'many' || kind === 'list') && {
        choices: optionsOf(question).map(({ id, label }) => ({ value: id, text: label })),
      }),
      ...(when && { visibleIf: when.is.map((value) => `{${when.question}} = '${value}'`).join(' or ') }),
    };
  }),
});

renderSurvey(model, place());
