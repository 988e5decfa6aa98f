// A workspace whose every word was written by somebody who wants to be more than text.
import { smallWorkspace } from './small-workspace.ts';

/** The small workspace with a text in every place where words are shown. */
export function hostileWorkspace(text: string) {
  const { agreement, forms, attributes, people, teams } = smallWorkspace;
  const says = <T extends object>(one: T): T => ({ ...one, says: text });
  const { fit, engagement, intent } = agreement.score;
  return {
    ...smallWorkspace,
    people: people.map((person) => ({ ...person, name: text })),
    attributes: [
      ...attributes.map((attribute) => ({ ...attribute, label: text })),
      { id: 'company', label: text, type: 'text', about: 'company' },
    ],
    teams: teams.map((team) => ({ ...team, name: text })),
    agreement: {
      ...agreement,
      title: text,
      definitions: { mql: text, sal: text, sql: text, opportunity: text },
      disqualify: agreement.disqualify.map(says),
      rejections: agreement.rejections.map(says),
      score: {
        fit: { ...fit, rules: fit.rules.map(says) },
        engagement: { ...engagement, behaviours: engagement.behaviours.map(says) },
        intent: { ...intent, behaviours: intent.behaviours.map(says) },
      },
    },
    forms: forms.map((form) => ({
      ...form,
      name: text,
      steps: form.steps.map((step) => ({
        ...step,
        fields: [
          ...step.fields.map((field) => ({ ...field, label: text })),
          { id: 'firm', kind: 'text', attribute: 'company', label: text },
          { id: 'note', kind: 'textarea', label: text },
        ],
      })),
    })),
  };
}
