// The form's logic as a picture: what is read on the left of what it decides. A node in hand shows its own arrows and
// what they say; pressed, it leads to the part itself.
import { useMemo, useState } from 'react';
import { classes } from '../../parts/classes.ts';
import { nodesOf, type LogicGraph, type LogicNode } from './logic-graph.ts';
import { mapLayout, type Box, type PlacedCard, type PlacedEdge } from './map-layout.ts';
import { useMapKeys } from './use-map-keys.ts';

type Props = { readonly graph: LogicGraph; readonly onGo: (node: LogicNode) => void };

export function LogicMap({ graph, onGo }: Props) {
  const layout = useMemo(() => mapLayout(graph), [graph]);
  const nodes = useMemo(() => nodesOf(graph), [graph]);
  const [active, setActive] = useState<string | null>(null);
  const keys = useMapKeys(layout);
  const [entry, setEntry] = useState<string | null>(null);
  const near = useMemo(() => nearOf(graph, active), [graph, active]);
  const first = nodes.some(({ key }) => key === entry) ? entry : nodes[0]?.key;
  return (
    <figure className="min-w-0">
      <div
        className="overflow-x-auto p-4"
        onKeyDown={keys}
        onPointerLeave={() => setActive(null)}
        onBlur={() => setActive(null)}
      >
        <div className="relative" style={{ width: layout.width, height: layout.height }}>
          {layout.cards.map((card) => (
            <Card key={card.x} card={card} />
          ))}
          <svg
            width={layout.width}
            height={layout.height}
            aria-hidden="true"
            className="pointer-events-none absolute inset-0 overflow-visible"
          >
            {layout.edges.map((edge) => (
              <Arrow key={`${edge.from} ${edge.to} ${edge.how}`} edge={edge} state={stateOf(edge, active)} />
            ))}
          </svg>
          {nodes.map((node) => {
            const box = layout.nodes.get(node.key);
            return (
              box && (
                <Node
                  key={node.key}
                  node={node}
                  box={box}
                  isEntry={node.key === first}
                  isFaint={near !== null && !near.has(node.key)}
                  isActive={node.key === active}
                  about={aboutOf(graph, nodes, node)}
                  onGo={() => onGo(node)}
                  onActive={(isFocus) => {
                    setActive(node.key);
                    if (isFocus) setEntry(node.key);
                  }}
                />
              )
            );
          })}
          {layout.edges
            .filter((edge) => stateOf(edge, active) === 'active')
            .map((edge) => (
              <span
                key={`${edge.from} ${edge.to} ${edge.how}`}
                aria-hidden="true"
                style={{ left: edge.label.x, top: edge.label.y }}
                className={classes(
                  'pointer-events-none absolute z-10 w-max max-w-27 -translate-y-1/2 rounded-control border border-accent bg-card px-2 py-0.5 text-xs text-accent shadow-raised',
                  !edge.label.isBeside && '-translate-x-1/2',
                )}
              >
                <span className="line-clamp-3">{edge.words}</span>
              </span>
            ))}
        </div>
      </div>
      <Legend graph={graph} />
    </figure>
  );
}

type NodeProps = {
  readonly node: LogicNode;
  readonly box: Box;
  readonly isEntry: boolean;
  readonly isFaint: boolean;
  readonly isActive: boolean;
  readonly about: string;
  readonly onGo: () => void;
  readonly onActive: (isFocus: boolean) => void;
};

function Node({ node, box, isEntry, isFaint, isActive, about, onGo, onActive }: NodeProps) {
  const { key, kind, label, isGone } = node;
  return (
    <button
      type="button"
      data-node={key}
      tabIndex={isEntry ? 0 : -1}
      aria-label={about}
      aria-disabled={kind === 'source' || undefined}
      title={label}
      onClick={onGo}
      onFocus={() => onActive(true)}
      onPointerEnter={() => onActive(false)}
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
      className={classes(
        'absolute truncate rounded-control px-2.5 text-left transition-opacity duration-100',
        kind === 'step' ? 'font-semibold hover:bg-ink/6' : 'border bg-card',
        kind !== 'step' && (isActive ? 'border-accent' : 'border-line'),
        kind === 'source' && 'cursor-default! border-dashed text-soft',
        isGone && 'border-bad! text-bad',
        isActive && 'text-accent',
        isFaint && 'opacity-55',
      )}
    >
      {label}
    </button>
  );
}

function Card({ card: { x, y, width, height, title, others } }: { readonly card: PlacedCard }) {
  return (
    <div
      style={{ left: x, top: y, width, height }}
      className="absolute rounded-card border border-line bg-ground"
    >
      {title !== null && (
        <span aria-hidden="true" className="block truncate px-4.5 py-2.5 font-semibold text-soft">
          {title}
        </span>
      )}
      {others > 0 && (
        <span className="absolute inset-x-4.5 bottom-2 text-xs text-soft">
          {others === 1 ? '1 more field' : `${others} more fields`}
        </span>
      )}
    </div>
  );
}

type ArrowState = 'calm' | 'active' | 'faint';

function stateOf({ from, to }: PlacedEdge, active: string | null): ArrowState {
  if (active === null) return 'calm';
  return from === active || to === active ? 'active' : 'faint';
}

const dashes = { shown: undefined, required: '5 4', outcome: '1.5 4' } as const;

function Arrow({ edge, state }: { readonly edge: PlacedEdge; readonly state: ArrowState }) {
  return (
    <g
      className={classes(
        'transition-opacity duration-100',
        state === 'active' ? 'text-accent' : 'text-soft',
        state === 'faint' && 'opacity-20',
      )}
    >
      <path
        d={edge.line}
        fill="none"
        stroke="currentColor"
        strokeWidth={state === 'active' ? 2 : 1.5}
        strokeDasharray={dashes[edge.how]}
        strokeLinecap="round"
      />
      <path d={edge.head} fill="currentColor" />
    </g>
  );
}

function Legend({ graph }: { readonly graph: LogicGraph }) {
  const names = {
    shown: 'decides what is shown',
    required: 'what must be answered',
    outcome: 'what comes after sending',
  } as const;
  const kinds = (['shown', 'required', 'outcome'] as const).filter((how) =>
    graph.edges.some((edge) => edge.how === how),
  );
  return (
    <figcaption className="flex flex-wrap gap-x-5 gap-y-1 px-4 pb-3 text-xs text-soft">
      {kinds.map((how) => (
        <span key={how} className="inline-flex items-center gap-2">
          <svg width="32" height="8" aria-hidden="true">
            <path
              d="M1 4H25"
              stroke="currentColor"
              strokeWidth="1.5"
              strokeDasharray={dashes[how]}
              strokeLinecap="round"
            />
            <path d="M31 4l-7 -4v8z" fill="currentColor" />
          </svg>
          {names[how]}
        </span>
      ))}
    </figcaption>
  );
}

/** The node itself and all that arrows join it with; null while none is in hand. */
function nearOf({ edges }: LogicGraph, active: string | null): ReadonlySet<string> | null {
  if (active === null) return null;
  const joined = edges.filter(({ from, to }) => from === active || to === active);
  return new Set([active, ...joined.flatMap(({ from, to }) => [from, to])]);
}

/** A node to be heard: what it is, what decides it, what it decides. */
function aboutOf(
  { edges }: LogicGraph,
  nodes: readonly LogicNode[],
  { key, kind, label }: LogicNode,
): string {
  const name = (of: string): string => nodes.find((node) => node.key === of)?.label ?? of;
  const decidedBy = edges.filter(({ to }) => to === key).map(({ from, words }) => `${name(from)} ${words}`);
  const decides = edges.filter(({ from }) => from === key).map(({ to }) => name(to));
  return [
    kind === 'step' ? `Step ${label}` : label,
    decidedBy.length > 0 && `hangs on: ${decidedBy.join(', ')}`,
    decides.length > 0 && `decides: ${[...new Set(decides)].join(', ')}`,
  ]
    .filter(Boolean)
    .join('; ');
}
