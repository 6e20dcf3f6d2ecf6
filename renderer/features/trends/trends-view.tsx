import { useHotkeys, useSessionStorage } from '@mantine/hooks'
import { useMemo, useState } from 'react'
import type { PatientId } from '#shared/core/ids.ts'
import type { Trends } from '#shared/core/trends/series.ts'
import { CrosshairProvider } from '../../charts/crosshair.tsx'
import { useTimeNavigation } from '../../charts/use-time-navigation.ts'
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
import { wholeOf } from './use-frame.ts'

interface TrendsViewProps {
  readonly patientId: PatientId
  readonly trends: Trends
  readonly front: MeldVariant
}

/** The trends of one patient, as charts or as one of the other looks at the same values. */
export function TrendsView({ patientId, trends: given, front }: TrendsViewProps) {
  const trends = useMemo(() => ({ ...given, series: inOrder(given.series, front) }), [given, front])
  const look = useLook(trends)
  const navigation = useTimeNavigation(useMemo(() => wholeOf(trends), [trends]))
  return (
    <CrosshairProvider>
      <div className={classes['trends']}>
        <TrendsTools trends={trends} look={look} front={front}>
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
