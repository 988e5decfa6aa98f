// What of a form reads what: its fields, steps and outcomes, and what is known besides, as nodes and arrows.
import { plainText, ruleInWords } from '@baton/rules';
import {
  conditionAt,
  conditionPlaces,
  rulesOf,
  tierOf,
  type ConditionPlace,
} from '../../draft/condition-places.ts';
import { outcomeName } from '../../draft/condition-words.ts';
import { outcomesOf } from '../../draft/edit-outcomes.ts';
import type { DraftField, FormDraft } from '../../draft/form-draft.ts';
import { fieldOf, fieldsOf } from '../../draft/places.ts';
import { fieldName, readableAt, stepName, type Surroundings } from '../../draft/readables.ts';

export type LogicNode = {
  /** `field role`, `step plan`, `outcome thanks`, `source visit.device`. */
  readonly key: string;
  readonly kind: 'field' | 'step' | 'outcome' | 'source';
  readonly id: string;
  readonly label: string;
  readonly isGone?: true;
};

export type LogicEdge = {
  readonly from: string;
  readonly to: string;
  readonly how: 'shown' | 'required' | 'outcome';
  /** What is compared: `is Manager`. */
  readonly words: string;
};

/** What stands under each other: what is known besides the answers, a step, the outcomes. */
type LogicColumn = {
  readonly title: string;
  /** The step itself, which may be shown by a condition. */
  readonly step?: LogicNode;
  readonly nodes: readonly LogicNode[];
  /** Fields that no condition has to do with. */
  readonly others: number;
};

export type LogicGraph = { readonly columns: readonly LogicColumn[]; readonly edges: readonly LogicEdge[] };

export function logicGraph(draft: FormDraft, around: Surroundings): LogicGraph {
  const sources = new Map<string, LogicNode>();
  const edges: LogicEdge[] = [];
  const asking = askingFields(draft);
  const connect = (from: LogicNode | string, to: string, how: LogicEdge['how'], words: string): void => {
    const key = typeof from === 'string' ? from : from.key;
    if (typeof from !== 'string') sources.set(key, from);
    const at = edges.findIndex((edge) => edge.from === key && edge.to === to && edge.how === how);
    const known = edges[at];
    if (known === undefined) edges.push({ from: key, to, how, words });
    else if (!known.words.split('; ').includes(words)) {
      edges[at] = { ...known, words: `${known.words}; ${words}` };
    }
  };
  for (const place of conditionPlaces(draft)) {
    for (const rule of rulesOf(conditionAt(draft, place))) {
      const [, ...words] = ruleInWords(rule, readableAt(draft, rule.field, around));
      connect(
        readAt(draft, rule.field, asking, around),
        targetOf(place),
        howOf(place),
        plainText(words).trim(),
      );
    }
  }
  for (const outcome of outcomesOf(draft)) {
    const tier = tierOf(outcome);
    if (tier === undefined) continue;
    connect(source('tier', 'Tier of the lead'), `outcome ${outcome.id}`, 'outcome', `is ${tier} or better`);
  }
  return { columns: columnsOf(draft, [...sources.values()], edges), edges };
}

function howOf({ kind }: ConditionPlace): LogicEdge['how'] {
  return kind === 'outcome' ? 'outcome' : kind === 'field_required' ? 'required' : 'shown';
}

function targetOf({ kind, id }: ConditionPlace): string {
  return kind === 'outcome' ? `outcome ${id}` : kind === 'step_shown' ? `step ${id}` : `field ${id}`;
}

function source(id: string, label: string): LogicNode {
  return { key: `source ${id}`, kind: 'source', id, label };
}

/** Where what a rule reads stands in the picture: the field that asks for it, else a place of its own. */
function readAt(
  draft: FormDraft,
  path: string,
  asking: ReadonlyMap<string, string>,
  around: Surroundings,
): LogicNode | string {
  const id = path.slice(path.indexOf('.') + 1);
  if (path.startsWith('answer.')) {
    const owner = fieldOf(draft, id)?.id ?? ownerOf(draft, id);
    return owner === undefined
      ? { ...source(path, 'Something that is gone'), isGone: true }
      : `field ${owner}`;
  }
  const asks = path.startsWith('lead.') ? asking.get(id) : undefined;
  if (asks !== undefined) return `field ${asks}`;
  const readable = readableAt(draft, path, around);
  return readable
    ? source(path, readable.label)
    : { ...source(path, 'Something that is gone'), isGone: true };
}

/** The choice behind whose last option this question stands. */
function ownerOf(draft: FormDraft, id: string): string | undefined {
  return fieldsOf(draft).find((field) => field.other !== undefined && `${field.id}_other` === id)?.id;
}

/** The first field that asks for each attribute. */
function askingFields(draft: FormDraft): ReadonlyMap<string, string> {
  const asking = new Map<string, string>();
  for (const { id, attribute } of fieldsOf(draft)) {
    if (attribute !== undefined && !asking.has(attribute)) asking.set(attribute, id);
  }
  return asking;
}

function columnsOf(
  draft: FormDraft,
  sources: readonly LogicNode[],
  edges: readonly LogicEdge[],
): readonly LogicColumn[] {
  const touched = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const steps = draft.steps.map(({ id, fields }, index): LogicColumn => {
    const nodes = fields.filter((field) => touched.has(`field ${field.id}`)).map(fieldNode);
    const title = stepName(draft, index);
    return {
      title,
      step: { key: `step ${id}`, kind: 'step', id, label: title },
      nodes,
      others: fields.length - nodes.length,
    };
  });
  const outcomes = outcomesOf(draft)
    .filter(({ id }) => touched.has(`outcome ${id}`))
    .map((outcome): LogicNode => ({
      key: `outcome ${outcome.id}`,
      kind: 'outcome',
      id: outcome.id,
      label: outcomeName(outcome),
    }));
  // What is read only after sending stands there, and its arrows are short.
  const early = new Set(edges.filter(({ how }) => how !== 'outcome').map(({ from }) => from));
  const before = sources.filter(({ key }) => early.has(key));
  const after = sources.filter(({ key }) => !early.has(key));
  return [
    ...columnOf('Known at once', before),
    ...steps,
    ...columnOf('Known by then', after),
    ...columnOf('After sending', outcomes),
  ];
}

function columnOf(title: string, nodes: readonly LogicNode[]): readonly LogicColumn[] {
  return nodes.length > 0 ? [{ title, nodes, others: 0 }] : [];
}

function fieldNode(field: DraftField): LogicNode {
  return { key: `field ${field.id}`, kind: 'field', id: field.id, label: fieldName(field) };
}

/** Every node, column by column. */
export function nodesOf({ columns }: LogicGraph): readonly LogicNode[] {
  return columns.flatMap(({ step, nodes }) => [...(step ? [step] : []), ...nodes]);
}
