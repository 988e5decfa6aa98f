// Themes to begin with. Every one of them can be read on light and on dark pages.
import type { Theme } from '@baton/form';

export type Preset = { readonly name: string; readonly theme: Theme };

export const presets: readonly Preset[] = [
  { name: 'Plain', theme: {} },
  { name: 'Ink', theme: { accent: '#16181d', radius: 4, dark: { accent: '#f3f4f6' } } },
  { name: 'Forest', theme: { accent: '#0a5c36', radius: 6, dark: { accent: '#7be0ae' } } },
  {
    name: 'Paper',
    theme: {
      background: '#fbf6ee',
      text: '#2b2622',
      line: '#8f8373',
      accent: '#9a4a1f',
      radius: 4,
      font: 'Georgia, serif',
      dark: { background: '#221e1a', text: '#f2ece4', line: '#8f8373', accent: '#e7a77c' },
    },
  },
  {
    name: 'Iris',
    theme: { accent: '#6d3bd1', radius: 16, button: 'soft', dark: { accent: '#c3a6ff' } },
  },
  {
    name: 'Coral',
    theme: { accent: '#c2334d', radius: 24, buttonWidth: 'full', dark: { accent: '#ff8fa3' } },
  },
  {
    name: 'Midnight',
    theme: { scheme: 'dark', background: '#10131f', text: '#e9ecf8', accent: '#8f9bff', radius: 10 },
  },
  {
    name: 'Office',
    theme: { accent: '#0b57d0', radius: 2, density: 'compact', labels: 'side', dark: { accent: '#8ab4f8' } },
  },
];
