// Between which numbers an answer must be, or of how many options it may consist.
import * as z from 'zod';
import { number, shownNumber } from '../reading.ts';
import { Pair } from '../section.tsx';
import { SettingText } from '../setting.tsx';
import { useFieldSettings, type KindProps } from '../use-field-settings.ts';
import { notCrossed } from './limits.ts';

const schemas = {
  numbers: z.object({ min: number(), max: number() }).superRefine(notCrossed('min', 'max')),
  counts: z
    .object({ min: number({ least: 0, whole: true }), max: number({ least: 1, whole: true }) })
    .superRefine(notCrossed('min', 'max')),
};

export function NumberLimits({ field, of }: KindProps & { readonly of: keyof typeof schemas }) {
  const settings = useFieldSettings(field, {
    shown: { min: shownNumber(field.min), max: shownNumber(field.max) },
    schema: schemas[of],
  });
  return (
    <Pair>
      <SettingText
        settings={settings}
        name="min"
        label={of === 'counts' ? 'Options, at least' : 'At least'}
        inputMode="decimal"
      />
      <SettingText settings={settings} name="max" label="At most" inputMode="decimal" />
    </Pair>
  );
}
