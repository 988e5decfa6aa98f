// Who did something, as one says it.

/** @param author as the audit names them: `person:anna@example.com`, `key:…`, `owner` */
export function authorName(author: string | null): string {
  if (author === null) return 'Somebody';
  if (author === 'owner') return 'The owner';
  return author.startsWith('key:') ? 'A program' : author.replace(/^person:/, '');
}
