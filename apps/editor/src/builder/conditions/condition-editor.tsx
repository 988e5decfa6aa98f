// A condition by clicking whole sentences. It holds what is unfinished, and marks it where somebody asked to go on.
import type { ReactNode } from 'react';
import type { Readable } from '../../draft/readables.ts';
import { ConditionGroup } from './condition-group.tsx';
import type { Faults, Query } from './query.ts';

export type EditorProps = {
  readonly query: Query;
  readonly onQuery: (query: Query) => void;
  /** What may be read here, in the order to offer it. */
  readonly readables: readonly Readable[];
  /** What is told of as wrong. */
  readonly faults: Faults;
  readonly disabled?: boolean;
};

export function ConditionEditor({ opening, ...rest }: EditorProps & { readonly opening?: ReactNode }) {
  return (
    <div className="space-y-3">
      {opening && <p className="text-base text-soft">{opening}</p>}
      <ConditionGroup {...rest} group={rest.query} path={[]} />
    </div>
  );
}
