// A visitor's first, second and every further visit: what they would be asked, drawn as they would see it.
import { drawField, type Words } from '@baton/page/canvas';
import type { Field, Form } from '@baton/form';
import { useId, useMemo, useState } from 'react';
import { CanvasPiece } from '../build/canvas-piece.tsx';
import { useCanvasGround, useCanvasStyles } from '../build/use-canvas-styles.ts';
import { useFormWords } from '../use-form-words.ts';
import type { NotAsked, VisitPlan } from './visits-plan.ts';

type Props = { readonly plans: readonly VisitPlan[] | null; readonly form: Form | null };

export function VisitPreview({ plans, form }: Props) {
  const [visit, setVisit] = useState(1);
  const id = useId();
  const at = Math.min(visit, plans?.length ?? 1);
  const plan = plans?.[at - 1];
  return (
    <section
      aria-labelledby={`${id}-title`}
      className="min-w-0 rounded-card border border-line bg-card lg:sticky lg:top-0"
    >
      <div className="border-b border-line p-5">
        <h2 id={`${id}-title`} className="text-lg font-semibold">
          As a visitor
        </h2>
        {plan && plans ? (
          <>
            <div className="mt-3 flex items-center gap-3">
              <label htmlFor={id} className="font-medium whitespace-nowrap tabular-nums">
                On visit {at}
              </label>
              <input
                id={id}
                type="range"
                min={1}
                max={plans.length}
                value={at}
                aria-valuetext={`Visit ${at} of ${plans.length}`}
                onChange={({ target }) => setVisit(target.valueAsNumber)}
                className="min-w-0 flex-1 accent-accent"
              />
            </div>
            <p role="status" className="mt-2 text-soft">
              {summaryOf(plan)}
            </p>
          </>
        ) : (
          <p className="mt-2 text-soft">
            What is asked cannot be told while conditions have mistakes. The Logic tab marks them.
          </p>
        )}
      </div>
      {plan && form && <Drawn plan={plan} form={form} />}
    </section>
  );
}

function summaryOf({ asked, notAsked }: VisitPlan): string {
  const count = (reason: NotAsked): number => [...notAsked.values()].filter((one) => one === reason).length;
  const [known, waits] = [count('known'), count('waits')];
  const parts = [
    asked.length === 1 ? '1 question is asked' : `${asked.length} questions are asked`,
    known > 0 && `${known} known already`,
    waits > 0 && (waits === 1 ? '1 waits for its turn' : `${waits} wait for their turn`),
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}

const reasons: Readonly<Record<NotAsked, string>> = {
  known: 'known already',
  waits: 'waits for its turn',
  not_shown: 'its condition does not hold',
};

function Drawn({ plan, form }: { readonly plan: VisitPlan; readonly form: Form }) {
  const styles = useCanvasStyles();
  const ground = useCanvasGround();
  const words = useFormWords();
  const asked = new Set(plan.asked);
  const steps = form.steps
    .map((step) => ({
      ...step,
      fields: step.fields.filter(({ id, kind }) => asked.has(id) || kind === 'statement'),
    }))
    .filter(({ fields }) => fields.some(({ id }) => asked.has(id)));
  const missing = form.steps
    .flatMap(({ fields }) => fields)
    .flatMap((field) => {
      const reason = plan.notAsked.get(field.id);
      return reason && field.otherOf === undefined ? [{ field, reason }] : [];
    });
  return (
    <>
      <div style={ground} className="px-6 pb-6">
        {steps.map(({ id, title, fields }) => (
          <div key={id} className="pt-5">
            {title !== '' && <h3 className="font-semibold">{title}</h3>}
            {fields.map((field) => (
              <Question key={field.id} field={field} words={words} styles={styles} />
            ))}
          </div>
        ))}
        {steps.length === 0 && (
          <p className="pt-6 text-center text-soft">Nothing is left to ask. The form is a button alone.</p>
        )}
      </div>
      {missing.length > 0 && (
        <div className="border-t border-line p-5">
          <h3 className="text-sm font-semibold">Not asked</h3>
          <ul className="mt-1 space-y-1 text-sm text-soft">
            {missing.map(({ field, reason }) => (
              <li key={field.id}>
                {field.label} · {reasons[reason]}
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className="border-t border-line px-5 py-3 text-xs text-soft">
        Supposed that everything is answered at each visit, in such a way that what hangs on answers is shown.
        {form.profiling.order === 'deciding' &&
          ' From the second visit on, which questions get their turn depends on what was answered: here they stand as listed. Try it as somebody who is known to see what decides.'}
      </p>
    </>
  );
}

type QuestionProps = { readonly field: Field; readonly words: Words; readonly styles: CSSStyleSheet };

function Question({ field, words, styles }: QuestionProps) {
  const html = useMemo(() => drawField(field, { words }), [field, words]);
  return (
    <>
      <p className="sr-only">{field.label}</p>
      <CanvasPiece html={html} styles={styles} />
    </>
  );
}
