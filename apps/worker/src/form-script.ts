// The form's script as it was built: its core, its parts, and the hash that names both.
import { composePages, composePart, composeScript, type BuiltScript } from '@baton/page/compose';
import runtime from '../.generated/runtime.txt';
import { hashSource } from './page-headers.ts';

let built: BuiltScript | undefined;

function script(): BuiltScript {
  return (built ??= JSON.parse(runtime));
}

/** Changes with any byte of the script; may stand in a cache key and in an address. */
export const scriptHash: string = hashSource(runtime)
  .slice(8, 24)
  .replaceAll(/[^A-Za-z0-9]/g, '');

/**
 * As much of it as every form carries, to tell apart what two builds load into one page: letters at random do not
 * compress.
 */
export const buildName: string = scriptHash.slice(0, 4);

/** What a form's script is called with: its payload as JSON, and the parts that come along. */
export type ScriptCall = { readonly payload: string; readonly parts: readonly string[] };

/** The whole script of one form. */
export function wholeScript({ payload, parts }: ScriptCall): string {
  return composeScript(script(), payload, parts);
}

/** The script of a website's pages without a form. */
export function pagesScript(payload: string): string {
  return composePages(script(), payload);
}

/** A part as a module; undefined: there is none of that name. */
export function partScript(name: string): string | undefined {
  return composePart(script(), name);
}
