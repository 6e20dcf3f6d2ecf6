import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  redirect,
} from '@tanstack/react-router'
import { z } from 'zod'
import { CivilDate } from '#shared/core/civil-date.ts'
import { DocumentId, FactId, PatientId, ProtocolId, SignatureId } from '#shared/core/ids.ts'
import { About } from './features/about/about.tsx'
import { BackupsPage } from './features/backups/backups-page.tsx'
import { CandidatePage } from './features/candidates/candidate-page.tsx'
import { CandidateLog } from './features/candidates/log.tsx'
import { LogSearch } from './features/candidates/log-search.ts'
import { RegisterCandidate } from './features/candidates/register-candidate.tsx'
import { Chart } from './features/chart/chart.tsx'
import { LaboratoryReport } from './features/chart/laboratory-report.tsx'
import { PanelRequest } from './features/chart/panel-request.ts'
import { ReportSearch } from './features/chart/report/report-search.ts'
import { CandidateDocuments } from './features/documents/candidate-documents.tsx'
import { DocumentPage } from './features/documents/document-page.tsx'
import { DocumentSearch, NewDocumentSearch } from './features/documents/document-search.ts'
import { DocumentsPage } from './features/documents/documents-page.tsx'
import { NewDocument } from './features/documents/new-document.tsx'
import { SignDocument } from './features/documents/sign-document.tsx'
import { ExportPage } from './features/exports/export-page.tsx'
import { NewExportSearch } from './features/exports/export-search.ts'
import { ExportsPage } from './features/exports/exports-page.tsx'
import { NewExport } from './features/exports/new-export.tsx'
import { InspectionSearch } from './features/inspection/inspection-search.ts'
import { ProtocolPage } from './features/protocols/protocol-page.tsx'
import { ProtocolList } from './features/protocols/protocols.tsx'
import { SafetySearch } from './features/safety/site/safety-search.ts'
import { CandidateScreening } from './features/screening/candidate-screening.tsx'
import { SettingsPage, SettingsTab } from './features/settings/settings-page.tsx'
import {
  Countersign,
  SignCausality,
  SignConfiguration,
  SignEligibility,
} from './features/signatures/sign-pages.tsx'
import { SignaturePage } from './features/signatures/signature-page.tsx'
import { Sitting } from './features/signatures/sitting/sitting.tsx'
import { SittingSearch } from './features/signatures/sitting/sitting-item.ts'
import { Withdraw } from './features/signatures/withdraw.tsx'
import { WorkList } from './features/signatures/work/work-list.tsx'
import { TrailPage } from './features/trail/trail-page.tsx'
import { TrailSearch } from './features/trail/trail-search.ts'
import { VerifyPage } from './features/verify/verify-page.tsx'
import { CandidateVisits } from './features/visits/calendar/candidate-visits.tsx'
import { DeviationSearch } from './features/visits/deviations/deviation-search.ts'
import { DeviationsPage } from './features/visits/deviations/deviations-page.tsx'
import { Frame } from './shell/frame.tsx'
import { ScreenError } from './shell/screen-error.tsx'

const rootRoute = createRootRoute({ component: Frame, errorComponent: ScreenError, notFoundComponent: ToLog })

const logRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  validateSearch: LogSearch,
  component: CandidateLog,
})

const registerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/candidates/new',
  component: RegisterCandidate,
})

const candidateRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/candidates/$patientId',
  params: { parse: ({ patientId }) => ({ patientId: PatientId.parse(patientId) }) },
  validateSearch: z.object({ panel: PanelRequest.optional().catch(undefined) }),
  component: CandidatePage,
})

const screeningRoute = createRoute({
  getParentRoute: () => candidateRoute,
  path: '/',
  component: CandidateScreening,
})

const chartRoute = createRoute({
  getParentRoute: () => candidateRoute,
  path: '/chart',
  component: Chart,
})

const reportRoute = createRoute({
  getParentRoute: () => candidateRoute,
  path: '/report',
  validateSearch: ReportSearch,
  component: LaboratoryReport,
})

const trendsRoute = createRoute({
  getParentRoute: () => candidateRoute,
  path: '/trends',
  // The day that is read first: of a visit from which somebody comes.
  validateSearch: z.object({ on: CivilDate.optional().catch(undefined) }),
  // The charts are a chunk of their own: nobody who enters a report waits for them.
  component: lazyRouteComponent(() => import('./features/trends/trends.tsx'), 'Trends'),
})

const visitsRoute = createRoute({
  getParentRoute: () => candidateRoute,
  path: '/visits',
  component: CandidateVisits,
})

const safetyRoute = createRoute({
  getParentRoute: () => candidateRoute,
  path: '/safety',
  component: lazyRouteComponent(
    () => import('./features/safety/patient/patient-safety.tsx'),
    'PatientSafety',
  ),
})

const eventRoute = createRoute({
  getParentRoute: () => candidateRoute,
  path: '/safety/$factId',
  params: { parse: ({ factId }) => ({ factId: FactId.parse(factId) }) },
  component: lazyRouteComponent(() => import('./features/safety/event/event-page.tsx'), 'EventPage'),
})

const signEligibilityRoute = createRoute({
  getParentRoute: () => candidateRoute,
  path: '/sign/$protocolId',
  params: { parse: ({ protocolId }) => ({ protocolId: ProtocolId.parse(protocolId) }) },
  component: SignEligibility,
})

const signCausalityRoute = createRoute({
  getParentRoute: () => candidateRoute,
  path: '/safety/$factId/sign',
  params: { parse: ({ factId }) => ({ factId: FactId.parse(factId) }) },
  component: SignCausality,
})

const candidateDocumentsRoute = createRoute({
  getParentRoute: () => candidateRoute,
  path: '/documents',
  component: CandidateDocuments,
})

const cohortRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cohort/$protocolId',
  params: { parse: ({ protocolId }) => ({ protocolId: ProtocolId.parse(protocolId) }) },
  component: lazyRouteComponent(() => import('./features/trends/cohort/cohort-page.tsx'), 'CohortPage'),
})

const protocolsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/protocols',
  component: ProtocolList,
})

const protocolRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/protocols/$protocolId',
  params: { parse: ({ protocolId }) => ({ protocolId: ProtocolId.parse(protocolId) }) },
  component: ProtocolPage,
})

const documentsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/documents',
  validateSearch: DocumentSearch,
  component: DocumentsPage,
})

const importsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/imports',
  component: lazyRouteComponent(() => import('./features/imports/imports-page.tsx'), 'ImportsPage'),
})

const newImportRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/imports/new',
  component: lazyRouteComponent(() => import('./features/imports/new-import.tsx'), 'NewImport'),
})

const newDocumentRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/documents/new',
  validateSearch: NewDocumentSearch,
  component: NewDocument,
})

const documentRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/documents/$documentId',
  params: { parse: ({ documentId }) => ({ documentId: DocumentId.parse(documentId) }) },
  component: DocumentPage,
})

const signDocumentRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/documents/$documentId/sign',
  params: { parse: ({ documentId }) => ({ documentId: DocumentId.parse(documentId) }) },
  component: SignDocument,
})

const exportsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/exports',
  component: ExportsPage,
})

const newExportRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/exports/new',
  validateSearch: NewExportSearch,
  component: NewExport,
})

const exportRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/exports/$exportId',
  component: ExportPage,
})

const inspectionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/inspection',
  validateSearch: InspectionSearch,
  component: lazyRouteComponent(() => import('./features/inspection/inspection-page.tsx'), 'InspectionPage'),
})

const trailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/trail',
  validateSearch: TrailSearch,
  component: TrailPage,
})

const backupsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/backups',
  component: BackupsPage,
})

const rekeyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/backups/key',
  component: lazyRouteComponent(() => import('./features/backups/rekey-page.tsx'), 'RekeyPage'),
})

const verifyRoute = createRoute({ getParentRoute: () => rootRoute, path: '/verify', component: VerifyPage })

const signConfigurationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/protocols/$protocolId/sign',
  params: { parse: ({ protocolId }) => ({ protocolId: ProtocolId.parse(protocolId) }) },
  component: SignConfiguration,
})

const workRoute = createRoute({ getParentRoute: () => rootRoute, path: '/work', component: WorkList })

const deviationsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/deviations',
  validateSearch: DeviationSearch,
  component: DeviationsPage,
})

const siteSafetyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/safety',
  validateSearch: SafetySearch,
  component: lazyRouteComponent(() => import('./features/safety/site/safety-page.tsx'), 'SafetyPage'),
})

const sittingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/signatures/sign',
  validateSearch: SittingSearch,
  component: Sitting,
})

const signature = {
  parse: ({ signatureId }: { signatureId: string }) => ({ signatureId: SignatureId.parse(signatureId) }),
}

const signatureRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/signatures/$signatureId',
  params: signature,
  component: SignaturePage,
})

const countersignRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/signatures/$signatureId/countersign',
  params: signature,
  component: Countersign,
})

const withdrawRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/signatures/$signatureId/withdraw',
  params: signature,
  component: Withdraw,
})

const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings',
  beforeLoad: () => {
    throw redirect({ to: '/settings/$tab', params: { tab: 'appearance' } })
  },
})

const settingsTabRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings/$tab',
  params: { parse: ({ tab }) => ({ tab: SettingsTab.catch('appearance').parse(tab) }) },
  component: SettingsPage,
})

const aboutRoute = createRoute({ getParentRoute: () => rootRoute, path: '/about', component: About })

const routeTree = rootRoute.addChildren([
  logRoute,
  registerRoute,
  candidateRoute.addChildren([
    screeningRoute,
    chartRoute,
    trendsRoute,
    reportRoute,
    visitsRoute,
    safetyRoute,
    eventRoute,
    signEligibilityRoute,
    signCausalityRoute,
    candidateDocumentsRoute,
  ]),
  cohortRoute,
  protocolsRoute,
  protocolRoute,
  signConfigurationRoute,
  workRoute,
  deviationsRoute,
  siteSafetyRoute,
  sittingRoute,
  signatureRoute,
  countersignRoute,
  withdrawRoute,
  documentsRoute,
  importsRoute,
  newImportRoute,
  newDocumentRoute,
  documentRoute,
  signDocumentRoute,
  exportsRoute,
  newExportRoute,
  exportRoute,
  inspectionRoute,
  trailRoute,
  backupsRoute,
  rekeyRoute,
  verifyRoute,
  settingsRoute,
  settingsTabRoute,
  aboutRoute,
])

/** The addresses of the screens. They live behind the `#`, so that no host ever sees one. */
export function createAppRouter() {
  return createRouter({ routeTree, history: createHashHistory(), defaultErrorComponent: ScreenError })
}

function ToLog() {
  return <Navigate to="/" />
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
