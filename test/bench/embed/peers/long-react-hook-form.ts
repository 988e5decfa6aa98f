// React and react-hook-form: `watch` gives the answers, conditions are looked at while rendering.
import { createElement as h } from 'react';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { useForm } from 'react-hook-form';
import { place } from './place.ts';

declare const COUNT: number;

function App(): ReactNode {
  const { register, watch } = useForm<Record<string, string>>();
  const answers = watch();
  const rows = Array.from({ length: COUNT }, (_, index) => {
    if (index % 4 > 0 && answers[`f${index - (index % 4)}`] !== 'yes') return null;
    return h(
      'label',
      { key: index, style: { display: 'block' } },
      `Field ${index}`,
      h('input', register(`f${index}`)),
    );
  });
  return h('form', null, ...rows);
}

createRoot(place()).render(h(App));
