// The form that visitors on bad networks fill in, and what they mean to answer.
import { smallWorkspace } from '../desk/small-workspace.ts';
import type { Chance } from './chance.ts';

const option = (id: string): object => ({ id, label: id });
const isNot = (value: string): object => ({
  combinator: 'and',
  rules: [{ field: 'answer.role', operator: '!=', value }],
});

const form = {
  format: 1,
  id: 'shaky',
  name: 'Start a trial',
  language: 'en',
  partials: true,
  steps: [
    {
      id: 'you',
      title: 'About you',
      fields: [
        { id: 'email', kind: 'email', attribute: 'email', label: 'Work e-mail', required: true },
        { id: 'name', kind: 'text', attribute: 'name', label: 'Name', required: true },
        { id: 'role', kind: 'choice', attribute: 'role', label: 'Role', required: true },
      ],
    },
    {
      id: 'company',
      title: 'Your company',
      shownWhen: isNot('student'),
      fields: [
        { id: 'team', kind: 'number', attribute: 'team_size', label: 'Team size', required: true },
        { id: 'size', kind: 'choice', attribute: 'company_size', label: 'Company size', required: true },
      ],
    },
    {
      id: 'need',
      title: 'What you need',
      fields: [
        { id: 'goals', kind: 'choices', label: 'Goals', options: ['speed', 'quality', 'order'].map(option) },
        { id: 'message', kind: 'textarea', label: 'Anything else?', required: true },
      ],
    },
  ],
  outcomes: [{ id: 'thanks', show: { kind: 'message', title: 'Thank you', text: 'We will write.' } }],
};

export const shakyWorkspace = { ...smallWorkspace, destinations: [], forms: [form] };

/** What a visitor will put into one field, in the order in which they do; a text grows letter by letter. */
export type Plan = { readonly field: string; readonly isText: boolean; readonly values: readonly string[] };

/** Plans in the order of the form. */
export function planFor(email: string, chance: Chance): Plan[] {
  const typed = (field: string, text: string): Plan => {
    const letters = Array.from(text);
    return {
      field,
      isText: true,
      values: ['', ...letters.map((_, index) => letters.slice(0, index + 1).join(''))],
    };
  };
  const chosen = (field: string, ...values: string[]): Plan => ({
    field,
    isText: false,
    values: ['', ...values],
  });
  const role = chance.oneOf(['manager', 'other', 'student']);
  const isStudent = role === 'student';
  return [
    typed('email', email),
    typed('name', chance.oneOf(['Ada Lovelace', 'Zoë Čapek', '山田 花子', 'Ali 🌊 Deniz'])),
    // Some change their mind.
    chance.happens(0.3) ? chosen('role', 'manager', 'other', role) : chosen('role', role),
    ...(isStudent
      ? []
      : [
          typed('team', String(chance.between(2, 900))),
          chosen('size', chance.oneOf(['1-10', '11-50', '51-500'])),
        ]),
    chosen('goals', 'speed', 'speed quality'),
    typed('message', `Please call ${chance.between(1000, 9999)} after five; "soon" <b>ça va</b> 🙂`),
  ];
}

/** How the worker stores an answer that was given so. */
export function storedAs(field: string, value: string): unknown {
  if (field === 'team') return Number(value);
  return field === 'goals' ? value.split(' ') : value;
}
