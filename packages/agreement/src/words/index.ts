// An agreement and its changes in words. Reaches no schema library, so that a browser can afford it.
export { agreementInWords } from './agreement-in-words.ts';
export { diffInWords, type ChangeInWords } from './diff-in-words.ts';
export { sectionTitles, type Section, type SectionId, type Sentence } from './sections.ts';
export type { Names } from './speaker.ts';
export { summaryInWords } from './summary-in-words.ts';
