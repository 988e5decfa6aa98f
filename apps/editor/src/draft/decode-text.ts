// Files that people choose, as text. Refuses nothing: what is no UTF-8 is read as the spreadsheets of Windows write.

/** The text of a file, whichever way its spreadsheet wrote it. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // What spreadsheets call "CSV" without saying more.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
