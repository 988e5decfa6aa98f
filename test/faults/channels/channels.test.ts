// Every channel passes one contract.
import { createMailChannel } from '../../../apps/worker/src/channels/mail.ts';
import { createBindingMailer, type MailBinding } from '../../../apps/worker/src/channels/mail-binding.ts';
import { createResendMailer } from '../../../apps/worker/src/channels/resend.ts';
import { createSlackChannel } from '../../../apps/worker/src/channels/slack.ts';
import { createTeamsChannel } from '../../../apps/worker/src/channels/teams.ts';
import { createWebhookChannel } from '../../../apps/worker/src/channels/webhook.ts';
import { canary, channelContract, type OtherSide, type TakingSide } from './contract.ts';
import { answering, httpTroubles, taking, type Make } from './http-side.ts';
import { from, mail, mailTroubles, password, takingMail } from './mail-sides.ts';

const here = { allowPrivate: true, trusted: [] };

const webhook: Make = (url) => ({
  channel: createWebhookChannel(here, fetch),
  target: `${url}/hook?key=of-the-hook`,
});
channelContract({
  name: 'A webhook',
  body: '{"type":"lead.handed_off"}',
  secrets: ['of-the-hook'],
  accepting: () => taking(webhook, { status: 204 }, ['webhook-timestamp', 'webhook-signature']),
  troubles: {
    ...httpTroubles(webhook),
    'a receiver that is gone': {
      start: () => answering(webhook, { status: 410, body: canary }),
      fails: { code: 'gone', status: 410, gone: true },
    },
    'an address that may not be called': {
      start: async () => {
        const side = await answering(webhook, { status: 204 });
        return { ...side, channel: createWebhookChannel({ allowPrivate: false, trusted: [] }, fetch) };
      },
      fails: { code: 'port_refused', status: null, unsent: true },
    },
  },
});

const slack: Make = (url) => ({
  channel: createSlackChannel(here, fetch),
  target: `${url}/services/T0/B0/token`,
});
channelContract({
  name: 'Slack',
  body: '{"text":"HOT 84"}',
  secrets: ['/services/T0/B0/token'],
  accepting: () => taking(slack, { status: 200, body: 'ok' }, []),
  troubles: {
    ...httpTroubles(slack),
    'a yes that is none': {
      start: () => answering(slack, { status: 200, body: canary }),
      fails: { code: 'slack_not_ok', status: 200 },
    },
    'a webhook that was revoked': {
      start: () => answering(slack, { status: 404, body: 'no_service' }),
      fails: { code: 'slack_no_service', status: 404, gone: true },
    },
    'an archived channel': {
      start: () => answering(slack, { status: 410, body: 'channel_is_archived' }),
      fails: { code: 'slack_channel_is_archived', status: 410, gone: true },
    },
    'a message that Slack cannot read': {
      start: () => answering(slack, { status: 400, body: 'invalid_blocks' }),
      fails: { code: 'slack_invalid_blocks', status: 400, permanent: true },
    },
    'too many messages': {
      start: () => answering(slack, { status: 429, body: 'rate_limited', headers: { 'retry-after': '12' } }),
      fails: { code: 'slack_rate_limited', status: 429, retryAfter: 12_000 },
    },
    'an error that is not known': {
      start: () => answering(slack, { status: 403, body: `new_error_${canary}` }),
      fails: { code: 'http_403', status: 403 },
    },
  },
});

const teams: Make = (url) => ({
  channel: createTeamsChannel(here, fetch),
  target: `${url}/workflows/1?sig=of-teams`,
});
const teamsError = (status: number): string =>
  `Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error ${status} with ContextId ${canary}`;
channelContract({
  name: 'Teams',
  body: '{"type":"message"}',
  secrets: ['of-teams'],
  accepting: () => taking(teams, { status: 202 }, []),
  troubles: {
    ...httpTroubles(teams),
    'a yes with an error in it': {
      start: () => answering(teams, { status: 200, body: teamsError(429) }),
      fails: { code: 'teams_http_429', status: 200 },
    },
    'a yes to a card that is too large': {
      start: () => answering(teams, { status: 200, body: teamsError(413) }),
      fails: { code: 'teams_http_413', status: 200, permanent: true },
    },
    'a workflow that is gone': {
      start: () => answering(teams, { status: 410, body: canary }),
      fails: { code: 'gone', status: 410, gone: true },
    },
    'a workflow that is switched off': {
      start: () => answering(teams, { status: 404, body: canary }),
      fails: { code: 'http_404', status: 404 },
    },
  },
});

const key = 're_a-key-of-resend';
const resend: Make = (url) => ({
  channel: createMailChannel(createResendMailer({ key, from, url: `${url}/emails` }, fetch)),
  target: 'ann@rampline.example',
});
const problem = (name: string): string => JSON.stringify({ statusCode: 400, name, message: canary });
channelContract({
  name: 'Mail by Resend',
  body: mail,
  secrets: [key],
  accepting: () => taking(resend, { status: 200, body: '{"id":"49a3999c"}' }, []),
  troubles: {
    ...httpTroubles(resend),
    'a key that is wrong': {
      start: () => answering(resend, { status: 403, body: problem('invalid_api_key') }),
      fails: { code: 'resend_invalid_api_key', status: 403 },
    },
    'a quota that is used up': {
      start: () =>
        answering(resend, {
          status: 429,
          body: problem('daily_quota_exceeded'),
          headers: { 'retry-after': '3600' },
        }),
      fails: { code: 'resend_daily_quota_exceeded', status: 429, retryAfter: 3_600_000 },
    },
    'a recipient that is refused': {
      start: () => answering(resend, { status: 422, body: problem('validation_error') }),
      fails: { code: 'mail_refused', status: 422, permanent: true, ofMessage: true },
    },
    'a sender that is not verified': {
      start: () => answering(resend, { status: 422, body: problem('invalid_from_address') }),
      fails: { code: 'resend_invalid_from_address', status: 422 },
    },
    'an error that is not known': {
      start: () => answering(resend, { status: 409, body: problem(`new-${canary}`) }),
      fails: { code: 'http_409', status: 409 },
    },
  },
});

channelContract({
  name: 'Mail by SMTP',
  body: mail,
  secrets: [password],
  accepting: takingMail,
  troubles: mailTroubles,
});

function bound(send: MailBinding['send']): OtherSide {
  return {
    channel: createMailChannel(createBindingMailer({ send }, from)),
    target: 'ann@rampline.example',
    close: () => Promise.resolve(),
  };
}

function takingBinding(): TakingSide {
  const received: string[] = [];
  const side = bound((message) => {
    received.push(JSON.stringify(message));
    return Promise.resolve({ messageId: 'of-cloudflare' });
  });
  return { ...side, received };
}

const refusing = (code: string) => (): Promise<OtherSide> =>
  Promise.resolve(bound(() => Promise.reject(Object.assign(new Error(canary), { code }))));

channelContract({
  name: 'Mail by Cloudflare',
  body: mail,
  secrets: [],
  accepting: () => Promise.resolve(takingBinding()),
  troubles: {
    'a recipient who once complained': {
      start: refusing('E_RECIPIENT_SUPPRESSED'),
      fails: { code: 'mail_refused', status: null, permanent: true, ofMessage: true },
    },
    'a recipient who is not verified': {
      start: refusing('E_RECIPIENT_NOT_ALLOWED'),
      fails: { code: 'cloudflare_recipient_not_allowed', status: null, ofMessage: true },
    },
    'a sender that is not verified': {
      start: refusing('E_SENDER_NOT_VERIFIED'),
      fails: { code: 'cloudflare_sender_not_verified', status: null },
    },
    'too many mails': {
      start: refusing('E_RATE_LIMIT_EXCEEDED'),
      fails: { code: 'cloudflare_rate_limit_exceeded', status: null },
    },
    'an error that is not known': {
      start: refusing(`E_${canary}`),
      fails: { code: 'mail_service_unreachable', status: null },
    },
    'a binding that throws at once': {
      start: () =>
        Promise.resolve(
          bound(() => {
            throw new Error(canary);
          }),
        ),
      fails: { code: 'mail_service_unreachable', status: null },
    },
    'a binding that never answers': {
      start: () => Promise.resolve(bound(() => new Promise(() => undefined))),
      fails: { code: 'timeout', status: null },
    },
    'an address that is two': {
      start: () =>
        Promise.resolve({ ...takingBinding(), target: 'ann@rampline.example, eve@rampline.example' }),
      fails: { code: 'bad_address', status: null, permanent: true, unsent: true },
    },
  },
});
