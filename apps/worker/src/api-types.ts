// What `/api` answers, as types for programs that ask it: inferred from the very shapes that the description publishes.
// To be imported as types alone; there is nothing here at run time.
import type * as z from 'zod';
import type {
  agreementDraftShape,
  agreementShape,
  agreementVersionListShape,
  agreementVersionShape,
} from './openapi/agreement-shapes.ts';
import type {
  changesShape,
  draftShape,
  formNumbersShape,
  formListShape,
  publishedShape,
  versionListShape,
  versionShape,
} from './openapi/form-shapes.ts';
import type { auditShape } from './openapi/audit-shapes.ts';
import type { calibrationShape } from './openapi/calibration-shapes.ts';
import type { deliveryListShape } from './openapi/delivery-shapes.ts';
import type {
  attributeListShape,
  mergedAttributeShape,
  savedAttributeShape,
} from './openapi/attribute-shapes.ts';
import type {
  companyListShape,
  companyPeopleShape,
  importedAccountsShape,
  targetListsShape,
} from './openapi/company-shapes.ts';
import type {
  destinationListShape,
  rotatedSecretShape,
  savedDestinationShape,
  testedShape,
} from './openapi/destination-shapes.ts';
import type {
  addedLeadShape,
  givenVerdictShape,
  importedLeadsShape,
  ledgerShape,
  lookedShape,
  noteShape,
  questionListShape,
  stageShape,
  timelineShape,
  trustedShape,
} from './openapi/hand-shapes.ts';
import type {
  baselineShape,
  findingsShape,
  firstDaysShape,
  historyCheckShape,
  historyImportListShape,
  historyImportShape,
  historyPieceShape,
} from './openapi/history-shapes.ts';
import type { companyShape, inboxChoicesShape, inboxShape, ownViewShape } from './openapi/inbox-shapes.ts';
import type { leadShape, submissionListShape } from './openapi/lead-shapes.ts';
import type { holdsShape, ownerShape } from './openapi/clock-shapes.ts';
import type { duplicatesShape, mergedShape, unmergedShape } from './openapi/merge-shapes.ts';
import type { meShape } from './openapi/me-shapes.ts';
import type { evidenceShape } from './openapi/evidence-shape.ts';
import type { peopleListShape, teamListShape } from './openapi/people-shapes.ts';
import type { replayShape, scoreHistoryShape } from './openapi/replay-shapes.ts';
import type { reviewCommitmentsShape } from './openapi/commitment-shapes.ts';
import type { reviewAlertsShape } from './openapi/review-alert-shapes.ts';
import type { reviewReportShape } from './openapi/review-report-shapes.ts';
import type {
  reviewBehindShape,
  reviewChoicesShape,
  reviewNumbersShape,
  reviewSliceShape,
} from './openapi/review-shapes.ts';
import type { reviewMoneyShape, spendShape } from './openapi/review-money-shapes.ts';
import type {
  reviewAskedShape,
  reviewFunnelShape,
  reviewRejectionsShape,
  reviewSpeedShape,
} from './openapi/review-funnel-shapes.ts';
import type { siteCheckShape } from './openapi/site-check-shape.ts';
import type { savedSourceShape, sourceListShape, sourceSecretShape } from './openapi/source-shapes.ts';
import type { triedShape } from './openapi/try-shapes.ts';
import type { issueShape } from './openapi/refusals.ts';

type Told<Shape extends () => z.ZodType> = z.infer<ReturnType<Shape>>;

export type { Right } from './access/rights.ts';
export type { Role } from './access/roles.ts';
export type { Problem } from './openapi/refusals.ts';

export type Issue = Told<typeof issueShape>;
export type Me = Told<typeof meShape>;
export type FormList = Told<typeof formListShape>;
export type FormNumbers = Told<typeof formNumbersShape>;
export type Draft = Told<typeof draftShape>;
export type PublishedForm = Told<typeof publishedShape>;
export type VersionList = Told<typeof versionListShape>;
export type FormVersion = Told<typeof versionShape>;
export type SiteCheck = Told<typeof siteCheckShape>;
export type Tried = Told<typeof triedShape>;
export type FormChanges = Told<typeof changesShape>;
export type DestinationList = Told<typeof destinationListShape>;
export type SavedDestination = Told<typeof savedDestinationShape>;
export type RotatedSecret = Told<typeof rotatedSecretShape>;
export type TestedDestination = Told<typeof testedShape>;
export type DeliveryList = Told<typeof deliveryListShape>;
export type Inbox = Told<typeof inboxShape>;
export type InboxChoices = Told<typeof inboxChoicesShape>;
export type InboxView = Told<typeof ownViewShape>;
export type Company = Told<typeof companyShape>;
export type AttributeList = Told<typeof attributeListShape>;
export type SavedAttribute = Told<typeof savedAttributeShape>;
export type MergedAttribute = Told<typeof mergedAttributeShape>;
export type CompanyList = Told<typeof companyListShape>;
export type CompanyPeople = Told<typeof companyPeopleShape>;
export type TargetLists = Told<typeof targetListsShape>;
export type ImportedAccounts = Told<typeof importedAccountsShape>;
export type PeopleList = Told<typeof peopleListShape>;
export type Holds = Told<typeof holdsShape>;
export type TeamList = Told<typeof teamListShape>;
export type Lead = Told<typeof leadShape>;
export type LeadOwner = Told<typeof ownerShape>;
export type MergedLead = Told<typeof mergedShape>;
export type UnmergedLead = Told<typeof unmergedShape>;
export type Duplicates = Told<typeof duplicatesShape>;
export type SubmissionList = Told<typeof submissionListShape>;
export type GivenVerdict = Told<typeof givenVerdictShape>;
export type LeadStage = Told<typeof stageShape>;
export type Note = Told<typeof noteShape>;
export type QuestionList = Told<typeof questionListShape>;
export type Timeline = Told<typeof timelineShape>;
export type AgreementState = Told<typeof agreementShape>;
export type AgreementVersion = Told<typeof agreementVersionShape>;
export type AgreementVersionList = Told<typeof agreementVersionListShape>;
export type AgreementDraft = Told<typeof agreementDraftShape>;
export type AgreementReplay = Told<typeof replayShape>;
export type AgreementEvidence = Told<typeof evidenceShape>;
export type Calibration = Told<typeof calibrationShape>;
export type ScoreHistory = Told<typeof scoreHistoryShape>;
export type ReviewMoney = Told<typeof reviewMoneyShape>;
export type SpendList = Told<typeof spendShape>;
export type ReviewReport = Told<typeof reviewReportShape>;
export type ReviewAlerts = Told<typeof reviewAlertsShape>;
export type ReviewNumbers = Told<typeof reviewNumbersShape>;
export type ReviewBehind = Told<typeof reviewBehindShape>;
export type ReviewSlice = Told<typeof reviewSliceShape>;
export type ReviewCommitments = Told<typeof reviewCommitmentsShape>;
export type ReviewFunnel = Told<typeof reviewFunnelShape>;
export type ReviewSpeed = Told<typeof reviewSpeedShape>;
export type ReviewRejections = Told<typeof reviewRejectionsShape>;
export type ReviewAsked = Told<typeof reviewAskedShape>;
export type ReviewChoices = Told<typeof reviewChoicesShape>;
export type ChangeList = Told<typeof auditShape>;
export type { AuditAction, AuditArea } from './desk/audit-actions.ts';
export type Ledger = Told<typeof ledgerShape>;
export type LookedSubmission = Told<typeof lookedShape>;
export type TrustedList = Told<typeof trustedShape>;
export type AddedLead = Told<typeof addedLeadShape>;
export type ImportedLeads = Told<typeof importedLeadsShape>;
export type Baseline = Told<typeof baselineShape>;
export type HistoryFindings = Told<typeof findingsShape>;
export type FirstDays = Told<typeof firstDaysShape>;
export type HistoryCheck = Told<typeof historyCheckShape>;
export type HistoryImport = Told<typeof historyImportShape>;
export type HistoryImportList = Told<typeof historyImportListShape>;
export type HistoryPiece = Told<typeof historyPieceShape>;
export type SourceList = Told<typeof sourceListShape>;
export type SavedSource = Told<typeof savedSourceShape>;
export type SourceSecret = Told<typeof sourceSecretShape>;
