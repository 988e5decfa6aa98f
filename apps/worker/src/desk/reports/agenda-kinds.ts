// What there may be to decide together after a week.

export const agendaKinds = [
  'target',
  'alert',
  'questions',
  'breaches',
  'quality',
  'agreement',
  'outcomes',
] as const;

export type AgendaKind = (typeof agendaKinds)[number];
