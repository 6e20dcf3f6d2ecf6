import { useHotkeys, useSessionStorage } from '@mantine/hooks'
import { IconFileText } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CivilDate, dayOf } from '#shared/core/civil-date.ts'
import type { PatientId, ProtocolId } from '#shared/core/ids.ts'
import type { Trends } from '#shared/core/trends/series.ts'
import { CrosshairProvider } from '../../charts/crosshair.tsx'
import { useTimeNavigation } from '../../charts/use-time-navigation.ts'
import { useRight } from '../../session/session.tsx'
import { LinkButton } from '../chart/link-button.tsx'
import { ChartsView } from './charts-view.tsx'
import { TwoPatients } from './compare/two-patients.tsx'
import { TwoVisits } from './compare/two-visits.tsx'
import { InjuryView } from './injury/injury-view.tsx'
import { inOrder, type MeldVariant } from './panels.ts'
import { QuietList } from './quiet-list.tsx'
import type { ShownAs } from './shown-value.ts'
import { TimeButtons } from './time-buttons.tsx'
import classes from './trends.module.css'
import { TrendsTable } from './trends-table.tsx'
import { type TrendsLook, TrendsTools, type View } from './trends-tools.tsx'
import { firstOf, wholeOf } from './use-frame.ts'

interface TrendsViewProps {
  readonly patientId: PatientId
  /** The one whose day 0 counts; null outside a trial. */
  readonly protocol: ProtocolId | null
  readonly trends: Trends
  readonly front: MeldVariant
}

/** The trends of one patient, as charts or as one of the other looks at the same values. */
export function TrendsView({ patientId, protocol, trends: given, front }: TrendsViewProps) {
  const trends = useMemo(() => ({ ...given, series: inOrder(given.series, front) }), [given, front])
  const look = useLook(trends)
  const [whole, first] = useMemo(() => [wholeOf(trends), firstOf(trends)], [trends])
  const navigation = useTimeNavigation(whole, first)
  const on = useSearch({ strict: false, select: ({ on: day }) => CivilDate.safeParse(day).data })
  return (
    <CrosshairProvider first={on === undefined ? null : dayOf(on)}>
      <div className={classes['trends']}>
        <TrendsTools trends={trends} look={look} front={front}>
          <ReviewLink patientId={patientId} protocol={protocol} />
          {look.view === 'charts' && <TimeButtons navigation={navigation} isInTrial={trends.day0 !== null} />}
        </TrendsTools>
        {look.view === 'charts' && <ChartsView {...{ trends, look, front, navigation }} />}
        {look.view === 'table' && <TrendsTable trends={trends} />}
        {look.view === 'injury' && <InjuryView trends={trends} />}
        {look.view === 'visits' && <TwoVisits trends={trends} />}
        {look.view === 'patients' && <TwoPatients {...{ patientId, trends, look, front }} />}
        <QuietList trends={trends} />
      </div>
    </CrosshairProvider>
  )
}

/** The way to the same trends as a document, to be signed. */
function ReviewLink({ patientId, protocol }: Pick<TrendsViewProps, 'patientId' | 'protocol'>) {
  const { t } = useTranslation('trends')
  const mayExport = useRight('documents.export')
  if (!mayExport) return null
  const about = { kind: 'chart_review' as const, patientId, ...(protocol && { protocolId: protocol }) }
  return (
    <LinkButton
      to="/documents/new"
      search={about}
      size="xs"
      variant="default"
      leftSection={<IconFileText size={15} aria-hidden="true" />}
    >
      {t('review')}
    </LinkButton>
  )
}

/** How one looks at the trends: kept while the window is open, so that the next patient is seen in the same way. */
function useLook({ series }: Trends): TrendsLook {
  const [view, setView] = useState<View>('charts')
  const [wanted, setShown] = useSessionStorage<ShownAs>({ key: 'lobule-trends-shown', defaultValue: 'value' })
  const [hidden, setHidden] = useSessionStorage<readonly string[]>({
    key: 'lobule-trends-hidden',
    defaultValue: [],
  })
  const hasBaseline = series.some(({ baseline }) => baseline !== null)
  const shown = hasBaseline || wanted === 'value' || wanted === 'uln' ? wanted : 'value'
  useHotkeys([['T', () => setView(now => (now === 'table' ? 'charts' : 'table'))]])
  return { view, setView, shown, setShown, hidden, setHidden, hasBaseline }
}
