// What storage could not hold: a row has at most 2 MB (https://developers.cloudflare.com/durable-objects/platform/limits/).
import type { Attribute, Issue, Path } from '@baton/rules';
import type { Workspace } from '@baton/workspace';
import { attributesNamedIn } from './snapshot.ts';

/** Bytes of UTF-8 that one part of a workspace may take with what is kept beside it. */
const partLimit = 1_900_000;

const encoder = new TextEncoder();

/** One `too_large` for each part of the document that would not fit in its row. */
export function tooLarge(workspace: Workspace, stored: readonly Attribute[]): Issue[] {
  const all = new Map([...stored, ...workspace.attributes].map((attribute) => [attribute.id, attribute]));
  const attributes = [...all.values()];
  const lists = ['attributes', 'people', 'teams', 'destinations'] as const;
  const parts: (readonly [Path, readonly unknown[]])[] = lists.flatMap((list) =>
    workspace[list].map((part, index) => [[list, index], [part]] as const),
  );
  const documents = [
    ...workspace.forms.map(({ source }, index) => [['forms', index], source] as const),
    ...(workspace.agreement === null ? [] : [[['agreement'], workspace.agreement.source] as const]),
  ];
  for (const [path, source] of documents) parts.push([path, [source, attributesNamedIn(source, attributes)]]);
  return parts.flatMap(([path, values]) =>
    sizeOf(values) > partLimit ? [{ code: 'too_large', path, params: { max: partLimit } }] : [],
  );
}

function sizeOf(values: readonly unknown[]): number {
  return values.reduce<number>((sum, value) => sum + encoder.encode(JSON.stringify(value)).byteLength, 0);
}
