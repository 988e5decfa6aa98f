// Every special-purpose block of IANA's registries, in every spelling that a URL has for an address, is refused; what lies
// outside of them, and the names of services as they are on the web, is called. The blocks are written down
// here as the registries have them, and tell on their own what is public.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkAddress } from './address.ts';

const strict = { allowPrivate: false, trusted: [] };

/** https://www.iana.org/assignments/iana-ipv4-special-registry, and multicast. */
const blocks = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
].map((block) => {
  const [base = '', bits = ''] = block.split('/');
  const first = base.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  return { first, last: first + 2 ** (32 - Number(bits)) - 1 };
});

const services = `
  hooks.slack.com hooks.zapier.com hook.eu1.make.com hook.us1.make.com api.hubapi.com api.pipedrive.com
  login.salesforce.com acme.my.salesforce.com na1.salesforce.com prod-12.westeurope.logic.azure.com
  acme.webhook.office.com default.environment.api.powerplatform.com discord.com api.telegram.org
  chat.googleapis.com events.pagerduty.com api.opsgenie.com webhook.site requestbin.com eo123.m.pipedream.net
  api.segment.io in.customer.io n8n.acme.io acme.app.n8n.cloud api.airtable.com api.notion.com api.monday.com
  eu.posthog.com api.mixpanel.com api.amplitude.com acme.zendesk.com acme.freshdesk.com api.intercom.io
  acme.atlassian.net api.github.com gitlab.com api.linear.app script.google.com
  us-central1-acme.cloudfunctions.net acme-uc.a.run.app acme.workers.dev
  abc123.execute-api.eu-central-1.amazonaws.com xyz.lambda-url.eu-west-1.on.aws acme.vercel.app acme.netlify.app
  acme.onrender.com acme.fly.dev acme.herokuapp.com acme.azurewebsites.net crm.bücher.de xn--bcher-kva.example
  пример.рф 例え.jp hooks.acme.co.uk acme.com.br internal.acme.com localhost.acme.com local.acme.dev
  private.acme.org home.acme.net test.acme.com corp.acme.eu lan.acme.de intranet.acme.fr 127.0.0.1.acme.com
  a.b.c.d.e.acme.com 8.8.8.8 1.1.1.1 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0
  169.253.255.255 169.255.0.0 172.15.255.255 172.32.0.0 192.0.1.0 192.0.3.0 192.88.98.255 192.167.255.255
  192.169.0.0 198.17.255.255 198.20.0.0 198.51.99.255 203.0.112.255 203.0.114.0 223.255.255.255
  [2606:4700::1111] [2a00:1450:4001::1] [2620:4f:8000::1] [2001:200::1] [2001:4860:4860::8888] [2400:cb00::1]
  [3ffe::1]
`;

/** https://www.iana.org/assignments/iana-ipv6-special-registry: the first and the last of each. */
const v6Blocks = [
  ['::', '::ffff'],
  ['::ffff:0:0:0', '::ffff:0:ffff:ffff'],
  ['64:ff9b::', '64:ff9b::ffff:ffff'],
  ['64:ff9b:1::', '64:ff9b:1:ffff:ffff:ffff:ffff:ffff'],
  ['100::', '100::ffff:ffff:ffff:ffff'],
  ['100:0:0:1::', '100:0:0:1:ffff:ffff:ffff:ffff'],
  ['2001::', '2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['2001:db8::', '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['2002::', '2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['3fff::', '3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['4000::', '5fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['fc00::', 'fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['fe80::', 'febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['fec0::', 'feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['ff00::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
].flat();

type Spelling = (parts: readonly number[], whole: number) => string;

const hex = (value: number): string => value.toString(16);
const wide = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
const half = ([a = 0, b = 0, c = 0, d = 0]: readonly number[], by = 0): string =>
  `${hex((a * 256 + b) ^ by)}:${hex((c * 256 + d) ^ by)}`;
const dotted: Spelling = (parts) => parts.join('.');

/** As an IPv4 address may be written, and where one may stand in an IPv6 address. */
const spellings: Readonly<Record<string, Spelling>> = {
  dotted,
  'with a dot at the end': (parts) => `${parts.join('.')}.`,
  decimal: (_, whole) => String(whole),
  hexadecimal: (_, whole) => `0x${hex(whole)}`,
  'hexadecimal in capitals': (_, whole) => `0X${hex(whole).toUpperCase()}`,
  octal: (_, whole) => `0${whole.toString(8)}`,
  'octal parts': (parts) => parts.map((part) => `0${part.toString(8)}`).join('.'),
  'octal parts after many zeros': (parts) => parts.map((part) => `0000000${part.toString(8)}`).join('.'),
  'hexadecimal parts': (parts) => parts.map((part) => `0x${hex(part)}`).join('.'),
  'three parts': ([a = 0, b = 0, c = 0, d = 0]) => `${a}.${b}.${c * 256 + d}`,
  'two parts': ([a], whole) => `${a}.${whole % 2 ** 24}`,
  'mixed parts': ([a = 0, b = 0, c = 0, d]) => `0x${hex(a)}.0${b.toString(8)}.${c}.${d}`,
  escaped: (parts) => parts.join('.').replace(/\d/g, (digit) => `%3${digit}`),
  'wide digits': (parts) => wide(parts.join('.')),
  'other full stops': (parts) => parts.join('。'),
  'a tab within': (parts) => parts.join('\t.'),
  'mapped into IPv6': (parts) => `[::ffff:${parts.join('.')}]`,
  'mapped into IPv6, in groups': (parts) => `[::ffff:${half(parts)}]`,
  'mapped into IPv6, at full length': (parts) => `[0:0:0:0:0:ffff:${half(parts)}]`,
  'compatible with IPv6': (parts) => `[::${parts.join('.')}]`,
  'translated (SIIT)': (parts) => `[::ffff:0:${half(parts)}]`,
  'by NAT64': (parts) => `[64:ff9b::${half(parts)}]`,
  'by a NAT64 of one’s own': (parts) => `[64:ff9b:1::${half(parts)}]`,
  'by 6to4': (parts) => `[2002:${half(parts)}::1]`,
  'by Teredo, as the server': (parts) => `[2001:0:${half(parts)}::1]`,
  'by Teredo, as the client': (parts) => `[2001:0:101:101:0:0:${half(parts, 0xffff)}]`,
};

const partsOf = (whole: number): number[] => [24, 16, 8, 0].map((bits) => (whole >>> bits) & 255);
const isPublic = (whole: number): boolean =>
  !blocks.some(({ first, last }) => whole >= first && whole <= last);

function refused(host: string): boolean {
  return ['http', 'https'].every((scheme) => !checkAddress(`${scheme}://${host}/hook`, strict).ok);
}

test('no block of the registries is reached by any spelling', () => {
  const reached: string[] = [];
  for (const { first, last } of blocks)
    for (const whole of [first, first + 1, Math.floor((first + last) / 2), last - 1, last])
      for (const [name, spell] of Object.entries(spellings)) {
        const host = spell(partsOf(whole), whole);
        if (!refused(host)) reached.push(`${partsOf(whole).join('.')} ${name}: ${host}`);
      }
  for (const address of v6Blocks) if (!refused(`[${address}]`)) reached.push(address);
  expect(reached).toEqual([]);
});

test('over all addresses the registries decide, and a spelling never opens what is closed', () => {
  const direct = new Set([
    'dotted',
    'decimal',
    'octal',
    'hexadecimal parts',
    'two parts',
    'mapped into IPv6',
  ]);
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      fc.constantFrom(...Object.entries(spellings)),
      (whole, [name, spell]) => {
        const isCalled = !refused(spell(partsOf(whole), whole));
        if (direct.has(name)) expect(isCalled).toBe(isPublic(whole));
        else if (!isPublic(whole)) expect(isCalled).toBe(false);
      },
    ),
    { numRuns: 5000 },
  );
});

test('names of this machine and of networks of one’s own, and what only looks like somebody else, are refused', () => {
  const names = [
    'localhost',
    'LocalHost.',
    'localhost.localdomain',
    'app.localhost',
    'ip6-localhost',
    'metadata',
    'metadata.google.internal',
    'instance-data.ec2.internal',
    'kubernetes.default.svc',
    'api.default.svc.cluster.local',
    'router.lan',
    'nas.home',
    'router.home.arpa',
    '1.0.0.127.in-addr.arpa',
    'hidden.onion',
    'name.alt',
    'ｌｏｃａｌｈｏｓｔ',
    'loc%61lhost',
    'local\thost',
    'example.com@127.0.0.1',
    'example.com:80@localhost',
    '127.0.0.1#@example.com',
    '127.0.0.1?@example.com',
    '127.0.0.1\\@example.com',
    '[::1]#example.com',
    '[fe80::1%25eth0]',
    '[::ffff:127.0.0.1%25lo]',
    '127.0.0.1:22',
    'example.com:6379',
    'example.com:25',
    '',
    '.',
    '..',
  ];
  expect(names.filter((host) => !refused(host))).toEqual([]);
  const whole = [
    'file:///etc/passwd',
    'gopher://example.com/',
    'data:,x',
    '//example.com',
    'http:///127.0.0.1',
  ];
  expect(whole.filter((url) => checkAddress(url, strict).ok)).toEqual([]);
});

test('hundreds of public addresses are called', () => {
  const addresses = services
    .trim()
    .split(/\s+/)
    .flatMap((host) => [
      `https://${host}/hook?token=a%20b`,
      `http://${host}:8080/`,
      `https://${host}:8443/#a`,
    ]);
  expect(addresses.length).toBeGreaterThan(200);
  expect(addresses.filter((url) => !checkAddress(url, strict).ok)).toEqual([]);
});
