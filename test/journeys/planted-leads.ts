// Leads of the demo of which sales has said what becomes of them: it takes who has many people on shifts and has looked at
// the prices, whoever they are.
import { randomUUID } from 'node:crypto';
import type { DemoStack } from './demo-stack.ts';

const atOnce = 8;

export async function plantLeads({ instance, api }: DemoStack, leads: number): Promise<void> {
  for (let first = 0; first < leads; first += atOnce) {
    await Promise.all(Array.from({ length: atOnce }, (_, place) => plant(first + place)));
  }

  async function plant(number: number): Promise<void> {
    // Numbers that have nothing to do with each other.
    const of = (many: number, step: number): number => (number * step) % many;
    const email = `lead${number}@company${number % 60}.example`;
    const workers = 10 + of(100, 37) * 10;
    const looks = of(4, 7);
    const answers = {
      email,
      name: `Lead ${number}`,
      company: `Company ${number % 60}`,
      role: ['executive', 'director', 'manager'][of(3, 5)],
      company_size: ['1000+', '250-999'][of(2, 3)],
      industry: ['retail', '3pl', 'food'][of(3, 4)],
      country: 'DE',
      phone: '+49 30 901820',
      shift_workers: workers,
      timeline: ['now', 'quarter'][of(2, 5)],
      goals: ['overtime'],
    };
    const at = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
    const behaviours = Array.from({ length: looks }, (_, place) => ({
      path: '/pricing',
      at: at(place + 1),
    }));
    const sent = await fetch(`${instance.url}/f/demo/submissions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: randomUUID(), version: 1, final: true, answers, behaviours }),
    });
    if (!sent.ok) throw new Error(await sent.text());
    const { leads: found } = Object(await (await api(`/api/leads?email=${email}`)).json());
    const lead = Object(await (await api(`/api/leads/${found[0].id}`)).json());
    const handoff: unknown = lead.handoffs[0]?.id;
    if (typeof handoff !== 'string')
      throw new Error(`Nobody has lead ${number}: ${JSON.stringify(lead.score)}`);
    const isTaken = workers >= 500 ? looks > 0 || of(5, 3) > 1 : looks > 2 && of(3, 2) > 0;
    const body = isTaken ? { kind: 'accepted' } : { kind: 'rejected', reason: 'no_date', note: null };
    const said = await api(`/api/handoffs/${handoff}/verdict`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    if (!said.ok) throw new Error(await said.text());
  }
}
