// Older formats of the agreement, brought up to date when they are read. What has landed is never edited.

type Document = Readonly<Record<string, unknown>>;

/** Step n takes a document of format n + 1 to format n + 2. */
const steps: readonly ((document: Document) => Document)[] = [];

export const latestFormat = steps.length + 1;

/** @param format of the document, at most the latest. */
export function migrate(document: Document, format: number): Document {
  return steps.slice(format - 1).reduce((older, step) => step(older), document);
}
