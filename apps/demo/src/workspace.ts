// The workspace that a newcomer finds: Rampline's people, agreement and form, with its notifications sent to the
// letterbox on this machine.
import { company, people } from './company.ts';
import { demoAgreement } from './demo-agreement.ts';
import { demoAttributes } from './demo-attributes.ts';
import { demoForm } from './demo-form.ts';

/**
 * What signs the demo's webhooks. It is public on purpose, so that the letterbox can check it; a workspace of your
 * own gets a secret of its own.
 */
export const demoWebhookSecret = 'whsec_cmFtcGxpbmUtZGVtby1vbmx5LW5vdC1hLXNlY3JldC0=';

/** Where the demo's parts listen. */
export type DemoAddresses = {
  /** The company's website: `http://127.0.0.1:8788`. */
  readonly website: string;
  /** The letterbox: `http://127.0.0.1:8789`. */
  readonly letterbox: string;
};

/** The demo's workspace document, in the form that `PUT /api/workspace` takes. */
export function demoWorkspace(addresses: DemoAddresses): object {
  const { website, letterbox } = addresses;
  return {
    format: 1,
    name: company.name,
    attributes: demoAttributes,
    people: [
      { email: people.marketing, name: 'Nora Lindqvist', party: 'marketing' },
      { email: people.sales, name: 'Viktor Haas', party: 'sales' },
      { email: people.berlin, name: 'Amelie Brandt', party: 'sales', weight: 2 },
      { email: people.vienna, name: 'Jonas Eder', party: 'sales' },
      { email: people.dublin, name: 'Sinéad Walsh', party: 'sales', capacity: 20 },
    ],
    teams: [
      { id: 'dach', name: 'Germany, Austria, Switzerland', members: [people.berlin, people.vienna] },
      { id: 'international', name: 'Everywhere else', members: [people.dublin] },
    ],
    destinations: [
      {
        id: 'crm',
        kind: 'webhook',
        url: `${letterbox}/webhook`,
        on: ['lead.handed_off', 'lead.accepted', 'lead.rejected'],
        secret: demoWebhookSecret,
      },
      { id: 'sales_team', kind: 'email', to: people.everybody, on: ['lead.handed_off'] },
    ],
    agreement: demoAgreement,
    forms: [demoForm([website, website.replace('127.0.0.1', 'localhost')])],
  };
}
