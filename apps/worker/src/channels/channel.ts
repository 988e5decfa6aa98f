// What every way of reaching somebody has in common: one message, one try, one tagged result. A channel keeps no
// state and decides nothing about trying again; the outbox does.

export const channelKinds = ['webhook', 'email', 'slack', 'teams'] as const;

export type ChannelKind = (typeof channelKinds)[number];

/** One notification as it was frozen when it came to be; every try sends these bytes. */
export type Message = {
  /** The delivery's public id: `webhook-id`, and the left part of a mail's Message-ID. */
  readonly id: string;
  /** Where to: a web address or an e-mail address. */
  readonly target: string;
  readonly body: string;
  /** Sign webhooks: one, or two while one takes the other's place. Other channels have no use for them. */
  readonly secrets: readonly string[];
  /** When the notification came to be, epoch ms. */
  readonly createdAt: number;
  /** When this try is made, epoch ms. */
  readonly now: number;
};

/** A failed try in a code that screens can put words to. */
export type Failure = {
  readonly ok: false;
  readonly code: string;
  /** The status the other side answered with, where there was one. */
  readonly status: number | null;
  /** The other side asked to wait so long, in ms. */
  readonly retryAfter?: number;
  /** The other side said never to come back. */
  readonly gone?: true;
  /** No later try can succeed. */
  readonly permanent?: true;
  /** The other side works, and refused only this message: others need not fear for theirs. */
  readonly ofMessage?: true;
  /** Nobody was called. */
  readonly unsent?: true;
};

export type SendResult = { readonly ok: true; readonly status: number | null } | Failure;

export type Channel = {
  readonly kind: ChannelKind;
  /** Makes one try of at most ten seconds. Never throws for what the network or the other side does. */
  send(message: Message): Promise<SendResult>;
};

export type Channels = Readonly<Record<ChannelKind, Channel>>;

/** How long one try may take in all, in ms. */
export const tryLimit = 10_000;
