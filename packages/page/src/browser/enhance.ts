// Brings a form's HTML to life: shows and hides, steps, checks, remembers, sends. It renders nothing; what it finds
// is what the renderer made. Everything is decided anew from the answers after each change, by @baton/form, as the
// worker decides it again; of the page, only what changed is read and touched.
import { compileLogic, eachField, faultOf } from '@baton/form';
import type { Decided } from '@baton/form';
import { trapField } from '../render/published-form.ts';
import { fill, inflect } from '../render/wording.ts';
import { address } from './address.ts';
import { readAnswers, writeAnswers } from './answers.ts';
import type { Given } from './answers.ts';
import { parts } from './companions.ts';
import { keepDraft, restoreDraft } from './draft.ts';
import type { Draft } from './draft.ts';
import { mintId } from './identity.ts';
import { load } from './load.ts';
import { marks } from './marks.ts';
import { say, showIssue } from './messages.ts';
import { onceReleased } from './once-released.ts';
import { showOutcome } from './outcome.ts';
import type { Sent, Stage, Taken } from './part.ts';
import { payload } from './payload.ts';
import type { Place } from './place.ts';
import { post } from './post.ts';
import { send } from './send.ts';
import { steps } from './steps.ts';
import { still } from './still.ts';
import { attempt, storage, store } from './storage.ts';

declare global {
  interface Window {
    /** Where tag managers listen. */
    readonly dataLayer?: object[];
  }
}

const controlsIn = (root: ParentNode) => [...root.querySelectorAll<HTMLInputElement>('[name]')];

/** Enhances a form in place; `host` is the element whose `baton:*` events tell the website. */
export function enhance(form: HTMLFormElement, host: HTMLElement): void {
  const { id: name, version, texts } = payload;
  const draftKey = `baton:${address}`;
  const tokenKey = `baton:${new URL(address).origin}`;
  const logic = compileLogic(payload.logic);
  const all = (selector: string) => [...form.querySelectorAll<HTMLElement>(selector)];
  const one = (selector: string) => all(selector)[0] ?? form;
  /** In the order of the logic. */
  const fields: readonly unknown[] = all('[data-field]');
  const places = all('[data-field]').map((field): Place => ({
    field,
    id: field.dataset['field'] ?? '',
    controls: controlsIn(field),
  }));
  const walk = (steps ?? still)(all('.step'), one);
  const button = one('.send');
  const notice = one('.notice');
  const language = form.getAttribute('lang') ?? '';
  const given: Given = {};
  const filled: Given = {};
  const answers: Taken = {};
  let draft: Draft = {};
  let body: Sent | undefined;
  /** What stood there when this form wrote its draft last. */
  let kept: string | undefined;
  /** What stands beside the buttons while the answers are sent and nothing else is to be said. */
  let sending = '';

  const notify = (text: string) => say(notice, text);
  const count = (event: string, step?: string) =>
    void post('counts', { event, version, step }).catch(() => undefined);
  const stage: Stage = {
    payload,
    address,
    form,
    host,
    tokenKey,
    draftKey,
    along: { visit: {}, behaviours: [] },
    asking: {},
    awaited: [],
    storage,
    store,
    post,
    follow: showOutcome,
    taken: () => answers,
    write: writeAnswers,
    load,
    submissionId(isTried) {
      draft.isTried ||= isTried;
      const id = (draft.id ||= mintId());
      keep();
      return id;
    },
    restore() {
      draft = restoreDraft(draftKey, form);
      prefill(filled);
    },
    renew: () => void (draft = {}),
    update: () => update(),
    go: (to) => go(to),
    tell(event, detail) {
      const told = { form: name, ...detail };
      host.dispatchEvent(new CustomEvent(`baton:${event}`, { bubbles: true, composed: true, detail: told }));
      // Whatever the page does with it.
      attempt(() => window.dataLayer?.push({ event: `baton_${event}`, ...told }));
    },
  };
  const { tell } = stage;

  /** Decides what the answer to one field concerns, by its place, or else everything. */
  const update = (changed?: number) => {
    const place = places[changed ?? -1];
    let isMoved = !place;
    // What the worker said was of the answer before.
    delete place?.objection;
    readAnswers(place?.controls ?? controlsIn(form), given);
    const tell = (decided: Decided) => {
      const { isDemanded } = decided;
      const place = places[decided.position];
      if (!place) return;
      const { field, id } = place;
      const isSkipped = !!stage.asking.skipped?.has(id);
      const isHidden = !decided.isShown || isSkipped;
      const fault = faultOf(decided, isDemanded && !isSkipped);
      const said = fault ?? place.objection;
      place.fault = fault;
      place.said = said;
      if (place.isHidden !== isHidden) {
        isMoved = true;
        field.hidden = place.isHidden = isHidden;
      }
      marks?.(field, isDemanded);
      if (place.isWatched) showIssue(field, said);
      place.isWatched &&= !!said;
      answers[id] = fault ? undefined : decided.answer;
    };
    eachField(logic, given, stage.along.visit, stage.asking.asked, tell, place && changed);
    if (isMoved) walk.arrange();
  };

  const keep = () => {
    // What has been sent, or stands nowhere any more, is no draft.
    if (!button.isConnected) return;
    keepDraft(draftKey, form, given, draft);
    kept = storage[draftKey];
    attempt(() => stage.kept?.());
  };

  const go = (to: number) => {
    walk.current = to;
    update();
    notify(sending);
    const current = walk.inSight[walk.current];
    current?.querySelector<HTMLElement>('legend,[name]')?.focus();
    const step = current?.dataset['step'];
    count('step', step);
    tell('step', { step });
  };

  /** Shows what is wrong, field by field in their order, and goes to the first. False: nothing is. */
  const complain = (wrong: readonly Place[]) => {
    const [first] = wrong;
    if (!first) return false;
    const to = walk.inSight.findIndex((step) => step.contains(first.field));
    // Nowhere, where all that is wrong is in nobody's sight.
    if (to >= 0 && to !== walk.current) go(to);
    for (const place of wrong) {
      place.isWatched = true;
      showIssue(place.field, place.said);
    }
    const count = wrong.length;
    notify(fill(inflect(texts.check, count, language), { count }));
    first.controls[0]?.focus();
    return true;
  };

  const deliver = async () => {
    notify((sending = texts.sending));
    tell('submit');
    await Promise.allSettled(stage.awaited.map((ready) => ready()));
    const { status, reply } = await send(
      () => {
        // Answers may be bettered between two attempts; while they cannot be taken, the last good ones go.
        if (!places.some(({ fault }) => fault)) {
          body = {
            id: stage.submissionId(true),
            version,
            final: true,
            answers: { ...answers },
            visitor: storage[tokenKey] ?? null,
            language,
            trap: given[trapField],
            ...stage.along,
          };
        }
        return body;
      },
      () => notify((sending = navigator.onLine ? texts.retrying : texts.offline)),
    );
    sending = '';
    if (status < 300) {
      const { submission, outcome } = reply;
      // Not that of another form that was put in its place meanwhile, or stands in another tab.
      if (storage[draftKey] === kept) delete storage[draftKey];
      store(tokenKey, reply.visitor);
      tell('outcome', { submission, outcome: outcome?.id });
      stage.follow(form, outcome?.show, body);
    } else {
      // What was refused was not stored: the next try is another submission.
      draft = {};
      notify(texts.refused);
      for (const place of places) {
        place.objection = reply.issues?.find(({ path }) => path[1] === place.id);
        if (place.objection) stage.objected?.(place);
      }
      update();
      complain(places.filter(({ objection }) => objection));
      tell('error', { status });
    }
  };

  const placeOf = ({ target }: Event) =>
    fields.indexOf(target instanceof Element && target.closest('.field'));

  form.addEventListener('input', (event) => {
    // After a try, another content is another submission.
    if (draft.isTried) draft = {};
    update(placeOf(event));
    // After all that the key press decides: to write it takes longer than that.
    setTimeout(keep);
    if (!places.some(({ isWatched }) => isWatched)) notify(sending);
  });
  form.addEventListener(
    'input',
    () => {
      count('start');
      // At once: who has begun already goes on with that, whatever comes back late.
      keep();
    },
    { once: true },
  );
  form.addEventListener('change', (event) => {
    const changed = placeOf(event);
    const place = places[changed];
    onceReleased(form, () => {
      if (place) place.isWatched = true;
      update(changed);
    });
  });
  const advance = (event: Event & { readonly detail?: number }) => {
    event.preventDefault();
    // What fills in fields without saying so is heard now at the latest.
    update();
    const next = walk.inSight[walk.current + 1];
    const wrong = places.filter(
      ({ field, fault }) => fault && (!next || walk.inSight[walk.current]?.contains(field)),
    );
    // The second press of two in a row was meant for the step before.
    if (event.detail === 2 || complain(wrong)) return;
    if (next) go(walk.current + 1);
    else if (!sending) void deliver();
  };
  form.addEventListener('submit', advance);
  // The return key presses it as well. A frame that may only run scripts submits no form, and so tells of none.
  button.addEventListener('click', advance);
  one('.back').addEventListener('click', () => go(walk.current - 1));

  const prefill = (answers: Given) => {
    // Stands over what was typed another time, whenever that comes back.
    Object.assign(filled, answers);
    for (const { field, id } of places) {
      // Nobody agrees by somebody else's hand, and what is not named stays.
      if (Object.hasOwn(answers, id) && !field.querySelector('.consent')) writeAnswers(field, answers);
    }
    update();
  };
  Reflect.set(host, 'prefill', prefill);
  const joined = Object.values(parts).map(async (part) => part(stage));
  form.noValidate = true;
  stage.restore();
  tell('ready', { version });
  void Promise.allSettled(joined).then(() => count('view'));
}
