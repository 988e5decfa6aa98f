// Notes on a lead, and questions between the teams: who is asked, since when, until when, and the answers.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Lead, Note } from '@baton/worker/api-types';
import { Ago } from '../../parts/ago.tsx';
import { Button } from '../../parts/button.tsx';
import { TextArea } from '../../parts/field.tsx';
import { Segments } from '../../parts/segments.tsx';
import { Tag } from '../../parts/state.tsx';
import { Part } from './part.tsx';
import { questionsQuery, timelineQuery } from './queries.ts';
import { useAnswerNote, useWriteNote } from './use-write-note.ts';

type Props = { readonly lead: Lead; readonly mayWrite: boolean };

const targets = [
  { value: 'all', label: 'Note' },
  { value: 'marketing', label: 'Ask marketing' },
  { value: 'sales', label: 'Ask sales' },
] as const;

export function NotesPanel({ lead, mayWrite }: Props) {
  const questions = useQuery(questionsQuery(lead.id));
  const timeline = useQuery(timelineQuery(lead.id));
  const plain = (timeline.data?.events ?? []).flatMap((event) =>
    event.kind === 'note' && event.note.to === null ? [event.note] : [],
  );
  const notes = [...(questions.data?.questions ?? []), ...plain].toSorted((a, b) => b.at.localeCompare(a.at));
  return (
    <Part title="Notes and questions">
      {mayWrite && <Writing lead={lead} />}
      {notes.length === 0 && !mayWrite && <p className="text-soft">Nobody has written anything.</p>}
      <ul className="space-y-3">
        {notes.map((note) => (
          <li key={note.id} className="rounded-control border border-line px-3 py-2.5">
            <NoteShown note={note} mayWrite={mayWrite} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Writing({ lead }: { readonly lead: Lead }) {
  const [text, setText] = useState('');
  const [to, setTo] = useState<(typeof targets)[number]['value']>('all');
  const write = useWriteNote(lead.id, () => setText(''));
  const send = (): void => {
    if (text.trim() === '') return;
    write.mutate({ text: text.trim(), ...(to === 'all' ? {} : { to }) });
  };
  return (
    <div className="mb-3 space-y-2">
      <TextArea
        label="Write a note or a question"
        hideLabel
        placeholder="Write a note, or ask the other team"
        rows={2}
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
        }}
      />
      {text.trim() !== '' && (
        <div className="flex flex-wrap items-center justify-between gap-2">
          <Segments label="To whom" value={to} onChange={setTo} choices={targets} />
          <Button size="small" look="main" busy={write.isPending} onClick={send}>
            {to === 'all' ? 'Keep' : 'Ask'}
          </Button>
        </div>
      )}
    </div>
  );
}

function NoteShown({ note, mayWrite }: { readonly note: Note; readonly mayWrite: boolean }) {
  const [answer, setAnswer] = useState('');
  const write = useAnswerNote(() => setAnswer(''));
  const isWaiting = note.to !== null && note.answeredAt === null;
  return (
    <>
      <p className="flex flex-wrap items-center gap-2 text-sm text-soft">
        <span className="font-medium text-ink">{note.authorName}</span>
        {note.to !== null && <span>asks {note.to}</span>}
        {note.field !== null && <Tag tone="warn">{note.field}</Tag>}
        <span className="flex-1">
          <Ago at={note.at} />
        </span>
        {isWaiting && <Tag tone={note.overdue ? 'bad' : 'accent'}>{note.overdue ? 'Overdue' : 'Waits'}</Tag>}
      </p>
      <p className="mt-1 break-words whitespace-pre-line">{note.text}</p>
      {note.answers.map((one) => (
        <div key={one.id} className="mt-2 border-l-2 border-line pl-3">
          <p className="text-sm text-soft">
            <span className="font-medium text-ink">{one.authorName}</span> <Ago at={one.at} />
          </p>
          <p className="break-words whitespace-pre-line">{one.text}</p>
        </div>
      ))}
      {isWaiting && mayWrite && (
        <form
          className="mt-2 flex items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            if (answer.trim() !== '') write.mutate({ note: note.id, text: answer.trim() });
          }}
        >
          <div className="flex-1">
            <TextArea
              label="Answer"
              hideLabel
              placeholder="Answer"
              rows={1}
              maxLength={4000}
              value={answer}
              onChange={(event) => setAnswer(event.target.value)}
            />
          </div>
          <Button type="submit" size="small" disabled={answer.trim() === ''} busy={write.isPending}>
            Answer
          </Button>
        </form>
      )}
    </>
  );
}
