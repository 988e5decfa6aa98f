// That the draft goes live by itself, and when; and a way to keep it from doing so.
import { useMutation } from '@tanstack/react-query';
import { CalendarClock } from 'lucide-react';
import { useStore } from 'zustand';
import type { Draft } from '@baton/worker/api-types';
import { Button } from '../../parts/button.tsx';
import { ask } from '../../server/ask.ts';
import { formPath } from '../../server/queries.ts';
import { refusalInWords } from '../../server/refusal.ts';
import { useBuilder, useDraft } from '../builder-context.ts';
import { hourInWords } from './hour-in-words.ts';

export function Planned() {
  const { saver, mayWrite } = useBuilder();
  const form = useDraft(({ id }) => id);
  const { scheduled } = useStore(saver.judged);
  const cancel = useMutation({
    mutationFn: async () => {
      await ask(`${formPath(form)}/publish/cancel`, { method: 'POST', body: {} });
      saver.adopt(await ask<Draft>(`${formPath(form)}/draft`));
    },
  });
  if (scheduled === null) return null;
  return (
    <div role="status" className="flex flex-wrap items-center gap-2.5 bg-tint px-4 py-1.5 text-sm">
      <CalendarClock size={15} aria-hidden="true" className="text-accent" />
      <span>Goes live {hourInWords(scheduled.at)}, as it is now.</span>
      {cancel.isError && <span className="text-bad">{refusalInWords(cancel.error)}</span>}
      {mayWrite && (
        <Button size="small" busy={cancel.isPending} onClick={() => cancel.mutate()}>
          Do not
        </Button>
      )}
    </div>
  );
}
