// What reading a document by a schema came to, in Baton's own terms. Documents only: this reaches the schema library.
export { isRecord } from './is-record.ts';
export { schemaIssues } from './schema-issues.ts';
export { unknownKeys } from './unknown-keys.ts';
