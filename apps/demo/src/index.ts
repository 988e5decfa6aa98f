// The demo: a company's website with Baton embedded, its workspace, and the letterbox where sales' side arrives.
export {
  type Arrival,
  type EmailArrival,
  type Letterbox,
  type WebhookArrival,
  startLetterbox,
} from './letterbox.ts';
export { type Website, startWebsite } from './website.ts';
export { demoWebhookSecret, demoWorkspace } from './workspace.ts';
