// The last step as visitors meet it, with its consent, and what is kept of it.
import { withConsent } from '@baton/form';
import { drawStep } from '@baton/page/canvas';
import { useMemo } from 'react';
import { consentOf } from '../../draft/edit-consent.ts';
import { shownField } from '../../draft/shown-field.ts';
import { useBuilder, useDraft } from '../builder-context.ts';
import { useFormWords } from '../use-form-words.ts';
import { CanvasPiece } from '../build/canvas-piece.tsx';
import { useCanvasGround, useCanvasStyles } from '../build/use-canvas-styles.ts';
import { WebPage } from '../web-page.tsx';

/** What is above it is of no interest here. */
const mostFields = 2;

export function ConsentPreview() {
  const { attributes } = useBuilder();
  const styles = useCanvasStyles();
  const ground = useCanvasGround();
  const consent = useDraft(consentOf);
  const words = useFormWords();
  const last = useDraft(({ steps }) => steps.findLast(({ shownWhen }) => !shownWhen));
  const html = useMemo(() => {
    const before = (last?.fields ?? [])
      .filter(({ kind }) => kind !== 'hidden')
      .slice(-mostFields)
      .map((field) =>
        shownField(field, field.attribute === undefined ? undefined : attributes.get(field.attribute)),
      );
    const [step] = withConsent({ steps: [{ id: 'last', title: '', fields: before }], consent }).steps;
    return drawStep('', step?.fields ?? [], { words, step: 1, steps: 1 });
  }, [last, consent, words, attributes]);
  const isPainted = ground.background !== undefined;
  return (
    <div className="mx-auto max-w-160 p-4 md:p-8">
      <WebPage page="light" name="The end of the last step, as visitors see it">
        <div style={ground} className={isPainted ? 'rounded-card px-6 pt-2 pb-6' : '-mt-6'}>
          <CanvasPiece html={html} styles={styles} />
        </div>
      </WebPage>
      <Kept />
    </div>
  );
}

/** What proves later what somebody agreed to. */
function Kept() {
  const { text = '', version = '', required = false, marketing } = useDraft(consentOf);
  const hasText = text.trim() !== '';
  if (!hasText && marketing === undefined)
    return (
      <p className="mt-4 text-sm text-soft">
        Nothing is asked. Visitors agree to nothing by sending this form.
      </p>
    );
  return (
    <div className="mt-4 text-sm text-soft">
      <p>Kept with each submission:</p>
      <ul className="mt-1 list-disc space-y-0.5 pl-5">
        <li>the words as they stood before the visitor, in their language, and when</li>
        {hasText && (
          <li>
            {version === '' ? 'a fingerprint of the text, as its version' : `the version, “${version}”`}
          </li>
        )}
        {hasText && <li>{required ? 'that the box was ticked' : 'that they agreed by sending'}</li>}
        {marketing && <li>whether they may be written to</li>}
      </ul>
    </div>
  );
}
