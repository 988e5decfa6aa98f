// How long an answer may be.
import * as z from 'zod';
import { number } from '../reading.ts';
import { Pair } from '../section.tsx';
import { SettingText } from '../setting.tsx';
import { useFieldSettings, type KindProps } from '../use-field-settings.ts';
import { notCrossed } from './limits.ts';
import { shownNumber } from '../reading.ts';

const schemaFor = (most: number) =>
  z
    .object({
      minLength: number({ least: 0, most, whole: true }),
      maxLength: number({ least: 1, most, whole: true }),
    })
    .superRefine(notCrossed('minLength', 'maxLength'));

const schemas = { line: schemaFor(1000), lines: schemaFor(10_000) };

/** @param of one line of text, or several: they may be of different lengths */
export function Lengths({ field, of }: KindProps & { readonly of: keyof typeof schemas }) {
  const settings = useFieldSettings(field, {
    shown: { minLength: shownNumber(field.minLength), maxLength: shownNumber(field.maxLength) },
    schema: schemas[of],
  });
  return (
    <Pair>
      <SettingText settings={settings} name="minLength" label="Characters, at least" inputMode="numeric" />
      <SettingText
        settings={settings}
        name="maxLength"
        label="At most"
        inputMode="numeric"
        placeholder={of === 'line' ? '1000' : '10000'}
      />
    </Pair>
  );
}
