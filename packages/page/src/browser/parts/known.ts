// What this visitor is asked: a stranger the first few of the questions that come one by one, a known browser what it
// has not told yet. Only ids travel. Until the worker has answered, the form keeps itself closed, for a moment at most.
import type { SentLogic } from '@baton/form';
import type { Part, Stage } from '../part.ts';
import { within } from '../within.ts';

/** Milliseconds that a known visitor waits for the questions before being asked like a stranger. */
const patience = 2000;

export const part: Part = async (stage) => {
  const { form, payload, storage, tokenKey, asking, post, update } = stage;
  const visitor = storage[tokenKey];
  asking.skipped = new Set(payload.skip);
  // What the worker wants of somebody who was not asked is asked now.
  stage.objected = ({ id, controls }) => {
    if (asking.skipped?.delete(id)) for (const control of controls) control.disabled = false;
  };
  if (!visitor) return;
  // Whoever began before this script came is not interrupted.
  form.toggleAttribute('hidden', !form.matches('[data-touched],:focus-within'));
  const answer = await within(
    patience,
    post('next', { visitor }).then(read, () => undefined),
  );
  if (answer) {
    asking.skipped = new Set(answer);
    asking.asked = new Set(decidedElsewhere(payload.logic, answer));
    // What is not asked is not answered either: not by the page's address, in nobody's sight.
    for (const id of answer)
      controlsOf(stage, `[data-field="${id}"]`).forEach((one) => (one.disabled = true));
  }
  form.querySelector('.nav')?.append(strangerButton(stage));
  form.toggleAttribute('hidden', false);
  update();
};

function controlsOf({ form }: Stage, place: string) {
  return form.querySelectorAll<HTMLInputElement>(`${place} [name]`);
}

async function read(response: Response): Promise<string[] | undefined> {
  return response.ok ? (await response.json()).skip : undefined;
}

/** Fields whose conditions read an answer that is not here: the worker found that they hold, or would skip them. */
function decidedElsewhere({ steps }: SentLogic, skipped: readonly string[]): string[] {
  return steps.flatMap((step) =>
    step.fields
      .filter(({ id, shownWhen }) => {
        const read = JSON.stringify([step.shownWhen, shownWhen]);
        return !skipped.includes(id) && skipped.some((other) => read.includes(`"answer.${other}"`));
      })
      .map(({ id }) => id),
  );
}

/** "Not you?": forgets whoever was here before, in all forms of the website, and begins anew. */
function strangerButton(stage: Stage): HTMLElement {
  const { form, payload, storage, store, tokenKey, along, facts, asking, renew, update, go } = stage;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'back stranger';
  button.textContent = payload.words?.not_you ?? '';
  button.addEventListener('click', () => {
    for (const [key] of Object.entries(storage)) {
      // Of a draft its end stays, so that no database brings back what was typed.
      if (key.startsWith(`${tokenKey}/`)) store(key, `[${Date.now()}]`);
      else if (key.startsWith(tokenKey)) delete storage[key];
    }
    renew();
    window.batonJournal?.[tokenKey]?.consent('');
    const { referrer } = along.visit;
    Object.assign(along.visit, facts?.(typeof referrer === 'string' ? referrer : ''));
    asking.skipped = new Set(payload.skip);
    delete asking.asked;
    button.remove();
    controlsOf(stage, '').forEach((one) => (one.disabled = false));
    HTMLFormElement.prototype.reset.call(form);
    update();
    // What they were shown is behind the first step; a form of one step is there already.
    if (form.querySelector<HTMLElement>('.step:has(.field:not([hidden]))')?.hidden) go(0);
    form.querySelector<HTMLElement>('.step:not([hidden]) [name]')?.focus();
  });
  return button;
}
