// The forms that come with Baton: each stands alone, all stand together, and each can be filled in and sent.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseForm } from '@baton/form/document';
import type { Field } from '@baton/form';
import { parseWorkspace, type Workspace } from '@baton/workspace';
import { expect, test } from 'vitest';
import { arrivalOf, nodeDesk } from './desk-on-node.ts';

const folder = join(import.meta.dirname, '../../examples/templates');
const names = readdirSync(folder).filter((file) => file.endsWith('.json'));

function documentOf(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'));
}

function parsed(name: string): Workspace {
  const workspace = parseWorkspace(documentOf(name));
  if (!workspace.ok) throw new Error(JSON.stringify(workspace.issues));
  return workspace.value;
}

/** An answer of its kind; what a condition hides is dropped. */
function answerTo({ kind, options, min, minLength = 0 }: Field): unknown {
  if (kind === 'email') return 'ada@engines.example';
  if (kind === 'phone') return '+49 30 901820';
  if (kind === 'url') return 'https://engines.example/';
  if (kind === 'country') return 'DE';
  if (kind === 'number' || kind === 'rating') return Math.max(1, min ?? 1);
  if (kind === 'consent') return true;
  if (kind === 'choice') return options?.[0]?.id;
  if (kind === 'choices') return options?.slice(0, 1).map(({ id }) => id);
  return 'Engines, Limited.'.padEnd(minLength, '.');
}

test('there are twelve', () => {
  expect(names).toHaveLength(12);
});

test.each(names)('%s is imported into an empty Baton without a word, and is filled in and sent', (name) => {
  const bench = nodeDesk();
  expect(bench.desk.importWorkspace(documentOf(name))).toMatchObject({ ok: true, warnings: [] });
  const { forms } = parsed(name);
  const [form] = forms;
  if (form === undefined) throw new Error('A template holds a form.');
  expect(name).toBe(`${form.value.id}.json`);
  expect(form.value.description).toBeTruthy();
  const fields = form.value.steps.flatMap((step) => step.fields);
  const answers = Object.fromEntries(fields.map((field) => [field.id, answerTo(field)]));
  const arrival = { ...arrivalOf(answers), form: form.value.id };
  expect(bench.desk.intake.submit(arrival)).toMatchObject({ kind: 'stored', created: true });
});

test('they agree on what an attribute is, so that all of them stand in one workspace', () => {
  const bench = nodeDesk();
  const known = new Map<string, unknown>();
  for (const name of names) {
    for (const attribute of parsed(name).attributes) {
      expect(known.get(attribute.id) ?? attribute).toEqual(attribute);
      known.set(attribute.id, attribute);
    }
    expect(bench.desk.importWorkspace(documentOf(name))).toMatchObject({ ok: true, warnings: [] });
  }
  for (const name of names) {
    const again = bench.desk.importWorkspace(documentOf(name));
    expect(again).toMatchObject({ ok: true, forms: [{ version: 1, changed: false }] });
  }
});

test('no template uses a key that forms do not have', () => {
  for (const name of names) {
    const { attributes, forms } = parsed(name);
    const catalogue = new Map(attributes.map((attribute) => [attribute.id, attribute]));
    for (const { source } of forms) {
      expect(parseForm(source, { catalogue, behaviours: null, tiers: null }).warnings).toEqual([]);
    }
  }
});
