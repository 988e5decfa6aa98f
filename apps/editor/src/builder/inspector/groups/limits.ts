// Two limits of one thing must leave something between them.
import type * as z from 'zod';

type Limit = string | number | undefined;

/** Tells at whichever of both was typed last; days compare as their texts do. */
export function notCrossed<Low extends string, High extends string>(low: Low, high: High) {
  return (limits: { readonly [K in Low | High]?: Limit }, context: z.core.$RefinementCtx): void => {
    const [least, most] = [limits[low], limits[high]];
    if (least === undefined || most === undefined || least <= most) return;
    context.addIssue({ code: 'custom', path: [low], message: `Not above ${most}, the upper limit.` });
    context.addIssue({ code: 'custom', path: [high], message: `Not below ${least}, the lower limit.` });
  };
}
