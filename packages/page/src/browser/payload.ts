// What this script was served with: the bundle is one function of it.
import type { EmbedPayload } from '../render/payload.ts';

declare const BATON: EmbedPayload;

export const payload: EmbedPayload = BATON;
