// Form.io's renderer without its builder, with its style sheet.
import { Formio } from '@formio/js/form';
import '@formio/js/dist/formio.form.min.css';
import type { Question } from '../questions.ts';
import { optionsOf, questions } from './given.ts';
import { place } from './place.ts';

const types: Readonly<Partial<Record<Question['kind'], string>>> = {
  one: 'radio',
  many: 'selectboxes',
  list: 'select',
  yes: 'checkbox',
  tel: 'phoneNumber',
  text: 'textfield',
  date: 'day',
};

const components = questions.map((question) => {
  const { id, kind, label, help, placeholder, required, when } = question;
  const values = optionsOf(question).map(({ id, label }) => ({ value: id, label }));
  return {
    type: types[kind] ?? kind,
    key: id,
    label,
    description: help,
    placeholder,
    input: true,
    validate: { required },
    ...((kind === 'one' || kind === 'many') && { values }),
    ...(kind === 'list' && { widget: 'html5', dataSrc: 'values', data: { values } }),
    ...(when && {
      conditional: {
        show: true,
        conjunction: 'any',
        conditions: when.is.map((value) => ({ component: when.question, operator: 'isEqual', value })),
      },
    }),
  };
});

void Formio.createForm(place(), { display: 'form', components });
