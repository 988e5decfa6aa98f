// The address of a website, which the e-mail's domain may stand in for.
import { Answering } from '../groups/answering.tsx';
import { FirstValue } from '../groups/first-value-settings.tsx';
import { Privacy } from '../groups/privacy.tsx';
import { QuestionWords } from '../groups/question-words.tsx';
import { AttributeSettings } from '../attribute/attribute-settings.tsx';
import { ProgramName } from '../groups/program-name.tsx';
import { More } from '../section.tsx';
import type { KindProps } from '../use-field-settings.ts';

export function UrlSettings({ field }: KindProps) {
  return (
    <>
      <QuestionWords field={field} placeholder />
      <Answering field={field} />
      <AttributeSettings field={field} />
      <More title="More">
        <FirstValue field={field} also={['email_domain']} />
        <Privacy field={field} />
        <ProgramName field={field} />
      </More>
    </>
  );
}
