// What the host finds in the bundle.
import { createApp } from './app.ts';

export { DeskObject } from './desk-object.ts';
export { GateObject } from './gate-object.ts';
export { MailService } from './mail-service.ts';

const app = createApp();

export default { fetch: app.fetch };
