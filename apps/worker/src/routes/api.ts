// `/api`: the workspace as a document, its forms, leads, submissions and deliveries, and who changed what; for whoever is
// signed in, and for keys.
import type { Operation } from '../openapi/operation.ts';
import { identified } from './access.ts';
import { agreementOperations, registerAgreement } from './api-agreement.ts';
import { assignOperations, registerAssign } from './api-assign.ts';
import { auditOperations, registerAudit } from './api-audit.ts';
import { behaviourOperations, registerBehaviours } from './api-behaviours.ts';
import { attributeOperations, registerAttributes } from './api-attributes.ts';
import { calibrationOperations, registerCalibration } from './api-calibration.ts';
import { companyOperations, registerCompanies } from './api-companies.ts';
import { deliveryOperations, registerDeliveries } from './api-deliveries.ts';
import { destinationOperations, registerDestinations } from './api-destinations.ts';
import { draftScriptOperations, registerDraftScript } from './api-draft-script.ts';
import { exportOperations, registerExport } from './api-export.ts';
import { exportNumbersOperations, registerExportNumbers } from './api-export-numbers.ts';
import { formOperations, registerForms } from './api-forms.ts';
import { historyOperations, registerHistory } from './api-history.ts';
import { inboxOperations, registerInbox } from './api-inbox.ts';
import { leadOperations, registerLeads } from './api-leads.ts';
import { meOperations, registerMe } from './api-me.ts';
import { importLeadsOperations, registerImportLeads } from './api-import-leads.ts';
import { ledgerOperations, registerLedger } from './api-ledger.ts';
import { mergeOperations, registerMerges } from './api-merges.ts';
import { noteOperations, registerNotes } from './api-notes.ts';
import { numberOperations, registerNumbers } from './api-numbers.ts';
import { personalDataOperations, registerPersonalData } from './api-personal-data.ts';
import { quarantineOperations, registerQuarantine } from './api-quarantine.ts';
import { registerReview, reviewOperations } from './api-review.ts';
import { registerReviewMoney, reviewMoneyOperations } from './api-review-money.ts';
import { registerReviewFunnel, reviewFunnelOperations } from './api-review-funnel.ts';
import { registerReviewAlerts, reviewAlertOperations } from './api-review-alerts.ts';
import { registerReviewReport, reviewReportOperations } from './api-review-report.ts';
import { registerSources, sourceOperations } from './api-sources.ts';
import { registerSiteCheck, siteCheckOperations } from './api-site-check.ts';
import { publishOperations, registerPublish } from './api-publish.ts';
import { registerReplay, replayOperations } from './api-replay.ts';
import { registerSigning, signingOperations } from './api-signing.ts';
import { registerTry, tryOperations } from './api-try.ts';
import { registerWorkspace, workspaceOperations } from './api-workspace.ts';
import { registerVerdictApi, verdictApiOperations } from './api-verdicts.ts';
import { peopleOperations, registerPeople } from './api-people.ts';
import { personLinkOperations, registerPersonLinks } from './api-person-links.ts';

import type { App } from './route.ts';

export function apiOperations(): readonly Operation[] {
  return [
    ...meOperations(),
    ...workspaceOperations(),
    ...formOperations(),
    ...publishOperations(),
    ...draftScriptOperations(),
    ...tryOperations(),
    ...numberOperations(),
    ...siteCheckOperations(),
    ...agreementOperations(),
    ...signingOperations(),
    ...replayOperations(),
    ...calibrationOperations(),
    ...inboxOperations(),
    ...leadOperations(),
    ...mergeOperations(),
    ...verdictApiOperations(),
    ...noteOperations(),
    ...companyOperations(),
    ...quarantineOperations(),
    ...ledgerOperations(),
    ...reviewOperations(),
    ...reviewMoneyOperations(),
    ...reviewFunnelOperations(),
    ...reviewAlertOperations(),
    ...reviewReportOperations(),
    ...importLeadsOperations(),
    ...historyOperations(),
    ...exportOperations(),
    ...exportNumbersOperations(),
    ...sourceOperations(),
    ...personalDataOperations(),
    ...attributeOperations(),
    ...deliveryOperations(),
    ...destinationOperations(),
    ...peopleOperations(),
    ...assignOperations(),
    ...behaviourOperations(),
    ...personLinkOperations(),
    ...auditOperations(),
  ];
}

export function registerApi(app: App): void {
  app.use('/api/*', identified);
  registerMe(app);
  registerWorkspace(app);
  registerForms(app);
  registerPublish(app);
  registerDraftScript(app);
  registerTry(app);
  registerNumbers(app);
  registerSiteCheck(app);
  registerAgreement(app);
  registerSigning(app);
  registerReplay(app);
  registerCalibration(app);
  registerInbox(app);
  registerLeads(app);
  registerMerges(app);
  registerVerdictApi(app);
  registerNotes(app);
  registerCompanies(app);
  registerQuarantine(app);
  registerLedger(app);
  registerReview(app);
  registerReviewMoney(app);
  registerReviewFunnel(app);
  registerReviewAlerts(app);
  registerReviewReport(app);
  registerImportLeads(app);
  registerHistory(app);
  registerExport(app);
  registerExportNumbers(app);
  registerSources(app);
  registerPersonalData(app);
  registerAttributes(app);
  registerDeliveries(app);
  registerDestinations(app);
  registerPeople(app);
  registerAssign(app);
  registerBehaviours(app);
  registerPersonLinks(app);
  registerAudit(app);
}
