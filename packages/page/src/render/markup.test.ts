import { expect, test } from 'vitest';
import { attributes, escapeText, html, writeShort } from './markup.ts';

// A formatter breaks the lines of templates tagged `html`; this name keeps those of the tests as they are written.
const write = html;

test('text is never markup, between tags or inside quotes', () => {
  const evil = `</p><script>alert("1" + '2')</script>&amp;`;
  const safe = '&lt;/p&gt;&lt;script&gt;alert(&quot;1&quot; + &#39;2&#39;)&lt;/script&gt;&amp;amp;';
  expect(String(write`<p title="${evil}">${evil}</p>`)).toBe(`<p title="${safe}">${safe}</p>`);
  expect(String(attributes({ title: evil }))).toBe(` title="${safe}"`);
});

test('what only looks like markup is text', () => {
  const fake = { toString: () => '<b>' };
  expect(String(write`${String(fake)}${['<i>', write`<u>`]}`)).toBe('&lt;b&gt;&lt;i&gt;<u>');
});

test('null, which HTML reads as another character, is dropped, and no other', () => {
  expect(escapeText('a\0b\u0008c\u001fd\te\nf')).toBe('ab\u0008c\u001fd\te\nf');
});

test('nothing is written for nothing, zero is written', () => {
  expect(String(write`<p>${null}${undefined}${false}${''}${0}</p>`)).toBe('<p>0</p>');
  expect(String(attributes({ a: undefined, b: false, c: true, d: 0, e: '' }))).toBe(' c d="0" e=""');
});

test('a line break inside a tag is a blank, so that its attributes stay apart', () => {
  const link = write`<a
    href="${'https://x.example'}"
    class="b"
    >${'Go'}</a
  >`;
  expect(String(link)).toBe('<a href="https://x.example" class="b" >Go</a >');
});

test('a line break beside a word is a blank, between tags and parts it is nothing', () => {
  const text = write`<p>
    one two
    <b>three</b>
    ${'four'}
  </p>`;
  expect(String(text)).toBe('<p> one two <b>three</b>four</p>');
});

test('written short, markup has the quotes it needs and says the same', () => {
  const name = `a "b" = 'c' d="e"`;
  const long = write`<p${attributes({ class: 'a', title: name, id: 'x y', value: '' })}>${name}</p>`;
  expect(writeShort(long)).toBe(
    `<p class=a title='a &quot;b&quot; = &#39;c&#39; d=&quot;e&quot;' id='x y' value=''>` +
      `a &quot;b&quot; = &#39;c&#39; d=&quot;e&quot;</p>`,
  );
});
