import { expect, test } from 'vitest';
import { mailHeaders, messageId, parseSender, senderText } from './sender.ts';

test('a sender is an address, with or without a name', () => {
  expect(parseSender('sales@x.example')).toEqual({ name: '', address: 'sales@x.example' });
  expect(parseSender(' "Sales, EMEA" <sales@x.example> ')).toEqual({
    name: 'Sales, EMEA',
    address: 'sales@x.example',
  });
});

test.each([
  '',
  'Sales',
  'a@x.example, b@x.example',
  'Sales <a@x.example>, b@x.example',
  '<a b@x.example>',
  'Sales <>',
])('%j is no sender', (from) => {
  expect(parseSender(from)).toBeNull();
});

test('a name cannot add a header, nor end its quotes', () => {
  const sender = parseSender('Sa"les\r\nBcc: eve@evil.example <sales@x.example>');
  expect(sender).toEqual({ name: 'Sa"les Bcc: eve@evil.example', address: 'sales@x.example' });
  if (sender !== null) expect(senderText(sender)).toBe('"Sa\\"les Bcc: eve@evil.example" <sales@x.example>');
});

test('every try of a delivery has one Message-ID, and an answer names the one it answers', () => {
  const sender = { name: '', address: 'sales@x.example' };
  expect(messageId('msg_1', sender)).toBe('<msg_1@x.example>');
  const mail = {
    id: 'msg_2',
    to: 'a@x.example',
    date: 0,
    subject: '',
    text: '',
    html: '',
    inReplyTo: 'msg_1',
  };
  expect(mailHeaders(mail, sender)).toEqual({
    'In-Reply-To': '<msg_1@x.example>',
    References: '<msg_1@x.example>',
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
  });
});
