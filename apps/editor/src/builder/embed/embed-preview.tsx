// The form on a page that is not there: where it stands, and when it comes.
import type { Embed, Look } from '@baton/form';
import { drawStep } from '@baton/page/canvas';
import { useMemo, type CSSProperties } from 'react';
import { embedInWords, embedOf } from '../../draft/edit-embed.ts';
import { lookOn, themeOf } from '../../draft/edit-theme.ts';
import { shownField } from '../../draft/shown-field.ts';
import { classes } from '../../parts/classes.ts';
import { useBuilder, useDraft } from '../builder-context.ts';
import { useFormWords } from '../use-form-words.ts';
import { CanvasPiece } from '../build/canvas-piece.tsx';
import { useCanvasStyles } from '../build/use-canvas-styles.ts';
import { WebPage } from '../web-page.tsx';

export function EmbedPreview() {
  const embed = useDraft(embedOf);
  const look = lookOn(useDraft(themeOf), 'light');
  const isOver = embed.mode !== 'inline';
  return (
    <div className="mx-auto max-w-220 p-4 md:p-8">
      <WebPage page="light" name={embedInWords(embed)}>
        <div className="relative -mx-5 -my-6 h-140 overflow-hidden px-5 py-6 md:-mx-8 md:-my-8 md:px-8 md:py-8">
          <Lines count={isOver ? 3 : 2} />
          {!isOver && <TheForm look={look} className="my-8 max-w-120" />}
          {isOver && embed.button && look && (
            <span
              className="my-6 inline-flex h-11 items-center rounded-control px-5 font-semibold"
              style={{ background: look.colours.accent, color: look.onAccent }}
            >
              {embed.button}
            </span>
          )}
          <Lines count={9} />
          {isOver && <Over mode={embed.mode} look={look} />}
        </div>
      </WebPage>
    </div>
  );
}

const windows: Readonly<Record<Exclude<Embed['mode'], 'inline'>, string>> = {
  popup:
    'inset-x-4 top-8 mx-auto max-h-[calc(100%-64px)] max-w-110 rounded-[16px] px-8 pt-8 pb-8 shadow-over',
  slidein:
    'right-4 bottom-4 max-h-[calc(100%-32px)] w-80 max-w-[calc(100%-32px)] rounded-[16px] px-6 pt-8 pb-6 shadow-over',
  page: 'inset-0 px-[max(24px,calc(50%-240px))] pt-12',
};

function Over({ mode, look }: { readonly mode: Embed['mode']; readonly look: Look | undefined }) {
  if (mode === 'inline') return null;
  return (
    <>
      {mode === 'popup' && <div aria-hidden="true" className="absolute inset-0 bg-black/50" />}
      <div className={classes('absolute overflow-hidden border border-current/12 bg-white', windows[mode])}>
        <span aria-hidden="true" className="absolute top-2 right-4 text-xl">
          ×
        </span>
        <TheForm look={look} />
      </div>
    </>
  );
}

/** The first step, as it is drawn on websites. */
function TheForm({ look, className }: { readonly look: Look | undefined; readonly className?: string }) {
  const { attributes } = useBuilder();
  const styles = useCanvasStyles();
  const steps = useDraft((draft) => draft.steps);
  const words = useFormWords();
  const html = useMemo(() => {
    const [first] = steps;
    const fields = (first?.fields ?? []).map((field) =>
      shownField(field, field.attribute === undefined ? undefined : attributes.get(field.attribute)),
    );
    return drawStep(first?.title ?? '', fields, { words, step: 1, steps: steps.length });
  }, [steps, words, attributes]);
  const done: CSSProperties & Readonly<Record<'--done', string>> = { '--done': `${100 / steps.length}%` };
  const card: CSSProperties = look?.isPainted
    ? { background: look.colours.background, colorScheme: look.scheme, padding: 24, borderRadius: 12 }
    : {};
  return (
    <div className={className} style={{ ...card, ...done }}>
      <CanvasPiece html={html} styles={styles} />
    </div>
  );
}

/** What the website says around it. */
function Lines({ count }: { readonly count: number }) {
  return (
    <div aria-hidden="true" className="my-3 space-y-3">
      {Array.from({ length: count }, (_, index) => (
        <div
          key={index}
          className={classes('h-2.5 rounded-full bg-current/10', index % 3 === 2 ? 'w-2/3' : 'w-full')}
        />
      ))}
    </div>
  );
}
