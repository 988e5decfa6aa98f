// What of a form is worked on, as addresses name it.
export const builderTabs = [
  'build',
  'logic',
  'profiling',
  'outcomes',
  'consent',
  'theme',
  'translations',
  'embed',
  'try',
  'share',
  'versions',
  'numbers',
] as const;

export type BuilderTab = (typeof builderTabs)[number];

export function isBuilderTab(text: string): text is BuilderTab {
  return builderTabs.some((tab) => tab === text);
}
