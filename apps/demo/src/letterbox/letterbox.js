// Lists what arrives, newest first, as it arrives, and shows one arrival beside the list. Everything that came from
// outside is set as text; a mail's HTML stands in a frame that can run nothing.

const list = document.querySelector('#arrivals');
const detail = document.querySelector('#detail');
const main = document.querySelector('main');
const live = document.querySelector('#live');
const empty = document.querySelector('#empty');
const arrivals = new Map();
const narrow = matchMedia('(max-width: 760px)');
let asText = false;

const icons = {
  email: ['M2.5 4.5h13v9h-13z', 'm3 5 6 4.5L15 5'],
  webhook: [
    'M9 3v5',
    'm9 8-4.5 5',
    'm9 8 4.5 5',
    'M9 3.2a1.2 1.2 0 1 0 0-.1',
    'M4.3 13.4a1.2 1.2 0 1 0 0-.1',
    'M13.7 13.4a1.2 1.2 0 1 0 0-.1',
  ],
};

/** An element with attributes and children; texts become text nodes. */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

function icon(kind) {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '0 0 18 18');
  svg.setAttribute('aria-hidden', 'true');
  for (const d of icons[kind]) {
    const path = document.createElementNS(space, 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}

const clock = new Intl.DateTimeFormat([], {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const day = new Intl.DateTimeFormat([], { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' });

const titleOf = (arrival) =>
  arrival.kind === 'email' ? arrival.subject || '(no subject)' : (arrival.type ?? 'Webhook without a type');

function aboutOf(arrival) {
  if (arrival.kind === 'email') return `to ${arrival.to.join(', ')}`;
  const { lead, tier } = arrival.body?.data ?? {};
  const known = [lead?.email, tier].filter((value) => typeof value === 'string');
  return known.join(' · ') || (arrival.verified ? 'signed' : 'not signed by Baton');
}

function afterOf({ sinceEventMs }) {
  if (sinceEventMs === null) return null;
  return sinceEventMs < 10_000 ? `${sinceEventMs} ms` : `${Math.round(sinceEventMs / 1000)} s`;
}

function row(arrival) {
  const after = afterOf(arrival);
  const item = element(
    'a',
    { class: 'arrival', href: `#${arrival.number}` },
    icon(arrival.kind),
    element('span', { class: 'title' }, titleOf(arrival)),
    element('time', { datetime: new Date(arrival.at).toISOString() }, clock.format(arrival.at)),
    element('span', { class: 'about' }, aboutOf(arrival)),
    after === null ? null : element('span', { class: 'after' }, after),
  );
  return element('li', { 'data-number': arrival.number }, item);
}

function show() {
  const chosen = arrivals.get(Number(location.hash.slice(1)));
  const shown = chosen ?? (narrow.matches ? undefined : [...arrivals.values()].at(-1));
  main.classList.toggle('is-empty', arrivals.size === 0);
  main.classList.toggle('is-open', chosen !== undefined);
  for (const link of list.querySelectorAll('a')) {
    link.toggleAttribute('aria-current', false);
    if (shown !== undefined && link.hash === `#${shown.number}`) link.setAttribute('aria-current', 'true');
  }
  if (shown === undefined) return detail.replaceChildren();
  if (detail.dataset.shown === `${shown.number} ${asText}`) return;
  detail.dataset.shown = `${shown.number} ${asText}`;
  const parts = shown.kind === 'email' ? emailParts(shown) : webhookParts(shown);
  detail.replaceChildren(element('a', { class: 'back', href: '#' }, '← All arrivals'), ...parts);
}

function facts(pairs) {
  const known = pairs.filter(([, value]) => value);
  return element(
    'dl',
    {},
    ...known.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]),
  );
}

function emailParts(mail) {
  const parts = [
    element('p', { class: 'badges' }, element('span', { class: 'badge' }, 'E-mail')),
    element('h2', {}, titleOf(mail)),
    facts([
      ['From', mail.from],
      ['To', mail.to.join(', ')],
      ['Arrived', day.format(mail.at)],
    ]),
  ];
  if (mail.html === null)
    return [...parts, element('div', { class: 'paper' }, element('pre', {}, mail.text))];
  return [
    ...parts,
    lookSwitch(),
    element('div', { class: 'paper' }, asText ? element('pre', {}, mail.text) : frame(mail)),
  ];
}

function lookSwitch() {
  const button = (label, text) => {
    const made = element('button', { type: 'button', 'aria-pressed': String(asText === text) }, label);
    made.addEventListener('click', () => {
      asText = text;
      show();
      detail.querySelector('[aria-pressed="true"]')?.focus();
    });
    return made;
  };
  return element(
    'div',
    { class: 'switch', role: 'group', 'aria-label': 'Show the mail as' },
    button('Mail', false),
    button('Text', true),
  );
}

function frame(mail) {
  const made = element('iframe', {
    title: 'The mail as a mail program shows it',
    sandbox: 'allow-same-origin allow-popups allow-popups-to-escape-sandbox',
    src: `/mail/${mail.number}`,
  });
  made.addEventListener('load', () => {
    // Measured at no height of its own: a document is at least as tall as its frame.
    made.style.height = '0';
    const height = made.contentDocument?.documentElement.scrollHeight ?? 0;
    made.style.height = height > 0 ? `${height}px` : '';
  });
  return made;
}

function webhookParts(hook) {
  const after = afterOf(hook);
  const badges = [
    element('span', { class: 'badge' }, 'Webhook'),
    element(
      'span',
      { class: `badge ${hook.verified ? 'good' : 'bad'}` },
      hook.verified ? 'Signature verified' : 'Signature invalid',
    ),
    after === null ? null : element('span', { class: 'badge' }, `${after} after the event`),
  ];
  return [
    element('p', { class: 'badges' }, ...badges.filter((badge) => badge !== null)),
    element('h2', {}, titleOf(hook)),
    facts([
      ...handoffFacts(hook.body?.data ?? {}),
      ['Webhook id', hook.id],
      ['Arrived', day.format(hook.at)],
      ['Refused', hook.problem],
    ]),
    element(
      'div',
      { class: 'paper' },
      hook.body === null ? element('pre', {}, hook.raw) : element('pre', {}, ...inColours(hook.body)),
    ),
  ];
}

/** What somebody in sales would want to read first. */
function handoffFacts({ lead, score, tier, owner, deadline }) {
  const { fit, engagement, intent, total } = score ?? {};
  const due = typeof deadline === 'string' ? Date.parse(deadline) : Number.NaN;
  return [
    ['Lead', lead?.email],
    [
      'Score',
      total === undefined ? null : `${total}: fit ${fit}, engagement ${engagement}, intent ${intent}`,
    ],
    ['Tier', tier],
    ['Owner', owner?.name ?? owner?.email],
    ['Answer by', Number.isNaN(due) ? null : day.format(due)],
  ].filter(([, value]) => typeof value === 'string');
}

/** JSON with keys, texts and the rest told apart, as text nodes in spans. */
function inColours(body) {
  const text = JSON.stringify(body, null, 2);
  const token = /"(?:[^"\\]|\\.)*"(?=:)|"(?:[^"\\]|\\.)*"|-?\b\d[\d.eE+-]*|\b(?:true|false|null)\b/g;
  const parts = [];
  let end = 0;
  for (const found of text.matchAll(token)) {
    parts.push(text.slice(end, found.index));
    end = found.index + found[0].length;
    const kind = found[0].startsWith('"') ? (text[end] === ':' ? 'key' : 'text') : 'number';
    parts.push(element('span', { class: kind }, found[0]));
  }
  return [...parts, text.slice(end)];
}

function tell(connected) {
  live.textContent = connected ? `${arrivals.size} arrived` : 'Reconnecting…';
  live.parentElement.classList.toggle('is-live', connected);
  document.title = arrivals.size === 0 ? 'Letterbox' : `Letterbox (${arrivals.size})`;
}

const form = empty.dataset.form;
if (form)
  document
    .querySelector('#where')
    .append(' at ', element('a', { href: form }, form.replace(/^https?:\/\//, '')));

main.classList.add('is-empty');
addEventListener('hashchange', () => {
  show();
  if (location.hash.length > 1) detail.focus();
});
narrow.addEventListener('change', show);

// Up and down walk the list, as in a mail program.
list.addEventListener('keydown', (event) => {
  const step = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' }[event.key];
  const next = step === undefined ? null : event.target.closest('li')?.[step]?.querySelector('a');
  if (!next) return;
  event.preventDefault();
  next.focus();
  if (!narrow.matches) location.replace(next.hash);
});

const events = new EventSource('/events');
events.addEventListener('open', () => {
  // Each connection begins with everything the letterbox holds, which may be a new letterbox.
  arrivals.clear();
  list.replaceChildren();
  delete detail.dataset.shown;
  tell(true);
  show();
});
events.addEventListener('error', () => tell(false));
events.addEventListener('message', ({ data }) => {
  const arrival = JSON.parse(data);
  if (arrivals.has(arrival.number)) return;
  arrivals.set(arrival.number, arrival);
  const item = row(arrival);
  item.firstElementChild.classList.add('is-new');
  list.prepend(item);
  while (list.children.length > 500) {
    arrivals.delete(Number(list.lastElementChild.dataset.number));
    list.lastElementChild.remove();
  }
  tell(true);
  show();
});
