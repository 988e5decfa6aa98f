// Themes to look at: one for each thing that a theme can say.
import type { Form } from '@baton/form';

export const themes: Readonly<Record<string, Form['theme']>> = {
  accent: { accent: '#0a5c36', radius: 4 },
  card: { background: '#fff7ed', text: '#431407', accent: '#c2410c', radius: 14, density: 'compact' },
  night: { scheme: 'dark', accent: '#f5b942', button: 'soft', font: 'Georgia, serif' },
  side: { labels: 'side', button: 'outline', buttonWidth: 'full', fontSize: 15 },
  both: { background: '#f8fafc', accent: '#7c3aed', dark: { background: '#1e1b2e', accent: '#c4b5fd' } },
};
