// The domains of 500 large companies, where their list is at hand beside the checkout: none of it is kept here.
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { deriveAttributes } from './derive-attributes.ts';

const list = new URL('../../../../shared/data/leads/fortune500.csv', import.meta.url);
const rows = existsSync(list) ? readFileSync(list, 'utf8').split('\n') : [];
const hosts = rows.flatMap((row) => /https?:\/\/([\w.-]+)/i.exec(row)?.slice(1) ?? []);

// Its company is a provider of free mail, and its domain is that of the mailboxes.
const provider = 'yahoo.com';

test.skipIf(rows.length === 0)(
  'an address at a large company is business and gives its domain (skipped without shared/data/leads/fortune500.csv)',
  () => {
    expect(hosts.length).toBeGreaterThan(490);
    for (const host of hosts) {
      const [domain = ''] = /[\w-]+\.[\w-]+$/.exec(host.toLowerCase()) ?? [];
      const expected =
        domain === provider ? { email_kind: 'free' } : { company_domain: domain, email_kind: 'business' };
      expect(deriveAttributes({ email: `anna.berg@${domain}` })).toEqual(expected);
      expect(deriveAttributes({ email: `anna.berg@${host}` })).toEqual(expected);
    }
  },
);
