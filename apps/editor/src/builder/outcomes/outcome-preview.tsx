// An outcome as visitors see it, in the form's own look.
import { drawOutcome } from '@baton/page/canvas';
import type { Show } from '@baton/form';
import { ExternalLink } from 'lucide-react';
import { useMemo } from 'react';
import { wordsOf } from '../../draft/edit-outcomes.ts';
import { CanvasPiece } from '../build/canvas-piece.tsx';
import { useCanvasGround, useCanvasStyles } from '../build/use-canvas-styles.ts';
import { useFormWords } from '../use-form-words.ts';

export function OutcomePreview({ show }: { readonly show: Show }) {
  const words = useFormWords();
  const styles = useCanvasStyles();
  const ground = useCanvasGround();
  const html = useMemo(() => drawOutcome(show, words), [show, words]);
  const { title, text } = wordsOf(show);
  return (
    <section
      aria-label="As visitors see it"
      className="min-w-0 rounded-card border border-line bg-card xl:sticky xl:top-0"
    >
      <h3 className="border-b border-line px-5 py-2.5 text-sm font-medium text-soft">As visitors see it</h3>
      <div style={ground} className="rounded-b-card px-6 py-6">
        {html === null ? (
          <p className="flex items-start gap-2 text-soft">
            <ExternalLink size={16} aria-hidden="true" className="mt-0.5 shrink-0" />
            <span className="min-w-0 break-words">
              They are led at once to{' '}
              {'url' in show && show.url !== '' ? (
                <strong className="font-medium text-ink">{show.url}</strong>
              ) : (
                'a page whose address is still missing'
              )}
              .
            </span>
          </p>
        ) : (
          <>
            <p className="sr-only">{[title, text].filter(Boolean).join('. ')}</p>
            <CanvasPiece html={html} styles={styles} />
            {show.kind === 'booking' && show.inline === true && (
              <div className="mt-4 grid h-48 place-items-center rounded-control border border-dashed border-line text-soft">
                The calendar stands here
              </div>
            )}
          </>
        )}
      </div>
    </section>
  );
}
