// The workspace document and its parts.
export { attributeSchema } from './attribute-schema.ts';
export { destinationSchema, eventTypes, type Destination, type EventType } from './destination-schema.ts';
export { emailSchema, personSchema, teamSchema } from './person-schema.ts';
export {
  behaviourIds,
  nothingStored,
  parseWorkspace,
  type Kept,
  type ParsedWorkspace,
  type Stored,
  type Workspace,
} from './document.ts';
export { documentSchemas, type DocumentName, type JsonSchema } from './json-schemas.ts';
