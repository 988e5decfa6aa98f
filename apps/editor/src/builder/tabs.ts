// What of a form is worked on, each on a screen of its own that is loaded when it is gone to.
import type { ComponentType } from 'react';
import { later } from '../parts/later.tsx';
import type { BuilderTab } from './tab-names.ts';

type Tab = { readonly name: string; readonly Screen: ComponentType };

export const tabs: Readonly<Record<BuilderTab, Tab>> = {
  build: {
    name: 'Build',
    Screen: later(async () => (await import('./build/build-tab.tsx')).BuildTab),
  },
  logic: {
    name: 'Logic',
    Screen: later(async () => (await import('./logic/logic-tab.tsx')).LogicTab),
  },
  profiling: {
    name: 'Profiling',
    Screen: later(async () => (await import('./profiling/profiling-tab.tsx')).ProfilingTab),
  },
  outcomes: {
    name: 'Outcomes',
    Screen: later(async () => (await import('./outcomes/outcomes-tab.tsx')).OutcomesTab),
  },
  consent: {
    name: 'Consent',
    Screen: later(async () => (await import('./consent/consent-tab.tsx')).ConsentTab),
  },
  theme: {
    name: 'Theme',
    Screen: later(async () => (await import('./theme/theme-tab.tsx')).ThemeTab),
  },
  translations: {
    name: 'Translations',
    Screen: later(async () => (await import('./translations/translations-tab.tsx')).TranslationsTab),
  },
  embed: {
    name: 'Embed',
    Screen: later(async () => (await import('./embed/embed-tab.tsx')).EmbedTab),
  },
  try: {
    name: 'Try it',
    Screen: later(async () => (await import('./try/try-tab.tsx')).TryTab),
  },
  share: {
    name: 'Share',
    Screen: later(async () => (await import('./share/share-tab.tsx')).ShareTab),
  },
  versions: {
    name: 'Versions',
    Screen: later(async () => (await import('./versions/versions-tab.tsx')).VersionsTab),
  },
  numbers: {
    name: 'Numbers',
    Screen: later(async () => (await import('./numbers/numbers-tab.tsx')).NumbersTab),
  },
};
