// The form as a visitor would meet it now, and beside it what the agreement would make of them. Nothing is sent to sales.
import { useQuery } from '@tanstack/react-query';
import { Monitor, Moon, RotateCcw, Smartphone, Sun, Tablet } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Tried } from '@baton/worker/api-types';
import { IconButton } from '../../parts/button.tsx';
import { SelectField } from '../../parts/field.tsx';
import { Segments } from '../../parts/segments.tsx';
import { Empty, Failed, Loading } from '../../parts/state.tsx';
import { ask } from '../../server/ask.ts';
import { agreementQuery, formPath } from '../../server/queries.ts';
import { useBuilder, useDraft } from '../builder-context.ts';
import { Decision } from './decision.tsx';
import { ImaginePanel } from './imagine-panel.tsx';
import { imaginedBody, stranger, type Imagined } from './imagined.ts';
import { TryFrame, type FrameLook } from './try-frame.tsx';
import { useScript } from './use-script.ts';

const widths = { phone: 390, tablet: 768, desktop: 1100 } as const;

type Device = keyof typeof widths;

/** After the last key. */
const quietMs = 200;

export function TryTab() {
  const { saver, attributes } = useBuilder();
  const form = useDraft(({ id }) => id);
  const own = useDraft((draft) => draft.language) ?? 'en';
  const translations = useDraft((draft) => draft.translations);
  const { revision } = useStore(saver.judged);
  const agreement = useQuery(agreementQuery);
  const [device, setDevice] = useState<Device>('desktop');
  const [scheme, setScheme] = useState<FrameLook['scheme']>('light');
  const [language, setLanguage] = useState(own);
  const [imagined, setImagined] = useState<Imagined>(stranger);
  const [round, setRound] = useState(0);
  const { tried, error, answered, judge } = useJudged(form, imagined, agreement.data ?? null);
  const { kind } = useStore(saver.state);
  // What is being saved is the next revision: the one before is gone in a moment.
  const isMoving = kind === 'waiting' || kind === 'saving';
  const script = useScript({ form, revision, language, round, isMoving });
  useEffect(() => void saver.flush(), [saver]);
  const languages = [own, ...Object.keys(translations ?? {}).filter((tag) => tag !== own)];
  const again = (): void => {
    setRound(round + 1);
    answered({});
  };
  return (
    <div className="flex h-full flex-col overflow-y-auto lg:grid lg:grid-cols-[264px_minmax(0,1fr)_320px] lg:grid-rows-1">
      <Pane title="Imagine" className="max-lg:order-last max-lg:border-t lg:border-r">
        <ImaginePanel
          imagined={imagined}
          onChange={setImagined}
          agreement={agreement.data ?? null}
          attributes={[...attributes.values()]}
        />
      </Pane>
      <section
        aria-label="The form"
        className="flex flex-col gap-4 p-4 max-lg:order-first max-lg:h-[80dvh] max-lg:shrink-0"
      >
        <div className="flex flex-wrap items-center gap-2">
          <Segments
            label="Device"
            value={device}
            onChange={setDevice}
            choices={[
              { value: 'phone', label: 'Phone', icon: <Smartphone size={16} aria-hidden="true" /> },
              { value: 'tablet', label: 'Tablet', icon: <Tablet size={16} aria-hidden="true" /> },
              { value: 'desktop', label: 'Desktop', icon: <Monitor size={16} aria-hidden="true" /> },
            ]}
          />
          <Segments
            label="The page’s colours"
            value={scheme}
            onChange={setScheme}
            choices={[
              { value: 'light', label: 'Light', icon: <Sun size={16} aria-hidden="true" /> },
              { value: 'dark', label: 'Dark', icon: <Moon size={16} aria-hidden="true" /> },
            ]}
          />
          {languages.length > 1 && (
            <SelectField
              label="Language"
              hideLabel
              value={language}
              onChange={({ target }) => setLanguage(target.value)}
            >
              {languages.map((tag) => (
                <option key={tag} value={tag}>
                  {tag}
                </option>
              ))}
            </SelectField>
          )}
          <div className="flex-1" />
          <IconButton label="Begin again" onClick={again}>
            <RotateCcw size={16} aria-hidden="true" />
          </IconButton>
        </div>
        <div className="min-h-0 flex-1">
          {script.isPending && <Loading lines={6} label="Loading the form" />}
          {script.isError && (
            <Empty title="The form cannot be tried as it is">
              {script.error.message} The checker on the Build tab says what to mend.
            </Empty>
          )}
          {script.isSuccess && (
            <TryFrame
              key={`${revision} ${round} ${language} ${scheme} ${imagined.known !== null}`}
              form={form}
              revision={revision}
              look={{ width: widths[device], scheme, language }}
              isKnown={imagined.known !== null}
              judge={judge}
              onAnswers={answered}
            />
          )}
        </div>
      </section>
      <Pane title="What would be decided" className="max-lg:border-t lg:border-l">
        <div aria-live="polite">
          {error !== null && <Failed error={error} again={again} />}
          {error === null && tried === null && <Loading lines={5} />}
          {error === null && tried !== null && <Decision tried={tried} agreement={agreement.data ?? null} />}
        </div>
        <p className="mt-6 text-xs text-soft">Trying stores nothing and sends nothing to sales.</p>
      </Pane>
    </div>
  );
}

type PaneProps = { readonly title: string; readonly className: string; readonly children: ReactNode };

function Pane({ title, className, children }: PaneProps) {
  return (
    <aside aria-label={title} className={`border-line bg-card p-4 lg:overflow-y-auto ${className}`}>
      <h2 className="mb-4 font-semibold">{title}</h2>
      {children}
    </aside>
  );
}

type Judged = {
  readonly tried: Tried | null;
  readonly error: unknown;
  /** To be told what stands in the form. */
  readonly answered: (answers: Readonly<Record<string, unknown>>) => void;
  readonly judge: (sent: Readonly<Record<string, unknown>>) => Promise<Tried>;
};

/** The decision on what stands in the form now, asked for anew after each change of it or of whom one imagines. */
function useJudged(form: string, imagined: Imagined, agreement: Parameters<typeof imaginedBody>[1]): Judged {
  const [answers, answered] = useState<Readonly<Record<string, unknown>>>({});
  const [state, setState] = useState<{ readonly tried: Tried | null; readonly error: unknown }>({
    tried: null,
    error: null,
  });
  const turn = useRef(0);
  const judge = useCallback(
    async (sent: Readonly<Record<string, unknown>>) => {
      const body = { ...sent, ...imaginedBody(imagined, agreement, Date.now()) };
      turn.current += 1;
      const mine = turn.current;
      // Of two that are under way, the one asked last counts.
      const settle = (next: typeof state): void => {
        if (mine === turn.current) setState(next);
      };
      try {
        const tried = await ask<Tried>(`${formPath(form)}/try`, { method: 'POST', body });
        settle({ tried, error: null });
        return tried;
      } catch (error) {
        settle({ tried: null, error });
        throw error;
      }
    },
    [form, imagined, agreement],
  );
  useEffect(() => {
    const timer = setTimeout(() => {
      // What went wrong is shown already.
      judge({ final: false, answers }).catch(() => undefined);
    }, quietMs);
    return () => clearTimeout(timer);
  }, [judge, answers]);
  return useMemo(() => ({ ...state, answered, judge }), [state, judge]);
}
