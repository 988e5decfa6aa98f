// The sections of an agreement as it is read, in the order of a contract, and what each sentence is.
import type { Path, Words } from '@baton/rules';

export const sectionTitles = {
  definitions: 'Definitions',
  fit: 'Fit: who they are',
  engagement: 'Engagement: what they did',
  intent: 'Intent: what they want',
  disqualify: 'Who is never handed off',
  tiers: 'Tiers and follow-up times',
  handoff: 'When a lead is handed off',
  routing: 'Who gets it',
  hours: 'Business hours',
  escalate: 'When nobody follows up',
  commitments: 'What each side promises',
  rejections: 'Reasons to reject',
  review: 'Review',
} as const;

export type SectionId = keyof typeof sectionTitles;

/** One sentence, and where in the document it comes from. */
export type Sentence = { readonly path: Path; readonly words: Words };

export type Section = {
  readonly id: SectionId;
  readonly title: string;
  /** Of the part of the document that the section is about. */
  readonly path: Path;
  readonly sentences: readonly Sentence[];
};
