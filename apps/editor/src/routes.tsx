// Which address shows which screen. Screens are loaded when they are gone to.
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { readChangesSearch } from './changes/changes-search.ts';
import { readCompanySearch } from './companies/company-search.ts';
import { readLogSearch } from './destinations/log-search.ts';
import { readSearch } from './inbox/inbox-search.ts';
import { readLedgerSearch } from './ledger/ledger-search.ts';
import { readQuarantineSearch } from './quarantine/quarantine-search.ts';
import { readCalibrationSearch } from './review/calibration/calibration-search.ts';
import { readReviewSearch } from './review/review-search.ts';
import { whenOnline } from './parts/later.tsx';
import { Lost } from './shell/lost.tsx';

/**
 * What a reader of addresses leaves out is not there. The router would keep beside what is read whatever else the
 * address says, so that nonsense came through.
 */
function only<T extends object>(read: (given: Readonly<Record<string, unknown>>) => T) {
  return (given: Readonly<Record<string, unknown>>): T => ({
    ...Object.fromEntries(Object.keys(given).map((name) => [name, undefined])),
    ...read(given),
  });
}

const root = createRootRoute({ notFoundComponent: Lost });

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  // The builder does without it.
  component: lazyRouteComponent(() => whenOnline(() => import('./shell/shell.tsx')), 'Shell'),
});

const forms = createRoute({
  getParentRoute: () => shell,
  path: '/forms',
  component: lazyRouteComponent(() => whenOnline(() => import('./forms/forms-screen.tsx')), 'FormsScreen'),
});

const destinations = createRoute({
  getParentRoute: () => shell,
  path: '/destinations',
  validateSearch: only(readLogSearch),
  component: lazyRouteComponent(
    () => whenOnline(() => import('./destinations/destinations-screen.tsx')),
    'DestinationsScreen',
  ),
});

const inbox = createRoute({
  getParentRoute: () => shell,
  path: '/inbox',
  validateSearch: only(readSearch),
  component: lazyRouteComponent(() => whenOnline(() => import('./inbox/inbox-screen.tsx')), 'InboxScreen'),
});

const lead = createRoute({
  getParentRoute: () => inbox,
  path: '$lead',
  component: lazyRouteComponent(() => whenOnline(() => import('./inbox/lead/lead-panel.tsx')), 'LeadPanel'),
});

const quarantine = createRoute({
  getParentRoute: () => shell,
  path: '/quarantine',
  validateSearch: only(readQuarantineSearch),
  component: lazyRouteComponent(
    () => whenOnline(() => import('./quarantine/quarantine-screen.tsx')),
    'QuarantineScreen',
  ),
});

const ledger = createRoute({
  getParentRoute: () => shell,
  path: '/ledger',
  validateSearch: only(readLedgerSearch),
  component: lazyRouteComponent(() => whenOnline(() => import('./ledger/ledger-screen.tsx')), 'LedgerScreen'),
});

const changes = createRoute({
  getParentRoute: () => shell,
  path: '/changes',
  validateSearch: only(readChangesSearch),
  component: lazyRouteComponent(
    () => whenOnline(() => import('./changes/changes-screen.tsx')),
    'ChangesScreen',
  ),
});

const agreement = createRoute({
  getParentRoute: () => shell,
  id: 'agreement',
  component: lazyRouteComponent(
    () => whenOnline(() => import('./agreement/agreement-layout.tsx')),
    'AgreementLayout',
  ),
});

const contract = createRoute({
  getParentRoute: () => agreement,
  path: '/agreement',
  component: lazyRouteComponent(
    () => whenOnline(() => import('./agreement/contract-screen.tsx')),
    'ContractScreen',
  ),
});

const score = createRoute({
  getParentRoute: () => agreement,
  path: '/agreement/score',
  component: lazyRouteComponent(
    () => whenOnline(() => import('./agreement/score-screen.tsx')),
    'ScoreScreen',
  ),
});

const versions = createRoute({
  getParentRoute: () => agreement,
  path: '/agreement/versions',
  component: lazyRouteComponent(
    () => whenOnline(() => import('./agreement/versions-screen.tsx')),
    'VersionsScreen',
  ),
});

const loadVersion = () => whenOnline(() => import('./agreement/version-screen.tsx'));

const proposal = createRoute({
  getParentRoute: () => shell,
  path: '/agreement/proposals/$version',
  component: lazyRouteComponent(loadVersion, 'VersionScreen'),
});

const version = createRoute({
  getParentRoute: () => shell,
  path: '/agreement/versions/$version',
  component: lazyRouteComponent(loadVersion, 'VersionScreen'),
});

const review = createRoute({
  getParentRoute: () => shell,
  id: 'review',
  validateSearch: only(readReviewSearch),
  component: lazyRouteComponent(() => whenOnline(() => import('./review/review-layout.tsx')), 'ReviewLayout'),
});

const numbers = createRoute({
  getParentRoute: () => review,
  path: '/review',
  component: lazyRouteComponent(
    () => whenOnline(() => import('./review/numbers/numbers-screen.tsx')),
    'NumbersScreen',
  ),
});

const start = createRoute({
  getParentRoute: () => shell,
  path: '/review/start',
  component: lazyRouteComponent(
    () => whenOnline(() => import('./review/start/start-screen.tsx')),
    'StartScreen',
  ),
});

const money = createRoute({
  getParentRoute: () => review,
  path: '/review/money',
  component: lazyRouteComponent(
    () => whenOnline(() => import('./review/money/money-screen.tsx')),
    'MoneyScreen',
  ),
});

const loadCommitments = () => whenOnline(() => import('./review/commitments/commitments-screen.tsx'));
const commitments = createRoute({
  getParentRoute: () => review,
  path: '/review/commitments',
  component: lazyRouteComponent(loadCommitments, 'CommitmentsScreen'),
});

const funnel = createRoute({
  getParentRoute: () => review,
  path: '/review/funnel',
  component: lazyRouteComponent(
    () => whenOnline(() => import('./review/funnel/funnel-screen.tsx')),
    'FunnelScreen',
  ),
});

const speed = createRoute({
  getParentRoute: () => review,
  path: '/review/speed',
  component: lazyRouteComponent(
    () => whenOnline(() => import('./review/speed/speed-screen.tsx')),
    'SpeedScreen',
  ),
});

const feedback = createRoute({
  getParentRoute: () => review,
  path: '/review/feedback',
  component: lazyRouteComponent(
    () => whenOnline(() => import('./review/feedback/feedback-screen.tsx')),
    'FeedbackScreen',
  ),
});

const alerts = createRoute({
  getParentRoute: () => review,
  path: '/review/alerts',
  component: lazyRouteComponent(
    () => whenOnline(() => import('./review/alerts/alerts-screen.tsx')),
    'AlertsScreen',
  ),
});

const weekReport = createRoute({
  getParentRoute: () => review,
  path: '/review/report',
  component: lazyRouteComponent(
    () => whenOnline(() => import('./review/report/report-screen.tsx')),
    'ReportScreen',
  ),
});

const calibration = createRoute({
  getParentRoute: () => review,
  path: '/review/calibration',
  validateSearch: readCalibrationSearch,
  component: lazyRouteComponent(
    () => whenOnline(() => import('./review/calibration/calibration-screen.tsx')),
    'CalibrationScreen',
  ),
});

const attributes = createRoute({
  getParentRoute: () => shell,
  path: '/attributes',
  component: lazyRouteComponent(
    () => whenOnline(() => import('./attributes/attributes-screen.tsx')),
    'AttributesScreen',
  ),
});

const companies = createRoute({
  getParentRoute: () => shell,
  path: '/companies',
  validateSearch: only(readCompanySearch),
  component: lazyRouteComponent(
    () => whenOnline(() => import('./companies/companies-screen.tsx')),
    'CompaniesScreen',
  ),
});

const company = createRoute({
  getParentRoute: () => shell,
  path: '/companies/$domain',
  component: lazyRouteComponent(
    () => whenOnline(() => import('./companies/company-screen.tsx')),
    'CompanyScreen',
  ),
});

const teams = createRoute({
  getParentRoute: () => shell,
  path: '/teams',
  component: lazyRouteComponent(() => whenOnline(() => import('./teams/teams-screen.tsx')), 'TeamsScreen'),
});

const form = createRoute({
  getParentRoute: () => root,
  path: '/forms/$form',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/forms/$form/$tab', params: { ...params, tab: 'build' } });
  },
});

const formTab = createRoute({
  getParentRoute: () => root,
  path: '/forms/$form/$tab',
  component: lazyRouteComponent(
    () => whenOnline(() => import('./builder/builder-screen.tsx')),
    'BuilderScreen',
  ),
});

const tree = root.addChildren([
  shell.addChildren([
    inbox.addChildren([lead]),
    quarantine,
    ledger,
    forms,
    review.addChildren([
      calibration,
      numbers,
      commitments,
      funnel,
      speed,
      feedback,
      money,
      alerts,
      weekReport,
    ]),
    start,
    agreement.addChildren([contract, score, versions]),
    proposal,
    version,
    destinations,
    attributes,
    companies,
    company,
    teams,
    changes,
  ]),
  form,
  formTab,
]);

export function createEditorRouter() {
  return createRouter({ routeTree: tree, defaultPreload: 'intent', scrollRestoration: true });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createEditorRouter>;
  }
}
