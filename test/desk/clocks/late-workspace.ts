// A workspace whose agreement has all that a clock can bring, and a destination that hears of it.
import { smallWorkspace } from '../small-workspace.ts';

export const hearer = 'https://clock.example/hook';
export const manager = 'vp@baton.example';
export const admin = 'admin@baton.example';

const escalations: readonly object[] = [
  { at: '80%', tell: 'owner' },
  { at: '100%', tell: { person: manager } },
  { at: '150%', reassign: true },
];

/** @param agreement parts of it that are otherwise */
export function lateWorkspace(agreement: Readonly<Record<string, unknown>> = {}): typeof smallWorkspace {
  return {
    ...smallWorkspace,
    people: [...smallWorkspace.people, { email: admin, name: 'Ada Admin', party: 'admin' }],
    destinations: [
      { id: 'clock', kind: 'webhook', url: hearer, on: ['handoff.breached', 'handoff.reassigned'] },
    ],
    agreement: Object.assign({}, smallWorkspace.agreement, { escalate: escalations }, agreement),
  };
}
