// Whether a list can be searched by typing.
import * as z from 'zod';
import { SettingSelect } from '../setting.tsx';
import { useFieldSettings, type KindProps } from '../use-field-settings.ts';

const schema = z.object({
  search: z
    .string()
    .transform((typed) => (typed === '' ? undefined : typed === 'yes'))
    .optional(),
});

export function Search({ field }: KindProps) {
  const settings = useFieldSettings(field, {
    shown: { search: field.search === undefined ? '' : field.search ? 'yes' : 'no' },
    schema,
  });
  return (
    <SettingSelect settings={settings} name="search" label="Searched by typing">
      <option value="">When the list is long</option>
      <option value="yes">Always</option>
      <option value="no">Never</option>
    </SettingSelect>
  );
}
