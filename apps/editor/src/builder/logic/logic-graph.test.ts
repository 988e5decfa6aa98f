import { expect, test } from 'vitest';
import { withCondition } from '../../draft/condition-places.ts';
import { all, any, rule, sampleDraft, sampleSurroundings } from '../../draft/draft-samples.ts';
import { logicGraph, nodesOf } from './logic-graph.ts';
import { mapLayout } from './map-layout.ts';
import { neighbour } from './use-map-keys.ts';

const graph = logicGraph(sampleDraft, sampleSurroundings);

test('an arrow leads from what is read to what it decides', () => {
  expect(graph.edges).toEqual([
    { from: 'field role', to: 'field team', how: 'shown', words: 'is Manager' },
    { from: 'field team', to: 'step plan', how: 'shown', words: 'is at least 10' },
    { from: 'field role', to: 'field start', how: 'required', words: 'is answered' },
    { from: 'field role', to: 'outcome big', how: 'outcome', words: 'is above User' },
    { from: 'source tier', to: 'outcome book', how: 'outcome', words: 'is hot or better' },
  ]);
});

test('columns hold what has to do with logic, and count the rest', () => {
  expect(
    graph.columns.map(({ title, nodes, others }) => [title, nodes.map(({ label }) => label), others]),
  ).toEqual([
    ['About you', ['Role', 'Team size'], 1],
    ['Step 2', ['Start'], 5],
    ['Known by then', ['Tier of the lead'], 0],
    ['After sending', ['Book a time', 'Hello'], 0],
  ]);
});

test('rules in groups count, the same source twice is one arrow, and what is gone is shown to be gone', () => {
  const condition = any(
    all(rule('answer.uses', 'contains', 'crm'), rule('visit.device', '=', 'phone')),
    rule('answer.uses', 'contains', 'ads'),
    rule('answer.ghost', 'notNull'),
  );
  const draft = withCondition(sampleDraft, { kind: 'field_shown', id: 'why' }, condition);
  const { columns, edges } = logicGraph(draft, sampleSurroundings);
  expect(edges.filter(({ to }) => to === 'field why')).toEqual([
    { from: 'field uses', to: 'field why', how: 'shown', words: 'includes CRM; includes Ads' },
    { from: 'source visit.device', to: 'field why', how: 'shown', words: 'is Phone' },
    { from: 'source answer.ghost', to: 'field why', how: 'shown', words: 'is answered' },
  ]);
  expect(columns[0]?.title).toBe('Known at once');
  expect(columns[0]?.nodes.map(({ label, isGone = false }) => [label, isGone])).toEqual([
    ['Device', false],
    ['Something that is gone', true],
  ]);
});

test('every node has a place of its own, within its card', () => {
  const { nodes, cards, width, height, edges } = mapLayout(graph);
  const boxes = nodesOf(graph).map(({ key }) => nodes.get(key));
  expect(boxes).not.toContain(undefined);
  for (const [index, box] of boxes.entries()) {
    if (!box) continue;
    expect(
      cards.some(
        (card) =>
          card.x <= box.x && box.x + box.width <= card.x + card.width && box.y + box.height <= card.height,
      ),
    ).toBe(true);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(box.y + box.height).toBeLessThanOrEqual(height);
    for (const other of boxes.slice(index + 1)) {
      if (other?.x === box.x) expect(Math.abs(other.y - box.y)).toBeGreaterThanOrEqual(box.height);
    }
  }
  expect(edges).toHaveLength(graph.edges.length);
});

test('an arrow ends at the edge of what it points at', () => {
  const { nodes, edges } = mapLayout(graph);
  for (const { to, head } of edges) {
    const box = nodes.get(to);
    const [, x, y] = /^M([\d.]+) ([\d.]+)/.exec(head)?.map(Number) ?? [];
    expect([box && box.x, box && box.x + box.width]).toContain(x);
    expect(y).toBe(box && box.y + box.height / 2);
  }
});

test('keys go up and down a column, and to the nearest of the next', () => {
  const { nodes } = mapLayout(graph);
  expect(neighbour(nodes, 'step about', [0, 1])).toBe('field role');
  expect(neighbour(nodes, 'field team', [0, 1])).toBeUndefined();
  expect(neighbour(nodes, 'field role', [1, 0])).toBe('field start');
  expect(neighbour(nodes, 'outcome big', [-1, 0])).toBe('source tier');
  expect(neighbour(nodes, 'field role', [-1, 0])).toBeUndefined();
});
