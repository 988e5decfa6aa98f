// The colours of the form, on light pages and on dark ones.
import { colourTokens, type ColourToken, type Theme } from '@baton/form';
import { useState } from 'react';
import {
  lookOn,
  lowContrast,
  pagesOf,
  setColour,
  setThemeKeys,
  type PageKind,
} from '../../draft/edit-theme.ts';
import { Segments } from '../../parts/segments.tsx';
import { Section } from '../../parts/split.tsx';
import { ColourField } from './colour-field.tsx';
import { useTheme } from './use-theme.ts';

const names: Readonly<Record<ColourToken, string>> = {
  accent: 'Accent',
  background: 'Background',
  text: 'Text',
  field: 'Inside of fields',
  line: 'Edge of fields',
  error: 'Mistakes',
};

const schemes = [
  { value: 'auto', label: 'As the page' },
  { value: 'light', label: 'Always light' },
  { value: 'dark', label: 'Always dark' },
] as const;

const pageNames: Readonly<Record<PageKind, string>> = { light: 'Light pages', dark: 'Dark pages' };

export function ThemeColours() {
  const [theme, change] = useTheme();
  const [chosen, setChosen] = useState<PageKind>('light');
  const pages = pagesOf(theme);
  const page = pages.includes(chosen) ? chosen : (pages[0] ?? 'light');
  const look = lookOn(theme, page);
  return (
    <Section title="Colours" about={aboutColours(theme, page)}>
      <Segments
        asField
        label="Light or dark"
        value={theme.scheme ?? 'auto'}
        choices={schemes}
        onChange={(scheme) =>
          change((before) => setThemeKeys(before, { scheme: scheme === 'auto' ? undefined : scheme }))
        }
      />
      {pages.length > 1 && (
        <Segments
          asField
          label="Colours on"
          value={page}
          choices={pages.map((one) => ({ value: one, label: pageNames[one] }))}
          onChange={setChosen}
        />
      )}
      {look && (
        <div className="space-y-2.5">
          {colourTokens.map((token) => (
            <ColourField
              key={`${page} ${token}`}
              name={names[token]}
              given={look.given[token]}
              shown={look.colours[token]}
              low={lowContrast(theme, page, token)}
              onColour={(colour) =>
                change((before) => setColour(before, page, token, colour), `${page} ${token}`)
              }
            />
          ))}
        </div>
      )}
    </Section>
  );
}

function aboutColours(theme: Theme, page: PageKind): string {
  const isAuto = theme.scheme === undefined || theme.scheme === 'auto';
  if (isAuto && theme.background !== undefined && theme.dark === undefined)
    return 'With a background of its own and no colours for dark pages, the form looks the same everywhere.';
  if (page === 'dark' && isAuto)
    return 'What you leave empty follows: an accent that is too dark gets lighter.';
  return 'What you leave empty follows from the website and from the other colours.';
}
