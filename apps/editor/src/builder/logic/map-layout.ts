// Where each node of the logic stands in the picture, and the way of each arrow. All in pixels; measures nothing.
import type { LogicEdge, LogicGraph } from './logic-graph.ts';

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export type PlacedCard = Box & {
  /** Null: its step says it. */
  readonly title: string | null;
  readonly others: number;
};

export type PlacedEdge = LogicEdge & {
  /** SVG path of the line. */
  readonly line: string;
  /** SVG path of its head. */
  readonly head: string;
  /** Where its words may stand. */
  readonly label: { readonly x: number; readonly y: number; readonly isBeside?: true };
};

export type MapLayout = {
  readonly width: number;
  readonly height: number;
  readonly cards: readonly PlacedCard[];
  readonly nodes: ReadonlyMap<string, Box>;
  readonly edges: readonly PlacedEdge[];
};

const [cardWidth, between, padding] = [176, 116, 8];
const [headHeight, nodeHeight, nodeGap, noteHeight] = [40, 36, 8, 24];
const headLength = 7;

export function mapLayout({ columns, edges }: LogicGraph): MapLayout {
  const nodes = new Map<string, Box>();
  const columnOf = new Map<string, number>();
  const cards = columns.map(({ title, step, nodes: inside, others }, index): PlacedCard => {
    const x = index * (cardWidth + between);
    const inner = { x: x + padding, width: cardWidth - 2 * padding };
    if (step) {
      nodes.set(step.key, { ...inner, y: 2, height: headHeight - 4 });
      columnOf.set(step.key, index);
    }
    for (const [row, { key }] of inside.entries()) {
      nodes.set(key, { ...inner, y: headHeight + row * (nodeHeight + nodeGap), height: nodeHeight });
      columnOf.set(key, index);
    }
    const rows = inside.length * (nodeHeight + nodeGap) + (others > 0 ? noteHeight : 0);
    return {
      x,
      y: 0,
      width: cardWidth,
      height: headHeight + rows + (rows === 0 ? 0 : padding),
      title: step ? null : title,
      others,
    };
  });
  const lanes = new Map<number, number>();
  const placed = edges.flatMap((edge): readonly PlacedEdge[] => {
    const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)];
    const [left, right] = [columnOf.get(edge.from), columnOf.get(edge.to)];
    if (from === undefined || to === undefined || left === undefined || right === undefined) return [];
    if (left !== right) return [{ ...edge, ...across(from, to) }];
    const lane = lanes.get(left) ?? 0;
    lanes.set(left, lane + 1);
    return [{ ...edge, ...beside(from, to, lane) }];
  });
  return {
    width: Math.max(
      0,
      columns.length * (cardWidth + between) - between + (lanes.has(columns.length - 1) ? 128 : 0),
    ),
    height: Math.max(0, ...cards.map(({ height }) => height)),
    cards,
    nodes,
    edges: placed,
  };
}

type Way = Pick<PlacedEdge, 'line' | 'head' | 'label'>;

const middle = ({ y, height }: Box): number => y + height / 2;

/** From one column to another, mostly to the right. */
function across(from: Box, to: Box): Way {
  const isForward = from.x < to.x;
  const turn = isForward ? 1 : -1;
  const [x, y] = [isForward ? from.x + from.width : from.x, middle(from)];
  const [tipX, tipY] = [isForward ? to.x : to.x + to.width, middle(to)];
  const end = tipX - turn * headLength;
  const bend = Math.max(40, Math.abs(end - x) / 2) * turn;
  return {
    line: `M${x} ${y}C${x + bend} ${y} ${end - bend} ${tipY} ${end} ${tipY}`,
    head: headAt(tipX, tipY, turn),
    label: { x: (x + tipX) / 2, y: (y + tipY) / 2 },
  };
}

/** Within a column: out on the right, and back in below. Each further out than the one before. */
function beside(from: Box, to: Box, lane: number): Way {
  const [x, y, tipY] = [from.x + from.width, middle(from), middle(to)];
  const out = x + 28 + (lane % 5) * 9;
  const end = x + headLength;
  return {
    line: `M${x} ${y}C${out} ${y} ${out} ${tipY} ${end} ${tipY}`,
    head: headAt(x, tipY, -1),
    // Arrows side by side say what they say one above the other.
    label: { x: x + (out - x) * 0.75, y: (y + tipY) / 2 + (lane % 2 === 0 ? -14 : 14), isBeside: true },
  };
}

function headAt(x: number, y: number, turn: 1 | -1): string {
  return `M${x} ${y}l${-turn * headLength} -4v8z`;
}
