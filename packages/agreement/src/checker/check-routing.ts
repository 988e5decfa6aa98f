// Of routing: rules that never get a lead, and options that no rule speaks of although rules tell leads apart by them.
import { isGroup, type Attribute, type Condition, type Rule } from '@baton/rules';
import type { Terms } from '../words/read-terms.ts';
import { termsFinding, type TermsFinding } from './finding.ts';
import type { Tried, Trial } from './trial.ts';

type Found = readonly TermsFinding[];

export function checkRouting(
  { routing }: Terms,
  attributes: ReadonlyMap<string, Attribute>,
  trial: Trial,
): Found {
  const tried = routing.rules.map(({ when }) => trial.ready(when));
  const reached = tried.map((rule, index): Found => {
    const id = routing.rules[index]?.id ?? '';
    const path = ['routing', 'rules', index];
    if (rule === null) return [];
    if (trial.isNever(rule)) return [termsFinding('route_never_holds', [...path, 'when'], { id })];
    const earlier = tried.slice(0, index).flatMap((one) => one ?? []);
    const by = earlier.findIndex((one) => trial.isNever(rule, [one]));
    const shadow = by === -1 ? null : tried.findIndex((one) => one === earlier[by]);
    if (shadow !== null) {
      return [termsFinding('route_shadowed', path, { id, by: routing.rules[shadow]?.id ?? '' })];
    }
    // Several together may leave nothing over, though none does by itself.
    return earlier.length > 1 && trial.isNever(rule, earlier)
      ? [termsFinding('route_shadowed', path, { id })]
      : [];
  });
  return [...reached.flat(), ...withoutOwner(routing, tried, attributes, trial)];
}

function withoutOwner(
  { rules }: Terms['routing'],
  tried: readonly (Tried | null)[],
  attributes: ReadonlyMap<string, Attribute>,
  trial: Trial,
): Found {
  const ready = tried.flatMap((rule) => rule ?? []);
  if (ready.length < tried.length) return [];
  const named = new Set(rules.flatMap(({ when }) => rulesOf(when)).map(({ field }) => field));
  return [...named].flatMap((field): Found => {
    const attribute = field.startsWith('lead.') ? attributes.get(field.slice('lead.'.length)) : undefined;
    if (attribute?.type !== 'choice') return [];
    return (attribute.options ?? []).flatMap((option): Found => {
      const fixed = new Map([[field, option.id]]);
      if (!ready.every((rule) => trial.isNever(rule, [], fixed))) return [];
      return [
        termsFinding('option_without_owner', ['routing', 'rules'], {
          attribute: attribute.label,
          option: option.label,
        }),
      ];
    });
  });
}

function rulesOf(condition: Condition): readonly Rule[] {
  return (condition?.rules ?? []).flatMap((part) => (isGroup(part) ? rulesOf(part) : [part]));
}
