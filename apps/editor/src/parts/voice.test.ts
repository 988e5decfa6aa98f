import { expect, test } from 'vitest';
import { createVoice, type Stage } from './voice.ts';

function listen(): { readonly stage: Stage; readonly shown: string[] } {
  const shown: string[] = [];
  const stage: Stage = {
    show: ({ id, title }) => shown.push(`${id}: ${title}`),
    hide: (id) => shown.push(`${id} is gone`),
  };
  return { stage, shown };
}

test('what is said before anything shows it is shown as soon as something does, once', () => {
  const voice = createVoice();
  voice.say('Saved.');
  voice.say('Removed.');
  const { stage, shown } = listen();
  voice.meet(stage);
  expect(shown).toEqual(['said 1: Saved.', 'said 2: Removed.']);
  voice.say('Moved.');
  expect(shown).toEqual(['said 1: Saved.', 'said 2: Removed.', 'said 3: Moved.']);
});

test('what was taken back before it was shown never is', () => {
  const voice = createVoice();
  voice.say('Removed.')();
  const { stage, shown } = listen();
  voice.meet(stage);
  const takeOff = voice.say('Moved.');
  takeOff();
  expect(shown).toEqual(['said 2: Moved.', 'said 2 is gone']);
});

test('once nothing shows it any more, it waits for the next', () => {
  const voice = createVoice();
  const [first, next] = [listen(), listen()];
  voice.meet(first.stage)();
  voice.say('Saved.');
  voice.meet(next.stage);
  expect([first.shown, next.shown]).toEqual([[], ['said 1: Saved.']]);
});
