// `/api` under the owner's key: the workspace as a document, its forms, leads, submissions and
// deliveries.
import type { Operation } from '../openapi/operation.ts';
import { behaviourOperations, registerBehaviours } from './api-behaviours.ts';
import { deliveryOperations, registerDeliveries } from './api-deliveries.ts';
import { formOperations, registerForms } from './api-forms.ts';
import { leadOperations, registerLeads } from './api-leads.ts';
import { registerWorkspace, workspaceOperations } from './api-workspace.ts';
import { personLinkOperations, registerPersonLinks } from './api-person-links.ts';
import { owner } from './owner.ts';
import type { App } from './route.ts';

export function apiOperations(): readonly Operation[] {
  return [
    ...workspaceOperations(),
    ...formOperations(),
    ...leadOperations(),
    ...deliveryOperations(),
    ...behaviourOperations(),
    ...personLinkOperations(),
  ].map((operation) => Object.assign(operation, { owner: true as const }));
}

export function registerApi(app: App): void {
  app.use('/api/*', owner);
  registerWorkspace(app);
  registerForms(app);
  registerLeads(app);
  registerDeliveries(app);
  registerBehaviours(app);
  registerPersonLinks(app);
}
