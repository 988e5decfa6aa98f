// The option for whoever finds no other: what it is called, and the question behind it.
import * as z from 'zod';
import { text } from '../reading.ts';
import { SettingCheck, SettingText, useIsOn } from '../setting.tsx';
import { useFieldSettings, type KindProps } from '../use-field-settings.ts';

const schema = z.object({ isOffered: z.boolean().default(false), label: text(500), question: text(2000) });

export function OtherSettings({ field }: KindProps) {
  const { other } = field;
  const kept = other?.attribute === undefined ? {} : { attribute: other.attribute };
  const settings = useFieldSettings(field, {
    shown: {
      isOffered: other !== undefined,
      label: other?.label ?? '',
      question: other?.question ?? '',
    },
    schema: schema.transform(({ isOffered, label, question }) => ({
      other: isOffered
        ? {
            ...kept,
            ...(label === undefined ? {} : { label }),
            ...(question === undefined ? {} : { question }),
          }
        : undefined,
    })),
    together: 'other',
  });
  return (
    <>
      <SettingCheck
        settings={settings}
        name="isOffered"
        label="Offer “Other”"
        hint="Comes last, and asks what it is."
      />
      {useIsOn(settings, 'isOffered') && (
        <>
          <SettingText settings={settings} name="label" label="It is called" placeholder="Other" />
          <SettingText settings={settings} name="question" label="It asks" placeholder="Please tell us" />
        </>
      )}
    </>
  );
}
