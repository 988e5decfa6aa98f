// Writes a note on a lead, or a question to one side.
import { useMutation } from '@tanstack/react-query';
import type { Note } from '@baton/worker/api-types';
import { useSay } from '../../parts/toast.tsx';
import { ask } from '../../server/ask.ts';
import { refusalInWords } from '../../server/refusal.ts';
import { useRefresh } from '../use-lead-actions.ts';
import { leadPath } from './queries.ts';

export type NewNote = {
  readonly text: string;
  readonly to?: 'marketing' | 'sales';
  readonly field?: string;
};

export function useWriteNote(lead: string, onWritten: () => void) {
  const say = useSay();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (note: NewNote) => ask<Note>(`${leadPath(lead)}/notes`, { method: 'POST', body: note }),
    onSuccess: ({ to }) => {
      onWritten();
      say(to === null ? 'Noted' : `Asked ${to}`);
    },
    onError: (error) => void say(refusalInWords(error)),
    onSettled: refresh,
  });
}

export function useAnswerNote(onWritten: () => void) {
  const say = useSay();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ note, text }: { readonly note: string; readonly text: string }) =>
      ask<Note>(`/api/notes/${encodeURIComponent(note)}/answer`, { method: 'POST', body: { text } }),
    onSuccess: onWritten,
    onError: (error) => void say(refusalInWords(error)),
    onSettled: refresh,
  });
}
