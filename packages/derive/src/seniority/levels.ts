// The levels of seniority, and how a language's table tells them by words.

/** The ids of the options of the attribute `seniority`, lowest first. */
export const seniorities = ['intern', 'junior', 'senior', 'manager', 'director', 'vp', 'c_level'] as const;

export type SeniorityId = (typeof seniorities)[number];

/**
 * Phrases are parted by commas and written as people write them; case, accents and punctuation do not matter.
 * `*` stands for one to ten words (`chief * officer`). A phrase that starts with `=` counts only where it is all
 * that its part of the title says (`=partner`, but not "partner manager").
 */
export type Phrases = string;

/** How one language says what somebody is. Where phrases overlap, the longest holds. */
export type TitleWords = {
  readonly levels: Readonly<Partial<Record<SeniorityId, Phrases>>>;
  /** Ends of compounds: `leiter` is the end of "Teamleiter". Whole phrases come first. */
  readonly endings?: Readonly<Partial<Record<SeniorityId | 'aide', Phrases>>>;
  /** Who works for somebody of a level without having it: assistants, secretaries, advisers. */
  readonly aides?: Phrases;
  /** What follows is a subject, a place or the past, up to the next comma or "and": "of", "at", "former". */
  readonly topics?: Phrases;
  /** What follows is somebody else, to the end of the part: "assistant to the President and CEO". */
  readonly beneath?: Phrases;
  /** "and" */
  readonly joins?: Phrases;
  /** Phrases that hold a word of the table and mean nothing by it: "product owner", "student affairs". */
  readonly ignored?: Phrases;
  /** What is written on to the front of a word, such as an article, longest first. */
  readonly prefixes?: readonly string[];
};
