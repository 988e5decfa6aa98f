// React, react-hook-form and zod.
import { zodResolver } from '@hookform/resolvers/zod';
import { createElement as h } from 'react';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { useForm } from 'react-hook-form';
import type { UseFormRegisterReturn } from 'react-hook-form';
import * as z from 'zod';
import type { Question } from '../questions.ts';
import { optionsOf, questions } from './given.ts';
import { place } from './place.ts';

const schema = z.object(Object.fromEntries(questions.map((question) => [question.id, typeOf(question)])));

function typeOf({ kind, required }: Question): z.ZodType {
  if (kind === 'many') return z.union([z.array(z.string()), z.literal(false)]).optional();
  if (kind === 'yes') return z.boolean().optional();
  if (kind === 'email') return z.email();
  const text = z.string();
  return required ? text.min(1) : text.nullish();
}

function App(): ReactNode {
  const { register, handleSubmit, watch, formState } = useForm({ resolver: zodResolver(schema) });
  const asked = questions.filter(({ when }) => !when || when.is.includes(String(watch(when.question))));
  return h(
    'form',
    { noValidate: true, onSubmit: (event) => void handleSubmit(() => undefined)(event) },
    ...asked.map((question) =>
      h(
        'div',
        { key: question.id },
        draw(question, register(question.id)),
        question.help && h('p', null, question.help),
        formState.errors[question.id] && h('p', { role: 'alert' }, 'Please look at this again.'),
      ),
    ),
    h('button', null, 'Send'),
  );
}

function draw(question: Question, control: UseFormRegisterReturn): ReactNode {
  const { id, kind, label, placeholder } = question;
  if (kind === 'one' || kind === 'many') {
    const type = kind === 'one' ? 'radio' : 'checkbox';
    const boxes = optionsOf(question).map((option) =>
      h('label', { key: option.id }, h('input', { ...control, type, value: option.id }), option.label),
    );
    return h('fieldset', null, h('legend', null, label), ...boxes);
  }
  if (kind === 'yes') return h('label', null, h('input', { ...control, type: 'checkbox' }), label);
  const named = h('label', { htmlFor: id }, label);
  if (kind === 'list') {
    const options = optionsOf(question).map((option) =>
      h('option', { key: option.id, value: option.id }, option.label),
    );
    return [named, h('select', { ...control, id, key: id }, h('option', { value: '' }), ...options)];
  }
  if (kind === 'textarea') return [named, h('textarea', { ...control, id, key: id, placeholder })];
  return [named, h('input', { ...control, id, key: id, type: kind, placeholder })];
}

createRoot(place()).render(h(App));
