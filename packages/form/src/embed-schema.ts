// How a form stands on a website and what it keeps there, as schemas: its mode with the occasions on which it opens,
// the journal of the visit, and whether the screen is shared.
import * as z from 'zod';
import type { Embed, Trigger } from './embed.ts';
import { words } from './fields/config.ts';

const trigger = (): z.ZodType<Trigger> =>
  z.discriminatedUnion('on', [
    z.looseObject({ on: z.literal('delay'), seconds: z.number().min(0).max(3600) }),
    z.looseObject({ on: z.literal('scroll'), percent: z.number().min(1).max(100) }),
    z.looseObject({ on: z.literal('exit') }),
    z.looseObject({ on: z.literal('click'), selector: words(200) }),
  ]);

const embed = (): z.ZodType<Embed> =>
  z.looseObject({
    mode: z.enum(['inline', 'popup', 'slidein', 'page']),
    triggers: z.array(trigger()).max(20).default([]),
    once: z.enum(['visit', 'visitor', 'always']).default('visitor'),
    button: words(100).exactOptional(),
  });

/** The keys of a form document that speak of the website around it. */
export const surroundingsConfig = () => ({
  embed: embed().exactOptional(),
  journal: z.enum(['on', 'off', 'consent']).exactOptional(),
  kiosk: z.boolean().exactOptional(),
  partials: z.boolean().exactOptional(),
});
