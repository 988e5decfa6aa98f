// The workspace document and its parts.
export { attributeSchema } from './attribute-schema.ts';
export { destinationSchema, eventTypes, type Destination, type EventType } from './destination-schema.ts';
export { emailSchema, personSchema, teamSchema } from './person-schema.ts';
export { parseWorkspace, type ParsedWorkspace } from './document.ts';
export { behaviourIds } from './read-documents.ts';
export { nothingStored, type Kept, type Stored, type Workspace } from './workspace.ts';
export { documentNames, documentSchemas, type DocumentName, type JsonSchema } from './json-schemas.ts';
