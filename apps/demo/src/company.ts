// The invented company behind the demo: what it is called and who works there. Every address ends in .example,
// which no mail server on earth will accept.

/** Rampline plans warehouse shifts from the dock schedule. */
export const company = { name: 'Rampline', domain: 'rampline.example' } as const;

const address = (name: string): string => `${name}@${company.domain}`;

/** Marketing's and sales' leads, the three who take calls, and the address the whole team reads. */
export const people = {
  marketing: address('nora.lindqvist'),
  sales: address('viktor.haas'),
  berlin: address('amelie.brandt'),
  vienna: address('jonas.eder'),
  dublin: address('sinead.walsh'),
  everybody: address('sales'),
} as const;
