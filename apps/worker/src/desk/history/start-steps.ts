// The steps of the first thirty days, in the order in which they are best taken.

export const startSteps = [
  'history_imported',
  'attributes_described',
  'people_invited',
  'teams_made',
  'agreement_drafted',
  'agreement_proposed',
  'agreement_signed',
  'form_published',
  'destination_tested',
  'first_submission',
  'first_handoff',
  'first_verdict',
  'first_outcome',
  'first_review',
] as const;

export type StartStep = (typeof startSteps)[number];
