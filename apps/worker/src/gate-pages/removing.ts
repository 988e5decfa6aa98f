// The part of a member's page that removes them: what hangs on them first, and who has it from then on.
import { html, type Markup } from '@baton/page/markup';
import type { KeyView } from '../gate/keys.ts';
import type { Member } from '../gate/members.ts';
import type * as z from 'zod';
import type { holdsShape } from '../openapi/clock-shapes.ts';

/** What hangs on a member. */
export type Held = {
  readonly holds: z.infer<ReturnType<typeof holdsShape>>;
  /** Who could have it from then on. */
  readonly others: readonly { readonly email: string; readonly name: string }[];
};

/** @param keys those that they made */
export function removing(member: Member, held: Held | null, keys: readonly KeyView[]): Markup {
  return html`<section class="card" aria-labelledby="remove">
    <h2 id="remove">Remove from the workspace</h2>
    <p class="soft">${member.name} can no longer come in, from this moment. What they did stays.</p>
    ${held === null ? null : hanging(member, held)} ${keys.length === 0 ? null : known(keys)}
    <details>
      <summary>Remove ${member.name} …</summary>
      <form method="post" action="/people/${member.id}/remove">
        ${held === null || !hangs(held) ? null : heir(held)}
        <div class="act"><button class="bad">Remove for good</button></div>
      </form>
    </details>
  </section>`;
}

/** Whether anything does that goes to somebody else. */
export function hangs({ holds }: Held): boolean {
  const count = holds.handoffs.count + holds.leads.count + holds.companies.count + holds.teams.length;
  return count > 0;
}

function hanging(member: Member, { holds }: Held): Markup | null {
  const { handoffs, leads, companies, teams, questions, agreement } = holds;
  const lines = [
    handoffs.count > 0
      ? handoffs.count === 1
        ? '1 lead that waits for their answer'
        : `${handoffs.count} leads that wait for their answer`
      : '',
    leads.count > 0 ? `${many(leads.count, 'other lead')} of theirs` : '',
    companies.count > 0
      ? `${companies.count === 1 ? '1 company' : `${companies.count} companies`}: ${listed(companies.list, companies.count)}`
      : '',
    teams.length > 0
      ? `a place in ${listed(
          teams.map(({ name }) => name),
          teams.length,
        )}`
      : '',
    questions > 0 ? `${many(questions, 'question')} that they have asked and nobody has answered` : '',
  ].filter((line) => line !== '');
  if (lines.length === 0 && agreement === null) return null;
  return html`${
    lines.length === 0
      ? null
      : html`<p>What hangs on ${member.name}:</p>
          <ul>
            ${lines.map((line) => html`<li>${line}</li>`)}
          </ul>`
  }
  ${
    agreement === null
      ? null
      : html`<p class="notice">
          ${agreement.says}${agreement.fallback ? ' They are the fallback: leads that nobody else can take go to them.' : ''}
        </p>`
  }`;
}

/** Whoever made a key has seen it, and it goes on without them. */
function known(keys: readonly KeyView[]): Markup {
  const names = keys.map(({ name }) => name);
  return html`<p class="notice">
    ${keys.length === 1 ? 'A key that they made goes' : 'Keys that they made go'} on opening the API, whoever
    knows ${keys.length === 1 ? 'it' : 'them'}: ${listed(names, names.length)}. Revoke
    ${keys.length === 1 ? 'it' : 'them'} on <a href="/keys">Keys</a>.
  </p>`;
}

function heir({ others }: Held): Markup {
  return html`<div class="field">
    <label for="to">Who has all of it from then on</label>
    <select id="to" name="to" required aria-describedby="to-hint">
      <option value="">Choose somebody</option>
      ${others.map(({ email, name }) => html`<option value="${email}">${name} (${email})</option>`)}
      <option value="nobody">Nobody: leave it as it is</option>
    </select>
    <p class="hint" id="to-hint">They are told of every lead, and open deadlines begin anew.</p>
  </div>`;
}

function many(count: number, word: string): string {
  return count === 1 ? `1 ${word}` : `${count} ${word}s`;
}

function listed(names: readonly string[], count: number): string {
  const shown = names.slice(0, 3);
  const others = count - shown.length;
  return others > 0 ? `${shown.join(', ')} and ${others} more` : shown.join(', ');
}
