import { expect, test } from 'vitest';
import {
  addTrigger,
  addWebsite,
  changeTrigger,
  editEmbed,
  embedInWords,
  embedOf,
  removeTrigger,
  removeWebsite,
  websiteFrom,
} from './edit-embed.ts';
import type { FormDraft } from './form-draft.ts';

const draft: FormDraft = { format: 1, id: 'f', name: 'F', steps: [] };

test('a form that stands in the page says nothing of it, and keeps its occasions for later', () => {
  const popup = addTrigger(editEmbed(draft, { mode: 'popup' }), 'delay');
  expect(popup.embed).toEqual({
    mode: 'popup',
    once: 'visitor',
    triggers: [{ on: 'delay', seconds: 20 }],
  });
  const back = editEmbed(popup, { mode: 'inline' });
  expect(back.embed?.triggers).toHaveLength(1);
  expect(removeTrigger(back, 0)).toEqual(draft);
  expect(editEmbed(draft, { mode: 'inline' })).toBe(draft);
  expect(embedOf(popup)).toBe(embedOf(popup));
});

test('a document that leaves occasions open is read as if it had none', () => {
  const written: unknown = JSON.parse('{"mode":"popup"}');
  const bare = { ...draft, embed: Object(written) };
  expect(embedInWords(embedOf(bare))).toBe('Nothing opens it yet.');
  expect(addTrigger(bare, 'exit').embed?.triggers).toEqual([{ on: 'exit' }]);
});

test('what opens a form is told in a sentence', () => {
  const all = (['delay', 'scroll', 'exit', 'click'] as const).reduce(addTrigger, draft);
  const slow = changeTrigger(all, 0, { on: 'delay', seconds: 45 });
  const embed = embedOf(editEmbed(slow, { mode: 'slidein', once: 'visit', button: 'Talk to us' }));
  expect(embedInWords(embed)).toBe(
    'Opens by itself after 45 seconds, at 60% of the page, or when they are about to leave, once a visit; at a press on “Talk to us” or on “.talk-to-us”.',
  );
  expect(embedInWords({ ...embed, mode: 'inline' })).toBe('Stands in the page, where its line stands.');
});

test('a website is read from whatever of it was pasted', () => {
  expect(
    [
      'rampline.example',
      'https://Rampline.example/pricing?x=1#top',
      ' http://localhost:8788/demo ',
      'https://rampline.example:443',
      'rampline.example:8443/a',
    ].map(websiteFrom),
  ).toEqual([
    'https://rampline.example',
    'https://rampline.example',
    'http://localhost:8788',
    'https://rampline.example',
    'https://rampline.example:8443',
  ]);
  expect(
    ['', 'rampline', 'ftp://rampline.example', 'two words.example', 'mailto:a@b.example'].map(websiteFrom),
  ).toEqual(Array(5).fill(undefined));
});

test('a website stands in the list once, also when it was written otherwise', () => {
  const listed: FormDraft = { ...draft, websites: ['HTTPS://Rampline.example/'] };
  expect(addWebsite(listed, 'https://rampline.example')).toBe(listed);
  expect(addWebsite(draft, 'https://rampline.example').websites).toEqual(['https://rampline.example']);
  expect(removeWebsite(listed, 'HTTPS://Rampline.example/')).toEqual(draft);
});
