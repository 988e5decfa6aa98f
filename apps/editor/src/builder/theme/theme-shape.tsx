// Everything of a theme that is not a colour: letters, corners, room, labels, buttons.
import { fontFamilies, fontSizeRange, radiusRange } from '@baton/form';
import { useState } from 'react';
import { setThemeKeys, type ThemePatch } from '../../draft/edit-theme.ts';
import { SelectField, TextField } from '../../parts/field.tsx';
import { Segments } from '../../parts/segments.tsx';
import { Section } from '../../parts/split.tsx';
import { RangeField } from './range-field.tsx';
import { useTheme } from './use-theme.ts';

const usual = { radius: 8, fontSize: 16 } as const;

export function ThemeShape() {
  const [theme, change] = useTheme();
  const set = (patch: ThemePatch, group?: string): void =>
    change((before) => setThemeKeys(before, patch), group);
  return (
    <>
      <Section title="Letters">
        <FontField />
        <RangeField
          label="Size"
          unit="px"
          range={fontSizeRange}
          value={theme.fontSize}
          usual={usual.fontSize}
          unset="the website’s"
          onValue={(fontSize) => set({ fontSize }, 'font size')}
        />
      </Section>
      <Section title="Shape">
        <RangeField
          label="Corners"
          unit="px"
          range={radiusRange}
          value={theme.radius}
          usual={usual.radius}
          unset={`${usual.radius} px`}
          onValue={(radius) => set({ radius }, 'radius')}
        />
        <Segments
          asField
          label="Room"
          value={theme.density ?? 'comfortable'}
          choices={[
            { value: 'comfortable', label: 'Comfortable' },
            { value: 'compact', label: 'Compact' },
          ]}
          onChange={(density) => set({ density: density === 'comfortable' ? undefined : density })}
        />
        <Segments
          asField
          label="Questions stand"
          value={theme.labels ?? 'top'}
          choices={[
            { value: 'top', label: 'Above' },
            { value: 'side', label: 'Beside, where there is room' },
          ]}
          onChange={(labels) => set({ labels: labels === 'top' ? undefined : labels })}
        />
        <Segments
          asField
          label="Button"
          value={theme.button ?? 'filled'}
          choices={[
            { value: 'filled', label: 'Filled' },
            { value: 'outline', label: 'Outline' },
            { value: 'soft', label: 'Soft' },
          ]}
          onChange={(button) => set({ button: button === 'filled' ? undefined : button })}
        />
        <Segments
          asField
          label="Button’s width"
          value={theme.buttonWidth ?? 'auto'}
          choices={[
            { value: 'auto', label: 'As its words' },
            { value: 'full', label: 'Full' },
          ]}
          onChange={(width) => set({ buttonWidth: width === 'auto' ? undefined : width })}
        />
      </Section>
    </>
  );
}

const fonts = [
  ['page', 'The website’s own'],
  ['system-ui, sans-serif', 'The device’s own'],
  ['Georgia, serif', 'Georgia'],
  ['ui-rounded, sans-serif', 'Rounded, where there is one'],
  ['ui-monospace, monospace', 'Typewriter'],
] as const;

function FontField() {
  const [theme, change] = useTheme();
  const font = theme.font ?? 'page';
  const isListed = fonts.some(([value]) => value === font);
  const [isOwn, setOwn] = useState(!isListed);
  const [typed, setTyped] = useState(isListed ? '' : font);
  const set = (next: string | undefined, group?: string): void =>
    change((before) => setThemeKeys(before, { font: next }), group);
  const isUnread = isOwn && typed !== '' && fontFamilies(typed) === undefined;
  return (
    <>
      <SelectField
        label="Font"
        value={isOwn || !isListed ? 'own' : font}
        onChange={({ target: { value } }) => {
          setOwn(value === 'own');
          if (value !== 'own') set(value === 'page' ? undefined : value);
        }}
      >
        {fonts.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
        <option value="own">By name …</option>
      </SelectField>
      {(isOwn || !isListed) && (
        <TextField
          label="Names of fonts"
          value={isOwn ? typed : font}
          placeholder="Inter, sans-serif"
          hint="The first that is there is taken. The website loads the font; Baton loads none."
          error={
            isUnread ? 'Names hold letters, digits, blanks and hyphens, with commas between them.' : undefined
          }
          onChange={({ target: { value } }) => {
            setOwn(true);
            setTyped(value);
            if (value === '') set(undefined, 'font');
            else if (fontFamilies(value) !== undefined) set(value, 'font');
          }}
        />
      )}
    </>
  );
}
