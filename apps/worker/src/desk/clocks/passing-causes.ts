// Why a handoff went from one person to another: a missed deadline, somebody who passed it on, somebody who claimed it,
// or all that hung on a person going to another.

export const passingCauses = ['breach', 'assigned', 'claimed', 'handed_on'] as const;

export type PassingCause = (typeof passingCauses)[number];
