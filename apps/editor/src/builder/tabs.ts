// What of a form is worked on, each on a screen of its own that is loaded when it is gone to.
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

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

type Tab = { readonly name: string; readonly Screen: LazyExoticComponent<ComponentType> };

export const tabs: Readonly<Record<BuilderTab, Tab>> = {
  build: {
    name: 'Build',
    Screen: lazy(async () => ({ default: (await import('./build/build-tab.tsx')).BuildTab })),
  },
  logic: {
    name: 'Logic',
    Screen: lazy(async () => ({ default: (await import('./logic/logic-tab.tsx')).LogicTab })),
  },
  profiling: {
    name: 'Profiling',
    Screen: lazy(async () => ({ default: (await import('./profiling/profiling-tab.tsx')).ProfilingTab })),
  },
  outcomes: {
    name: 'Outcomes',
    Screen: lazy(async () => ({ default: (await import('./outcomes/outcomes-tab.tsx')).OutcomesTab })),
  },
  consent: {
    name: 'Consent',
    Screen: lazy(async () => ({ default: (await import('./consent/consent-tab.tsx')).ConsentTab })),
  },
  theme: {
    name: 'Theme',
    Screen: lazy(async () => ({ default: (await import('./theme/theme-tab.tsx')).ThemeTab })),
  },
  translations: {
    name: 'Translations',
    Screen: lazy(async () => ({
      default: (await import('./translations/translations-tab.tsx')).TranslationsTab,
    })),
  },
  embed: {
    name: 'Embed',
    Screen: lazy(async () => ({ default: (await import('./embed/embed-tab.tsx')).EmbedTab })),
  },
  try: {
    name: 'Try it',
    Screen: lazy(async () => ({ default: (await import('./try/try-tab.tsx')).TryTab })),
  },
  share: {
    name: 'Share',
    Screen: lazy(async () => ({ default: (await import('./share/share-tab.tsx')).ShareTab })),
  },
  versions: {
    name: 'Versions',
    Screen: lazy(async () => ({ default: (await import('./versions/versions-tab.tsx')).VersionsTab })),
  },
  numbers: {
    name: 'Numbers',
    Screen: lazy(async () => ({ default: (await import('./numbers/numbers-tab.tsx')).NumbersTab })),
  },
};

export function isBuilderTab(text: string): text is BuilderTab {
  return builderTabs.some((tab) => tab === text);
}
