// The fields of a step in groups, each drawn only near the screen: a key costs what is seen of a form and not what
// there is of it. A group is nothing to whoever does not see it.
import { memo, useMemo, type ReactNode } from 'react';
import { holdsTheSame } from '../same-list.ts';
import { groupsOf } from './field-groups.ts';

/** Draws one field. Give the same function while the same is drawn for the same. */
export type DrawField = (id: string, index: number) => ReactNode;

type Props = {
  readonly ids: readonly string[];
  readonly draw: DrawField;
  /** About how high a field is, px: for what was not drawn yet. */
  readonly height: number;
};

export function DrawnInGroups({ ids, draw, height }: Props) {
  const groups = useMemo(() => groupsOf(ids), [ids]);
  let from = 0;
  return groups.map((group, at) => {
    const first = from;
    from += group.length;
    // The first group stays what it is, whatever comes to stand before all others.
    return <Group key={at === 0 ? '' : group[0]} ids={group} from={first} draw={draw} height={height} />;
  });
}

type GroupProps = Props & { readonly from: number };

const Group = memo(
  function Group({ ids, from, draw, height }: GroupProps) {
    return (
      <div
        role="none"
        className="drawn-in-sight"
        style={{ containIntrinsicBlockSize: `auto ${ids.length * height}px` }}
      >
        {ids.map((id, at) => draw(id, from + at))}
      </div>
    );
  },
  (one, other) =>
    one.from === other.from &&
    one.draw === other.draw &&
    one.height === other.height &&
    holdsTheSame(one.ids, other.ids),
);
