import { expect, test } from 'vitest';
import { html } from './markup.ts';

test('a line break inside a tag is a blank, so that its attributes stay apart', () => {
  const link = html`<a href="${'https://x.example'}" class="b">${'Go'}</a>`;
  expect(link.toString()).toBe('<a href="https://x.example" class="b" >Go</a >');
});

test('a line break beside a word is a blank, between tags and parts it is nothing', () => {
  const text = html`<p>
    one two
    <b>three</b>
    ${'four'}
  </p>`;
  expect(text.toString()).toBe('<p> one two <b>three</b>four</p>');
});
