import { EpisodeKind, type FactKind } from '#shared/core/facts/content.ts'
import { factNames } from '#shared/core/names.ts'
import type { VisitAssessment } from '#shared/core/schedule/calendar.ts'
import type { PanelRequest } from '../../chart/panel-request.ts'

/** Examinations of the records, by the fact that answers them. */
const kinds: Readonly<Record<string, FactKind>> = {
  'ishak-inflammation': 'histology',
  'ishak-fibrosis': 'histology',
  'liver-cancer': 'liver_malignancy',
  'portal-vein-flow': 'portal_vein',
  'portal-vein-width': 'portal_vein',
  'liver-stiffness': 'liver_stiffness',
  'spleen-stiffness': 'spleen_stiffness',
}

/** Bedside findings that a score or a reading may ask for. */
const FINDINGS = ['ascites', 'abdominal_girth', 'hepatic_encephalopathy'] as const

/** Where to enter what an assessment lacks; undefined for laboratory values, which are entered as a report. */
export function panelForAssessment({
  id,
  lacks,
}: Pick<VisitAssessment, 'id' | 'lacks'>): PanelRequest | undefined {
  const isLacking = (kind: FactKind) => lacks.some(({ en }) => en === factNames[kind].en)
  const kind = kinds[id] ?? FINDINGS.find(isLacking) ?? (id === 'abdominal-volume' ? 'ascites' : undefined)
  if (kind === undefined) return undefined
  // Whether it was there is asked first: that it was not, or is not known, is an answer too.
  return EpisodeKind.safeParse(kind).success ? { open: 'choose', about: kind } : { open: 'enter', kind }
}
