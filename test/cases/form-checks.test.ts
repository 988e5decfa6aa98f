// What a form shows, demands and takes, as data: the same truth in Node, in workerd and in a browser.
import { checkAnswers, compileLogic, formLogic, visibility, visibleFields } from '@baton/form';
import type { CompiledLogic } from '@baton/form';
import { parseForm } from '@baton/form/document';
import { expect, test } from 'vitest';
import document from './form-checks.json' with { type: 'json' };

type Case = {
  readonly name: string;
  readonly form: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly visit: { readonly utm_source?: string };
  readonly visible: readonly string[];
  readonly result: unknown;
  readonly partial?: boolean;
  readonly skipped?: readonly string[];
  readonly asked?: readonly string[];
};
const cases: readonly Case[] = document.cases;

for (const { name, form, answers, visit, visible, result, partial, skipped, asked } of cases) {
  test(name, () => {
    const logic = logicOf(form);
    const askedSet = new Set(asked);
    expect([...visibleFields(logic, answers, visit, askedSet)]).toEqual(visible);
    expect(visibility(logic, answers, visit, askedSet).filter(Boolean)).toHaveLength(visible.length);
    const context = { visit, partial, skipped: new Set(skipped), asked: askedSet };
    const checked = checkAnswers(logic, answers, context);
    expect(checked).toEqual(result);
    if (checked.ok) expect(checkAnswers(logic, checked.answers, context)).toEqual(checked);
  });
}

/** The compiled logic of a form document, as it comes out of JSON in the browser. */
function logicOf(name: string): CompiledLogic {
  const forms: Readonly<Record<string, unknown>> = document.forms;
  const parsed = parseForm(forms[name], { catalogue: new Map(), behaviours: [], tiers: [] });
  if (!parsed.ok) throw new Error(`The form does not parse: ${JSON.stringify(parsed.issues)}`);
  expect(parsed.warnings).toEqual([]);
  return compileLogic(JSON.parse(JSON.stringify(formLogic(parsed.value, new Map()))));
}
