// What this script was served with: the bundle is one function of it.
import type { EmbedPayload } from '../render/payload.ts';
import type { PartName } from '../render/parts.ts';
import type { Part } from './part.ts';

declare const BATON: EmbedPayload;
declare const PARTS: { readonly [N in PartName]?: Part };

export const payload: EmbedPayload = BATON;

/** The parts that came along, in the order they join. */
export const parts: typeof PARTS = PARTS;
