// The address of a chat's incoming webhook opens that channel to whoever has it. It is shown whole only to those who
// may change it; others see whose it is.

/** What anybody may see of where a notification goes. */
export function shownAddress(kind: string, address: string): string {
  if (kind === 'webhook' || kind === 'email') return address;
  return address.replace(/^(https?:\/\/[^/?#]*).*$/i, '$1/…');
}
