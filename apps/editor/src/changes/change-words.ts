// A change as one says it, after the name of whoever made it.
import type { AuditAction } from '@baton/worker/api-types';

/** What the words are made of. */
export type Told = {
  readonly action: string;
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
};

type Words = (told: Told) => string;

const words: Readonly<Record<AuditAction, Words>> = {
  'form.added': ({ subject, after }) =>
    `imported the form ${subject}${said('as version', at(after, 'version'))}`,
  'form.changed': ({ subject, after }) =>
    `imported the form ${subject} anew${said('as version', at(after, 'version'))}`,
  'form.published': ({ subject, after }) =>
    `published the form ${subject}${said('as version', at(after, 'version'))}`,
  'form.scheduled': ({ subject, after }) =>
    `planned to publish the form ${subject}${said('at', hour(at(after, 'at')))}`,
  'form.unscheduled': ({ subject }) => `took back the planned publishing of the form ${subject}`,
  'form.not_published': ({ subject }) =>
    `could not be followed: the form ${subject} was not published at its hour`,
  'draft.saved': ({ subject }) => `saved the draft of the form ${subject}`,
  'draft.dropped': ({ subject }) => `dropped the draft of the form ${subject}`,

  'agreement.added': ({ subject }) => `imported version ${subject} of the agreement`,
  'agreement.changed': ({ subject }) => `changed by an import how version ${subject} of the agreement stands`,
  'agreement.draft_saved': () => 'saved the draft of the agreement',
  'agreement.draft_dropped': () => 'dropped the draft of the agreement',
  'agreement.proposed': ({ subject }) => `proposed version ${subject} of the agreement`,
  'agreement.signed': ({ subject, after }) =>
    `signed version ${subject} of the agreement${said('for', at(after, 'party'))}`,
  'agreement.in_force': ({ subject }) => `brought version ${subject} of the agreement into force`,
  'agreement.reviewed': ({ subject }) => `looked through version ${subject} of the agreement`,
  'agreement.withdrawn': ({ subject }) => `withdrew version ${subject} of the agreement`,
  'agreement.answered': ({ subject }) => `answered version ${subject} of the agreement with another proposal`,
  'agreement.outdated': ({ subject }) => `overtook version ${subject} of the agreement by signing another`,
  'agreement.expired': ({ subject }) => `let version ${subject} of the agreement expire unsigned`,

  'lead.added': () => 'added a lead',
  'lead.assigned': ({ after }) => `handed a lead over${said('to', at(after, 'owner'))}`,
  'lead.merged': ({ after }) => `merged two leads${said('into', at(after, 'lead'))}`,
  'lead.unmerged': ({ before }) => `took two leads apart again${said(':', at(before, 'lead'))}`,
  'lead.erased': () => 'erased a person',
  'leads.imported': () => 'imported leads',
  'leads.exported': ({ after }) => `exported all leads${said('as', format(after))}`,
  'events.exported': ({ after }) => `exported all events${said('as', format(after))}`,
  'submission.released': () => 'released a submission from the quarantine',
  'submission.confirmed': () => 'confirmed a suspect in the quarantine',
  'trusted.removed': () => 'took back something that the quarantine had learnt',
  'history.started': ({ after }) => `began to import past leads${said('from', at(after, 'name'))}`,
  'history.imported': () => 'imported past leads',
  'history.taken_back': () => 'took an import of past leads back',

  'person.added': ({ subject }) => `put ${subject} among the people`,
  'person.changed': ({ subject }) => `changed what is known of ${subject}`,
  'person.removed': ({ subject }) => `removed ${subject}`,
  'person.handed_on': ({ subject, after }) =>
    `handed on all that ${subject} had${said('to', at(after, 'to'))}`,
  'person.invited': ({ subject, after }) => `invited ${subject}${said('as', at(after, 'role'))}`,
  'person.joined': ({ after }) => `joined${said('as', at(after, 'role'))}`,
  'team.added': ({ subject }) => `made the team ${subject}`,
  'team.changed': ({ subject }) => `changed the team ${subject}`,
  'team.removed': ({ subject }) => `removed the team ${subject}`,
  'role.changed': ({ subject, after }) => `gave ${subject} another role${said(':', at(after, 'role'))}`,
  'invitation.renewed': ({ subject }) => `sent ${subject} the invitation anew`,
  'invitation.withdrawn': ({ subject }) => `withdrew the invitation of ${subject}`,

  'key.made': ({ after, subject }) => `made the key ${at(after, 'name') || subject}`,
  'key.revoked': ({ before, subject }) => `revoked the key ${at(before, 'name') || subject}`,
  'passkey.made': () => 'made a passkey',
  'passkey.removed': () => 'removed a passkey',
  'session.ended': ({ subject }) => `ended a session of ${subject}`,
  'workspace.made': () => 'made the workspace',
  'workspace.added': ({ after }) => `named the workspace${said('', text(after))}`,
  'workspace.changed': ({ after }) => `named the workspace${said('', text(after))}`,

  'destination.added': ({ subject }) => `added the destination ${subject}`,
  'destination.changed': ({ subject }) => `changed the destination ${subject}`,
  'destination.removed': ({ subject }) => `removed the destination ${subject}`,
  'destination.paused': ({ subject }) => `paused the destination ${subject}`,
  'destination.resumed': ({ subject }) => `resumed the destination ${subject}`,
  'destination.secret_rotated': ({ subject }) => `made a new secret for the destination ${subject}`,
  'delivery.replayed': () => 'sent a dead letter on its way again',
  'deliveries.replayed': ({ after }) =>
    `sent dead letters on their way again${said(':', at(after, 'count'))}`,
  'source.added': ({ subject }) => `added the source ${subject}`,
  'source.changed': ({ subject }) => `changed the source ${subject}`,
  'source.removed': ({ subject }) => `removed the source ${subject}`,
  'source.secret_rotated': ({ subject }) => `made a new secret for the source ${subject}`,

  'account.added': ({ subject }) => `made ${subject} a target account`,
  'account.changed': ({ subject }) => `changed the target account ${subject}`,
  'account.removed': ({ subject }) => `took ${subject} off the target accounts`,
  'accounts.imported': () => 'imported target accounts',
  'target_list.removed': ({ subject }) => `removed the list ${subject} of target accounts`,

  'attribute.added': ({ subject }) => `made the attribute ${subject}`,
  'attribute.changed': ({ subject }) => `changed the attribute ${subject}`,
  'attribute.merged': ({ subject, after }) =>
    `merged the attribute ${subject}${said('into', at(after, 'into'))}`,

  'review.settings': () => 'changed the settings of the review',
  'report.wanted': ({ subject }) => `asked for the weekly report to ${subject}`,
  'report.stopped': ({ subject }) => `stopped the weekly report to ${subject}`,
  'alert.muted': ({ subject }) => `muted alarms of ${subject}`,
  'alert.unmuted': ({ subject }) => `unmuted alarms of ${subject}`,
  'spend.changed': () => 'changed what marketing spent',
};

/** `published version 4 of the form demo`. */
export function changeInWords(told: Told): string {
  // What an earlier Baton has recorded may have no words any more.
  return isKnown(told.action) ? words[told.action](told) : `${told.action} ${told.subject}`;
}

/** @param names of people, by e-mail address */
export function authorInWords(author: string, names: ReadonlyMap<string, string>): string {
  const [kind = '', ...rest] = author.split(':');
  const id = rest.join(':');
  if (kind === 'person') return names.get(id) ?? id;
  if (kind === 'key') return `The key ${id}`;
  if (kind === 'owner') return 'The owner key';
  return kind === 'baton' ? 'Baton' : author;
}

function isKnown(action: string): action is AuditAction {
  return Object.hasOwn(words, action);
}

/** What stands under a key, as text; empty where nothing does. */
function at(value: unknown, key: string): string {
  const known: Readonly<Record<string, unknown>> = Object(value);
  return Object.hasOwn(known, key) ? text(known[key]) : '';
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Nothing where nothing is known of it. */
function said(word: string, value: string): string {
  if (value === '') return '';
  return word === ':' ? `: ${value}` : ` ${word} ${value}`.replace('  ', ' ');
}

function format(after: unknown): string {
  return at(after, 'format').toUpperCase();
}

const hours = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

function hour(instant: string): string {
  const when = new Date(instant);
  return Number.isNaN(when.getTime()) ? '' : hours.format(when);
}
