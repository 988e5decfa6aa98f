// What the workspace's admins are mailed when Baton itself needs somebody to look.
import { mailBody } from '../notify/mail-message.ts';
import { oneLine } from '../notify/shown-text.ts';
import type { Context } from './context.ts';
import type { Posted } from './outbox.ts';
import { workspaceOf } from './workspace-of.ts';

export type Alert = { readonly subject: string; readonly lines: readonly string[] };

/** Inside a transaction; the deliveries are to be dispatched after it. */
export function alertAdmins(context: Context, { subject, lines }: Alert, now: number): Posted[] {
  const { parts, documents, outbox } = context;
  if (!parts.settings.mail) return [];
  const admins = [...documents.all().people.values()].filter(({ party }) => party === 'admin');
  const workspace = workspaceOf(parts.sql);
  return admins.map(({ email }) =>
    outbox.post(
      {
        type: 'alert',
        channel: 'email',
        destination: null,
        target: email,
        lead: null,
        handoff: null,
        submission: null,
        body: () =>
          mailBody({
            subject: oneLine(`Baton: ${subject}`, 150),
            preview: oneLine(lines[0] ?? subject),
            kicker: 'Needs a look',
            title: oneLine(subject, 150),
            subtitle: workspace,
            email: '',
            phone: null,
            says: null,
            until: null,
            score: null,
            sections: [
              {
                title: 'What was seen',
                lines: lines.map((line, at) => ({ label: String(at + 1), value: line })),
              },
            ],
            actions: [],
            footer: ['You get this because you are an admin of this workspace.'],
            inReplyTo: null,
          }),
      },
      now,
    ),
  );
}
