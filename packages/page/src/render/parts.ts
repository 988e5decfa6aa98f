// Which parts of the script come along with a form, and which it may load later. The core is what every form needs.
import type { Form, Show } from '@baton/form';

/** Every part, in the order they join the form. */
const partNames = [
  'countries',
  'defaults',
  'visit',
  'later',
  'review',
  'outcomes',
  'pace',
  'work',
  'api',
  'hints',
  'search',
] as const;

export type PartName = (typeof partNames)[number];

/** Whether a form needs a part from the start; the others are loaded when they are wanted. */
const isNeeded: Readonly<Record<PartName, (form: Form) => boolean>> = {
  countries: (form) => fieldsOf(form).some(({ kind }) => kind === 'country'),
  defaults: (form) =>
    fieldsOf(form).some(({ default: first }) => typeof first === 'object' && 'from' in first),
  visit: () => true,
  later: () => true,
  review: (form) => form.review === true,
  outcomes: (form) => form.outcomes.some(({ show }) => isRich(show)),
  pace: ({ protection }) => protection.minSeconds !== undefined,
  work: ({ protection }) => Boolean(protection.proofOfWork),
  api: () => false,
  hints: () => false,
  search: () => false,
};

/** Whether an outcome is more than words or an address that stands as it is. */
function isRich(show: Show): boolean {
  return show.kind === 'booking' || show.kind === 'download' || 'fields' in show;
}

/** The parts that are composed into the script of this form. */
export function partsFor(form: Form): readonly PartName[] {
  return partNames.filter((name) => isNeeded[name](form));
}

function fieldsOf(form: Form): Form['steps'][number]['fields'] {
  return form.steps.flatMap((step) => step.fields);
}
