// What the audit can tell of, by the part of Baton that it belongs to.
import { endings } from './terms/states.ts';

export const auditActions = {
  forms: [
    'form.added',
    'form.changed',
    'form.published',
    'form.scheduled',
    'form.unscheduled',
    'form.not_published',
    'draft.saved',
    'draft.dropped',
  ],
  agreement: [
    'agreement.added',
    'agreement.changed',
    'agreement.draft_saved',
    'agreement.draft_dropped',
    'agreement.proposed',
    'agreement.signed',
    'agreement.in_force',
    'agreement.reviewed',
    ...endings.map((why) => `agreement.${why}` as const),
  ],
  leads: [
    'lead.added',
    'lead.assigned',
    'lead.merged',
    'lead.unmerged',
    'lead.erased',
    'leads.imported',
    'leads.exported',
    'events.exported',
    'submission.released',
    'submission.confirmed',
    'trusted.removed',
    'history.started',
    'history.imported',
    'history.taken_back',
  ],
  people: [
    'person.added',
    'person.changed',
    'person.removed',
    'person.handed_on',
    'person.invited',
    'person.joined',
    'team.added',
    'team.changed',
    'team.removed',
    'role.changed',
    'invitation.renewed',
    'invitation.withdrawn',
  ],
  access: [
    'key.made',
    'key.revoked',
    'passkey.made',
    'passkey.removed',
    'session.ended',
    'workspace.made',
    'workspace.added',
    'workspace.changed',
  ],
  destinations: [
    'destination.added',
    'destination.changed',
    'destination.removed',
    'destination.paused',
    'destination.resumed',
    'destination.secret_rotated',
    'delivery.replayed',
    'deliveries.replayed',
    'source.added',
    'source.changed',
    'source.removed',
    'source.secret_rotated',
  ],
  companies: [
    'account.added',
    'account.changed',
    'account.removed',
    'accounts.imported',
    'target_list.removed',
  ],
  attributes: ['attribute.added', 'attribute.changed', 'attribute.merged'],
  review: [
    'review.settings',
    'report.wanted',
    'report.stopped',
    'alert.muted',
    'alert.unmuted',
    'spend.changed',
  ],
} as const;

export type AuditArea = keyof typeof auditActions;
export type AuditAction = (typeof auditActions)[AuditArea][number];

/** The parts by name, in the order in which they are offered. */
export const auditAreas = [
  ...(['forms', 'agreement', 'leads', 'people', 'access'] as const),
  ...(['destinations', 'companies', 'attributes', 'review'] as const),
] as const satisfies readonly AuditArea[];

/** Drafts that were saved: many, and rarely what is looked for. */
export const saveActions = ['draft.saved', 'agreement.draft_saved'] as const satisfies readonly AuditAction[];
