// The parts that came along with this form.
import type { PartName } from '../render/parts.ts';
import type { Part } from './part.ts';

declare const PARTS: { readonly [N in PartName]?: Part };

/** By name, in the order they join. */
export const parts: typeof PARTS = PARTS;
