// What both sides say about a version, the earliest first.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AgreementVersion } from '@baton/worker/api-types';
import { Ago } from '../parts/ago.tsx';
import { Button } from '../parts/button.tsx';
import { TextArea } from '../parts/field.tsx';
import { Panel } from '../parts/panel.tsx';
import { agreementVersionQuery, versionPath } from '../server/agreement-queries.ts';
import { ask } from '../server/ask.ts';
import { refusalInWords } from '../server/refusal.ts';

type Props = { readonly version: AgreementVersion; readonly mayWrite: boolean };

export function Comments({ version: { version, comments }, mayWrite }: Props) {
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const comment = useMutation({
    mutationFn: () =>
      ask<AgreementVersion>(`${versionPath(version)}/comments`, {
        method: 'POST',
        body: { text: text.trim() },
      }),
    onSuccess: (next) => {
      queries.setQueryData(agreementVersionQuery(version).queryKey, next);
      setText('');
    },
  });
  return (
    <Panel title="Comments">
      {comments.length === 0 && <p className="text-soft">Nobody has said anything yet.</p>}
      <ol className="space-y-4">
        {comments.map(({ id, name, at, text: said }) => (
          <li key={id}>
            <p className="text-sm text-soft">
              <span className="font-medium text-ink">{name}</span> · <Ago at={at} />
            </p>
            <p className="mt-0.5 whitespace-pre-line wrap-anywhere">{said}</p>
          </li>
        ))}
      </ol>
      {mayWrite && (
        <form
          className="mt-4 space-y-2"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '') comment.mutate();
          }}
        >
          <TextArea
            label="Your comment"
            value={text}
            maxLength={4000}
            error={comment.isError ? refusalInWords(comment.error) : undefined}
            onChange={({ target }) => setText(target.value)}
          />
          <Button type="submit" size="small" busy={comment.isPending} disabled={text.trim() === ''}>
            Comment
          </Button>
        </form>
      )}
    </Panel>
  );
}
