// How a form stands on websites, and on which: what can be done with both.
import { toOrigin, type Embed, type Trigger } from '@baton/form';
import { patched } from './edit-fields.ts';
import type { FormDraft } from './form-draft.ts';

const inline: Embed = { mode: 'inline', triggers: [], once: 'visitor' };

/** What holds, also where the document leaves it open. The very same object for the very same draft's embed. */
export function embedOf({ embed }: Pick<FormDraft, 'embed'>): Embed {
  if (embed === undefined) return inline;
  const known = whole.get(embed) ?? { ...inline, ...embed };
  whole.set(embed, known);
  return known;
}

const whole = new WeakMap<Embed, Embed>();

type EmbedPatch = { readonly [Key in keyof Embed]?: Embed[Key] | undefined };

export function editEmbed(draft: FormDraft, patch: EmbedPatch): FormDraft {
  const before = embedOf(draft);
  const embed = patched(before, patch);
  if (embed === before) return draft;
  const isUsual =
    embed.mode === 'inline' && embed.triggers.length === 0 && embed.once === 'visitor' && !embed.button;
  return patched(draft, { embed: isUsual ? undefined : embed });
}

/** Occasions as they first stand there. */
const firstTriggers: { readonly [On in Trigger['on']]: Extract<Trigger, { readonly on: On }> } = {
  delay: { on: 'delay', seconds: 20 },
  scroll: { on: 'scroll', percent: 60 },
  exit: { on: 'exit' },
  click: { on: 'click', selector: '.talk-to-us' },
};

export function addTrigger(draft: FormDraft, on: Trigger['on']): FormDraft {
  return editEmbed(draft, { triggers: [...embedOf(draft).triggers, firstTriggers[on]] });
}

export function changeTrigger(draft: FormDraft, index: number, trigger: Trigger): FormDraft {
  return editEmbed(draft, { triggers: embedOf(draft).triggers.with(index, trigger) });
}

export function removeTrigger(draft: FormDraft, index: number): FormDraft {
  return editEmbed(draft, { triggers: embedOf(draft).triggers.toSpliced(index, 1) });
}

/** When the form is seen, in a sentence. */
export function embedInWords({ mode, triggers, once, button }: Embed): string {
  if (mode === 'inline') return 'Stands in the page, where its line stands.';
  const selves = triggers.flatMap(momentOf);
  const presses = [
    ...(button ? [`on “${button}”`] : []),
    ...triggers.flatMap((trigger) => (trigger.on === 'click' ? [`on “${trigger.selector}”`] : [])),
  ];
  const often = { visit: 'once a visit', visitor: 'once for each visitor', always: 'every time' }[once];
  const parts = [
    ...(selves.length > 0 ? [`by itself ${listed(selves)}, ${often}`] : []),
    ...(presses.length > 0 ? [`at a press ${listed(presses)}`] : []),
  ];
  return parts.length === 0 ? 'Nothing opens it yet.' : `Opens ${parts.join('; ')}.`;
}

function momentOf(trigger: Trigger): readonly string[] {
  switch (trigger.on) {
    case 'delay':
      return [trigger.seconds === 0 ? 'at once' : `after ${trigger.seconds} seconds`];
    case 'scroll':
      return [`at ${trigger.percent}% of the page`];
    case 'exit':
      return ['when they are about to leave'];
    case 'click':
      return [];
  }
}

function listed(parts: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(parts);
}

/** The website that somebody means by what they typed or pasted: a name alone, or the address of a page. */
export function websiteFrom(text: string): string | undefined {
  const typed = text.trim();
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  const [, start = ''] = /^(https?:\/\/[^/?#]+)/i.exec(whole) ?? [];
  const origin = toOrigin(start);
  // A name without a dot is a slip of the pen, but for this very machine.
  return origin !== undefined && /\.|\/\/localhost(?::|$)/.test(origin) ? origin : undefined;
}

export function addWebsite(draft: FormDraft, website: string): FormDraft {
  const websites = draft.websites ?? [];
  if (websites.some((one) => (toOrigin(one) ?? one) === website)) return draft;
  return { ...draft, websites: [...websites, website] };
}

export function removeWebsite(draft: FormDraft, website: string): FormDraft {
  const websites = (draft.websites ?? []).filter((one) => one !== website);
  return patched(draft, { websites: websites.length === 0 ? undefined : websites });
}
