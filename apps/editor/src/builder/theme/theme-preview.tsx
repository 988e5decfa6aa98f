// The whole form as visitors meet it, on a light page and on a dark one, with all that a theme colours.
import type { Field } from '@baton/form';
import { drawStep } from '@baton/page/canvas';
import { memo, useMemo, useState } from 'react';
import { lookOn, type PageKind } from '../../draft/edit-theme.ts';
import type { DraftStep } from '../../draft/form-draft.ts';
import { shownField } from '../../draft/shown-field.ts';
import { Empty } from '../../parts/state.tsx';
import { Segments } from '../../parts/segments.tsx';
import { useBuilder, useDraft } from '../builder-context.ts';
import { useFormWords } from '../use-form-words.ts';
import { CanvasPiece } from '../build/canvas-piece.tsx';
import { useCanvasStyles } from '../build/use-canvas-styles.ts';
import { WebPage } from '../web-page.tsx';
import { useTheme } from './use-theme.ts';

const pages = ['light', 'dark'] as const satisfies readonly PageKind[];

export function ThemePreview() {
  const steps = useDraft((draft) => draft.steps);
  const [state, setState] = useState<'fresh' | 'wrong'>('fresh');
  const isEmpty = steps.every(({ fields }) => fields.length === 0);
  if (isEmpty) return <Empty title="Nothing to look at yet">Add a field on the Build tab.</Empty>;
  return (
    <div className="p-4 md:p-8">
      <div className="mb-6 flex justify-center">
        <Segments
          label="The form is shown"
          value={state}
          choices={[
            { value: 'fresh', label: 'As it opens' },
            { value: 'wrong', label: 'With a mistake' },
          ]}
          onChange={setState}
        />
      </div>
      <div className="grid gap-6 xl:grid-cols-2">
        {pages.map((page) => (
          <OnPage key={page} page={page} steps={steps} isWrong={state === 'wrong'} />
        ))}
      </div>
    </div>
  );
}

type OnPageProps = {
  readonly page: PageKind;
  readonly steps: readonly DraftStep[];
  readonly isWrong: boolean;
};

function OnPage({ page, steps, isWrong }: OnPageProps) {
  const [theme] = useTheme();
  const styles = useCanvasStyles();
  const look = lookOn(theme, page);
  return (
    <WebPage page={page} name={`On a ${page} page`}>
      <div className="space-y-8">
        {steps.map((step, index) => (
          <div key={step.id} style={cardOf(look, theme.radius)}>
            <DrawnStep {...{ step, index, styles, isWrong }} count={steps.length} />
          </div>
        ))}
      </div>
    </WebPage>
  );
}

/** What the form paints behind itself, as it does on a website. */
function cardOf(look: ReturnType<typeof lookOn>, radius = 8) {
  if (look?.isPainted !== true) return {};
  return {
    background: look.colours.background,
    padding: 'clamp(16px, 5%, 32px)',
    borderRadius: radius * 1.5,
  };
}

type StepProps = {
  readonly step: DraftStep;
  readonly index: number;
  readonly count: number;
  readonly styles: CSSStyleSheet;
  readonly isWrong: boolean;
};

const DrawnStep = memo(function DrawnStep({ step, index, count, styles, isWrong }: StepProps) {
  const { attributes } = useBuilder();
  const words = useFormWords();
  const html = useMemo(() => {
    const fields = step.fields.map((field) =>
      answered(
        shownField(field, field.attribute === undefined ? undefined : attributes.get(field.attribute)),
      ),
    );
    const missing = isWrong ? fields.find(({ required, kind }) => required && kind !== 'hidden') : undefined;
    return drawStep(step.title ?? '', fields, {
      words,
      step: index + 1,
      steps: count,
      conditional: Boolean(step.shownWhen),
      ...(missing ? { missing: missing.id } : {}),
    });
  }, [step, index, count, isWrong, words, attributes]);
  const done: Readonly<Record<`--${string}`, string>> = { '--done': `${((index + 1) / count) * 100}%` };
  return (
    <div style={done}>
      <CanvasPiece html={html} styles={styles} />
    </div>
  );
});

/** With something chosen, so that what is chosen can be seen. */
function answered(field: Field): Field {
  const [first] = field.options ?? [];
  if (first === undefined || field.default !== undefined) return field;
  return { ...field, default: field.kind === 'choices' ? [first.id] : first.id };
}
