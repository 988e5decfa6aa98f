// Of conditions: attributes, options and behaviours that they name and that are not there any more.
import { attributeCalled, isGroup, type Attribute, type Condition, type Path, type Rule } from '@baton/rules';
import { dimensionIds } from '../behaviours.ts';
import type { Terms } from '../words/read-terms.ts';
import { termsFinding, type TermsFinding } from './finding.ts';

export function checkGone(terms: Terms, attributes: ReadonlyMap<string, Attribute>): readonly TermsFinding[] {
  const behaviours = new Set(
    dimensionIds.flatMap((id) => terms.score[id].behaviours.map((behaviour) => behaviour.id)),
  );
  return conditionsOf(terms).flatMap(({ condition, path }) =>
    rulesOf(condition).flatMap((rule) => goneIn(rule, path, attributes, behaviours)),
  );
}

function goneIn(
  { field, value }: Rule,
  path: Path,
  attributes: ReadonlyMap<string, Attribute>,
  behaviours: ReadonlySet<string>,
): readonly TermsFinding[] {
  const id = field.slice(field.indexOf('.') + 1);
  if (field.startsWith('behaviour.') && !behaviours.has(id)) {
    return [termsFinding('behaviour_gone', path, { id })];
  }
  if (!field.startsWith('lead.')) return [];
  const attribute = attributeCalled(id, attributes);
  if (attribute === undefined) return [termsFinding('attribute_gone', path, { id })];
  if (attribute.type !== 'choice' && attribute.type !== 'choices') return [];
  const known = new Set((attribute.options ?? []).map((option) => option.id));
  const gone = [value].flat().filter((one) => typeof one === 'string' && !known.has(one));
  return gone.map((option) =>
    termsFinding('option_gone', path, { attribute: attribute.label, option: String(option) }),
  );
}

type Placed = { readonly condition: Condition; readonly path: Path };

function conditionsOf({ score, disqualify, handoff, routing }: Terms): readonly Placed[] {
  return [
    ...dimensionIds.flatMap((id) =>
      score[id].rules.map(({ when }, index) => ({
        condition: when,
        path: ['score', id, 'rules', index, 'when'],
      })),
    ),
    ...disqualify.map(({ when }, index) => ({ condition: when, path: ['disqualify', index, 'when'] })),
    { condition: handoff.requires, path: ['handoff', 'requires'] },
    ...routing.rules.map(({ when }, index) => ({
      condition: when,
      path: ['routing', 'rules', index, 'when'],
    })),
  ];
}

function rulesOf(condition: Condition): readonly Rule[] {
  return (condition?.rules ?? []).flatMap((part) => (isGroup(part) ? rulesOf(part) : [part]));
}
