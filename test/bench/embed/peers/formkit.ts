// FormKit on Vue, from a schema, without a theme.
import { defaultConfig, FormKitSchema, plugin } from '@formkit/vue';
import { createApp, h } from 'vue';
import type { Question } from '../questions.ts';
import { optionsOf, questions } from './given.ts';
import { place } from './place.ts';

const types: Readonly<Partial<Record<Question['kind'], string>>> = {
  one: 'radio',
  many: 'checkbox',
  yes: 'checkbox',
  list: 'select',
};

const schema = {
  $formkit: 'form',
  submitLabel: 'Send',
  children: questions.map((question) => {
    const { id, kind, label, help, placeholder, required, when } = question;
    const rules = [required && 'required', (kind === 'email' || kind === 'url') && kind].filter(Boolean);
    return {
      $formkit: types[kind] ?? kind,
      id,
      name: id,
      label,
      help,
      placeholder,
      validation: rules.join('|'),
      ...(kind === 'one' || kind === 'many' || kind === 'list'
        ? { options: optionsOf(question).map(({ id, label }) => ({ value: id, label })) }
        : {}),
      ...(when && { if: when.is.map((value) => `$get(${when.question}).value === "${value}"`).join(' || ') }),
    };
  }),
};

createApp({ render: () => h(FormKitSchema, { schema }) })
  .use(plugin, defaultConfig())
  .mount(place());
