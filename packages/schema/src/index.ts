// What reading a document by a schema came to, in Baton's own terms, and what differs between two. Documents only: this
// reaches the schema library.
export { documentChanges, type DocumentChange } from './changes/document-changes.ts';
export { isSame, own, partsOf } from './changes/same.ts';
export { isRecord } from './is-record.ts';
export { schemaIssues } from './schema-issues.ts';
export { unknownKeys } from './unknown-keys.ts';
