import { expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';

test('a file is read in the encodings that spreadsheets write', () => {
  const utf16 = new Uint8Array([0xff, 0xfe, 0xe4, 0, 0x62, 0]);
  expect(decodeText(utf16)).toBe('äb');
  expect(decodeText(new TextEncoder().encode('äb'))).toBe('äb');
  expect(decodeText(new Uint8Array([0xe4, 0x62]))).toBe('äb');
});
