// A box to tick: the words that are agreed to, and where they can be read in full. It is never ticked in advance.
import { Answering } from '../groups/answering.tsx';
import { LinkSettings } from '../groups/link-settings.tsx';
import { QuestionWords } from '../groups/question-words.tsx';
import { AttributeSettings } from '../attribute/attribute-settings.tsx';
import { ProgramName } from '../groups/program-name.tsx';
import { More } from '../section.tsx';
import type { KindProps } from '../use-field-settings.ts';

export function ConsentSettings({ field }: KindProps) {
  return (
    <>
      <QuestionWords field={field} called="What is agreed to" long />
      <LinkSettings field={field} />
      <Answering field={field} />
      <AttributeSettings field={field} />
      <More title="More">
        <ProgramName field={field} />
      </More>
    </>
  );
}
