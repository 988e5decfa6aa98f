// A part of the script: as it came along, or else from the worker. That an import keeps the nonce of the script that
// asks for it lets parts through the same Content-Security-Policy.
import { address } from './address.ts';
import { parts } from './companions.ts';
import type { Part } from './part.ts';
import { payload } from './payload.ts';
import type { PartName } from '../render/parts.ts';

/** Undefined when it cannot be had: the form does without. */
export async function load(name: PartName): Promise<Part | undefined> {
  try {
    if (parts[name]) return parts[name];
    const come: { part?: Part } = await import(new URL(`parts/${name}.js?${payload.build}`, address).href);
    return come.part;
  } catch (reason) {
    console.error('Baton:', reason);
    return undefined;
  }
}
