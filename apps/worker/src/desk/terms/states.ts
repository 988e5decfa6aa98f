// The words for what a version of the agreement can be, how a proposal ends, and who agrees.

export const agreementStates = ['proposed', 'in_force', 'replaced', 'withdrawn', 'expired'] as const;
export type AgreementState = (typeof agreementStates)[number];

/** Why a proposal came to nothing. */
export const endings = ['withdrawn', 'answered', 'outdated', 'expired'] as const;
export type Ending = (typeof endings)[number];

/** The two sides that agree. */
export const sides = ['marketing', 'sales'] as const;
export type Side = (typeof sides)[number];
