// What a Desk has sent, read as whoever got it would.
import * as z from 'zod';
import type { NodeDesk } from '../desk-on-node.ts';
import { hearer } from './late-workspace.ts';

const mail = z.object({ subject: z.string(), text: z.string(), inReplyTo: z.string().optional() });

const event = z.looseObject({
  type: z.string(),
  timestamp: z.string(),
  data: z.looseObject({
    owner: z.object({ email: z.string(), name: z.string() }).nullable(),
    deadline: z.string().nullable(),
  }),
});

export type Mail = z.infer<typeof mail> & { readonly to: string; readonly id: string };

/** The mails that are there, in the order in which they went out. */
export function mails(bench: NodeDesk): Mail[] {
  return bench.sent
    .filter(({ target }) => target.includes('@'))
    .map(({ body, target, id }) => ({ ...mail.parse(JSON.parse(body)), to: target, id }));
}

/** The events that the workspace's one webhook has heard. */
export function events(bench: NodeDesk): z.infer<typeof event>[] {
  return bench.sent
    .filter(({ target }) => target === hearer)
    .map(({ body }) => event.parse(JSON.parse(body)));
}

/** The token of a link in a mail, by what the link says. */
export function linkIn({ text }: Mail, label: string): string {
  const line = text.split('\n').find((one) => one.startsWith(`${label}:`)) ?? '';
  return /\/v\/([A-Za-z0-9_.-]+)/.exec(line)?.[1] ?? '';
}
