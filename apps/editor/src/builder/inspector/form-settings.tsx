// The form as a whole: what it is called, in which language it speaks, how it is sent, and where it may stand.
import { toOrigin } from '@baton/form';
import * as z from 'zod';
import { patched } from '../../draft/edit-fields.ts';
import { useBuilder, useDraft } from '../builder-context.ts';
import { languageNames } from './language-names.ts';
import { PaneTitle } from './pane-title.tsx';
import { box, text, words } from './reading.ts';
import { Section } from './section.tsx';
import { SettingArea, SettingCheck, SettingSelect, SettingText } from './setting.tsx';
import { useSettings } from './use-settings.ts';

const websites = z
  .string()
  .transform((typed, context) => {
    const lines = typed
      .split(/[\n,]/)
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const origins = lines.map((line) => toOrigin(line.includes('://') ? line : `https://${line}`));
    const wrong = lines[origins.indexOf(undefined)];
    const read = origins.filter((origin) => origin !== undefined);
    if (wrong === undefined) return read.length === 0 ? undefined : [...new Set(read)];
    const message = `“${wrong}” is not the address of a website, as in https://www.example.com.`;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  })
  .optional();

const schema = z.object({
  name: words(200, 'A form needs a name.'),
  description: text(300),
  language: z.string().optional(),
  review: box(),
  partials: box(),
  websites,
});

export function FormSettings() {
  const { store, mayWrite } = useBuilder();
  const draft = useDraft((now) => now);
  const language = draft.language ?? 'en';
  const settings = useSettings({
    shown: {
      name: draft.name,
      description: draft.description ?? '',
      language,
      review: draft.review === true,
      partials: draft.partials === true,
      websites: (draft.websites ?? []).join('\n'),
    },
    schema,
    disabled: !mayWrite,
    put: ({ name, ...rest }, key) =>
      store.edit((now) => patched(now, name === undefined ? rest : { ...rest, name }), key),
  });
  return (
    <>
      <PaneTitle>Form</PaneTitle>
      <Section>
        <SettingText settings={settings} name="name" label="Name" />
        <SettingArea
          settings={settings}
          name="description"
          label="Description"
          hint="Shown where somebody shares a link to its page."
          rows={2}
        />
        <SettingSelect settings={settings} name="language" label="Language">
          {languageNames(language).map(([tag, name]) => (
            <option key={tag} value={tag}>
              {name}
            </option>
          ))}
        </SettingSelect>
      </Section>
      <Section title="Sending">
        <SettingCheck
          settings={settings}
          name="review"
          label="Look over the answers before sending"
          hint="All of them once more, each with a way to change it."
        />
        <SettingCheck
          settings={settings}
          name="partials"
          label="Keep finished steps of those who leave"
          hint="Once the e-mail and every demanded consent are given. Sales is not told of them."
        />
      </Section>
      <Section title="Websites">
        <SettingArea
          settings={settings}
          name="websites"
          label="May stand on"
          hint="One address a line. None: on every website."
          placeholder="https://www.example.com"
          spellCheck={false}
          rows={3}
        />
      </Section>
    </>
  );
}
