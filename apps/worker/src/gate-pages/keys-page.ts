// The keys that programs use, and what an admin does about them.
import { html, type Markup } from '@baton/page/markup';
import { scopes, type Scope } from '../access/rights.ts';
import type { KeyView, MadeKey } from '../gate/keys.ts';
import type { SignedIn } from '../gate/sessions.ts';
import { pageField } from './fields.ts';
import { gatePage, noticeOf } from './shell.ts';
import { agoInWords, dateInWords } from './time-in-words.ts';

const meanings: Readonly<Record<Scope, string>> = {
  read: 'Read the workspace’s document: forms, agreement, people, destinations (never a secret)',
  write: 'Change that document, publish forms, send deliveries again',
  leads: 'Read leads, submissions and deliveries: people’s data',
  behaviours: 'Report what leads did elsewhere',
};

/** What happened before this page is shown. */
export type KeysNews = {
  readonly notice?: string | null;
  /** A key, shown this once. */
  readonly made?: Extract<MadeKey, { kind: 'made' }>;
  readonly again?: {
    readonly name: string;
    readonly wished: readonly Scope[];
    readonly wrong: Extract<MadeKey, { kind: 'invalid' }>['fields'];
  };
};

/** @param now epoch ms */
export function keysPage(
  signedIn: SignedIn,
  keys: readonly KeyView[],
  now: number,
  news: KeysNews = {},
): Response {
  return gatePage({
    title: 'Keys',
    of: { signedIn, at: 'keys' },
    status: news.again === undefined ? 200 : 422,
    body: html`${noticeOf(news.notice ?? null)} ${news.made === undefined ? null : madeCard(news.made)}
      <h1>Keys</h1>
      <p class="soft">
        For programs that use the API of ${signedIn.membership?.name ?? 'this workspace'}:
        <code>Authorization: Bearer …</code>. <a href="/openapi.json">What it offers</a>.
      </p>
      <section class="card" aria-labelledby="keys">
        <h2 id="keys">Keys in use</h2>
        ${
          keys.length === 0
            ? html`<p class="soft">
                There are none. Make one for each program, so that each can be revoked alone.
              </p>`
            : html`<ul class="rows">
                ${keys.map((key) => keyRow(key, now))}
              </ul>`
        }
      </section>
      <section class="card" aria-labelledby="make">
        <h2 id="make">Make a key</h2>
        ${makeForm(news.again)}
      </section>`,
  });
}

function madeCard({ key, secret }: Extract<MadeKey, { kind: 'made' }>): Markup {
  return html`<section class="card first" aria-labelledby="made">
    <h2 id="made">The key for ${key.name}</h2>
    <p class="soft">Keep it where the program finds it and nobody else does. It is shown only now.</p>
    <div class="copy">
      <input id="key" aria-label="The key" value="${secret}" readonly />
      <button type="button" data-copy="key">Copy</button>
    </div>
  </section>`;
}

function keyRow({ id, name, scopes: had, hint, createdBy, createdAt, usedAt }: KeyView, now: number): Markup {
  const used = usedAt === null ? 'Never used' : `Used ${agoInWords(usedAt, now)}`;
  return html`<li>
    <div>
      <strong class="wrap">${name}</strong> <span class="soft">…${hint}</span>
      <div class="soft small wrap">
        ${had.join(', ')} · ${used} · by ${createdBy}, ${dateInWords(createdAt)}
      </div>
    </div>
    <form method="post" action="/keys/${id}/revoke">
      <button class="quiet bad" aria-label="Revoke the key for ${name}">Revoke</button>
    </form>
  </li>`;
}

function makeForm(again: KeysNews['again']): Markup {
  const noScope = again?.wrong.includes('scopes') ?? false;
  return html`<form method="post" action="/keys">
    ${pageField({
      name: 'name',
      label: 'What it is for',
      value: again?.name ?? '',
      autocomplete: 'off',
      wrong: again?.wrong.includes('name') === true ? 'Please name the program.' : undefined,
    })}
    <fieldset ${noScope ? html`aria-describedby="scopes-wrong"` : null}>
      <legend>What it may do</legend>
      ${scopes.map(
        (scope) =>
          html`<label class="check"
            ><input
              type="checkbox"
              name="scope_${scope}"
              ${again?.wished.includes(scope) === true ? html`checked` : null}
            />
            <span
              ><strong>${scope}</strong><br /><span class="soft small">${meanings[scope]}</span></span
            ></label
          >`,
      )}
      ${noScope ? html`<p class="wrong" id="scopes-wrong">Please choose at least one.</p>` : null}
    </fieldset>
    <div class="act"><button class="main">Make a key</button></div>
  </form>`;
}
