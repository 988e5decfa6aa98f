// Rules taken together, and groups among them: how, what each says, and what can be added.
import { FolderPlus, Plus, X } from 'lucide-react';
import { useId, useRef } from 'react';
import { Button, IconButton } from '../../parts/button.tsx';
import { classes } from '../../parts/classes.ts';
import { controlClasses } from '../../parts/field.tsx';
import type { EditorProps } from './condition-editor.tsx';
import { ConditionRule } from './condition-rule.tsx';
import {
  groupingOf,
  groupings,
  isQueryGroup,
  withGroup,
  withGrouping,
  without,
  withRule,
  type Grouping,
  type Query,
} from './query.ts';

type Props = EditorProps & { readonly group: Query; readonly path: readonly number[] };

const names: Readonly<Record<Grouping, string>> = {
  all: 'all of these hold',
  any: 'any of these holds',
  not_all: 'not all of these hold',
  none: 'none of these holds',
};

export function ConditionGroup({ group, path, ...editor }: Props) {
  const { query, onQuery, faults, disabled = false } = editor;
  const list = useRef<HTMLUListElement>(null);
  const fault = faults.get(path.join('.'));
  const errorId = useId();
  const isOuter = path.length === 0;
  const change = (next: Query): void => {
    onQuery(next);
    focusLast(list);
  };
  const takeAway = (at: readonly number[]): void => {
    onQuery(without(query, [...at]));
    focusLast(list);
  };
  return (
    <div
      role="group"
      aria-label={isOuter ? 'Condition' : `Group ${path.map((index) => index + 1).join('.')}`}
      aria-describedby={fault ? errorId : undefined}
      className={isOuter ? '' : 'rounded-card border border-line bg-ground p-3'}
    >
      {(group.rules.length > 1 || group.not === true || !isOuter) && (
        <div className="mb-2 flex items-center gap-2">
          <select
            aria-label="How these are taken together"
            value={groupingOf(group)}
            disabled={disabled}
            onChange={({ target: { value } }) => {
              const grouping = groupings.find((one) => one === value);
              if (grouping) onQuery(withGrouping(query, [...path], grouping));
            }}
            className={classes(controlClasses, 'h-9 w-auto! font-medium')}
          >
            {groupings.map((grouping) => (
              <option key={grouping} value={grouping}>
                {names[grouping]}
              </option>
            ))}
          </select>
          {!isOuter && !disabled && (
            <IconButton
              label="Remove group"
              className="ml-auto"
              onClick={() => onQuery(without(query, [...path]))}
            >
              <X size={16} aria-hidden="true" />
            </IconButton>
          )}
        </div>
      )}
      <ul ref={list} className="space-y-2">
        {group.rules.map((part, index) => {
          const at = [...path, index];
          return (
            <li key={part.id ?? index}>
              {isQueryGroup(part) ? (
                <ConditionGroup {...editor} group={part} path={at} />
              ) : (
                <ConditionRule
                  {...editor}
                  rule={part}
                  path={at}
                  number={index + 1}
                  onRemove={group.rules.length > 1 || !isOuter ? () => takeAway(at) : undefined}
                />
              )}
            </li>
          );
        })}
      </ul>
      {fault && (
        <p id={errorId} className="mt-2 text-xs text-bad">
          {fault}
        </p>
      )}
      {!disabled && (
        <div className="mt-2 flex flex-wrap gap-1">
          <Button
            look="quiet"
            size="small"
            className="text-accent!"
            icon={<Plus size={14} aria-hidden="true" />}
            onClick={() => change(withRule(query, [...path]))}
          >
            Add rule
          </Button>
          {path.length < 3 && (
            <Button
              look="quiet"
              size="small"
              className="text-soft!"
              icon={<FolderPlus size={14} aria-hidden="true" />}
              onClick={() => change(withGroup(query, [...path], group))}
            >
              Add group
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

/** Once the list is as it was made, its last part is where one goes on. */
function focusLast(list: { readonly current: HTMLUListElement | null }): void {
  requestAnimationFrame(() => {
    const selects = list.current?.querySelectorAll<HTMLElement>(':scope > li:last-child select');
    selects?.[0]?.focus();
  });
}
