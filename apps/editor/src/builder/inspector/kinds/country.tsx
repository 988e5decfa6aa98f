// A country from the list of all.
import { countryCodes } from '@baton/form';
import { useMemo } from 'react';
import { Answering } from '../groups/answering.tsx';
import { FirstValue, FixedChoice } from '../groups/first-value-settings.tsx';
import { Privacy } from '../groups/privacy.tsx';
import { QuestionWords } from '../groups/question-words.tsx';
import { Search } from '../groups/search.tsx';
import { AttributeSettings } from '../attribute/attribute-settings.tsx';
import { ProgramName } from '../groups/program-name.tsx';
import { More } from '../section.tsx';
import type { KindProps } from '../use-field-settings.ts';

export function CountrySettings({ field }: KindProps) {
  const countries = useMemo(namedCountries, []);
  return (
    <>
      <QuestionWords field={field} />
      <Answering field={field} />
      <AttributeSettings field={field} />
      <More title="More">
        <FirstValue
          field={field}
          also={['country']}
          fixed={(settings) => <FixedChoice settings={settings} options={countries} />}
        />
        <Search field={field} />
        <Privacy field={field} />
        <ProgramName field={field} />
      </More>
    </>
  );
}

function namedCountries() {
  const names = new Intl.DisplayNames('en', { type: 'region' });
  return countryCodes
    .map((id) => ({ id, label: names.of(id) ?? id }))
    .toSorted((one, other) => one.label.localeCompare(other.label, 'en'));
}
