import { Skeleton } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ctcaeEntries } from '#shared/core/adverse-events/ctcae-entries.ts'
import type { ListedEvent } from '#shared/core/adverse-events/listed-event.ts'
import { boundsOf, dayOf } from '#shared/core/civil-date.ts'
import type { FactId, PatientId } from '#shared/core/ids.ts'
import { seriesOfTerm } from '#shared/core/trends/grades.ts'
import type { Series, SeriesId, Trends } from '#shared/core/trends/series.ts'
import { useRead } from '../../../../api/hooks.ts'
import { CrosshairProvider } from '../../../../charts/crosshair.tsx'
import { TimeStrip } from '../../../../charts/time-strip.tsx'
import { Failure } from '../../../../components/failure.tsx'
import { type Against, isBaselineAbnormal, planeOf } from '../../../trends/injury/plane.ts'
import { Plane } from '../../../trends/injury/plane-card.tsx'
import { PanelCard } from '../../../trends/panel-grid.tsx'
import { panelsOf } from '../../../trends/panels.ts'
import { useFrame, wholeOf } from '../../../trends/use-frame.ts'
import { useStripWords, useTrendWords } from '../../../trends/use-trend-words.ts'
import formClasses from '../causality.module.css'
import { axisAround, croppedTo } from './around-onset.ts'
import classes from './context.module.css'
import { OnsetLine } from './onset-line.tsx'

interface OnsetChartsProps {
  readonly patientId: PatientId
  readonly listed: ListedEvent
  /** Shows an entry beside what is read. */
  readonly onOpen: (fact: FactId) => void
}

/** The liver tests and the event's own test around onset, with the doses and what else happened. */
export function OnsetCharts({ patientId, listed, onOpen }: OnsetChartsProps) {
  const { data, error, refetch } = useRead('trends', 'patient', { patientId })
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={260} radius="sm" />
  const { from } = listed.content
  const onset = from === undefined ? null : boundsOf(from).earliest
  return (
    <CrosshairProvider first={onset}>
      <Charts trends={data.trends} {...{ listed, onOpen }} />
    </CrosshairProvider>
  )
}

const LIVER: readonly SeriesId[] = ['alanine_aminotransferase', 'bilirubin_total']
const GAP_PX = 8
const NARROWEST_PX = 220
/** For the moment before the room is measured, and where nothing is laid out. */
const UNMEASURED_PX = 480
/** Of the card around the strip on both sides, with its border. */
const STRIP_PADDING_PX = 18
/** Of the card around a plane. */
const PLANE_PADDING_PX = 30

interface ChartsProps extends Pick<OnsetChartsProps, 'listed' | 'onOpen'> {
  readonly trends: Trends
}

function Charts({ trends, listed, onOpen }: ChartsProps) {
  const { t } = useTranslation('causality')
  const words = useStripWords()
  const { nameOf, language } = useTrendWords()
  const { ref, width: measured } = useElementSize()
  const width = measured === 0 ? UNMEASURED_PX : measured
  const { from } = listed.content
  const axis = useMemo(() => axisAround(from) ?? wholeOf(trends), [from, trends])
  const shown = useMemo(() => croppedTo(trends, axis), [trends, axis])
  const frame = useFrame(shown, axis)
  const byId = useMemo(() => new Map<string, Series>(shown.series.map(one => [one.id, one])), [shown])
  const wanted = useMemo(() => wantedOf(listed, trends), [listed, trends])
  const panels = panelsOf(shown.series, 'meld').filter(({ series }) => series.some(id => wanted.has(id)))
  const columns = Math.min(panels.length, Math.max(1, Math.floor((width + GAP_PX) / (NARROWEST_PX + GAP_PX))))
  const each = Math.floor((width - (columns - 1) * GAP_PX) / Math.max(1, columns))
  const missing = trends.series.filter(({ id }) => wanted.has(id) && !byId.get(id)?.points.length)
  return (
    <div ref={ref} className={classes['charts']}>
      <div className={classes['strip']}>
        <TimeStrip
          {...{ frame, words }}
          width={width - STRIP_PADDING_PX}
          today={dayOf(trends.today)}
          onOpenMark={onOpen}
        />
      </div>
      <div className={classes['panels']} style={{ gridTemplateColumns: `repeat(${columns}, ${each}px)` }}>
        {panels.map(panel => (
          <OnsetLine key={panel.id} axis={axis} onset={from}>
            <PanelCard
              {...{ panel, byId, frame }}
              shown="value"
              width={each}
              onOpen={(_, { fact }) => fact !== null && onOpen(fact)}
            />
          </OnsetLine>
        ))}
      </div>
      {missing.length > 0 && (
        <p className={formClasses['none']}>
          {t('context.notMeasuredAround', {
            names: missing.map(nameOf).join(language === 'en' ? ', ' : '、'),
          })}
        </p>
      )}
      <Planes shown={shown} isAbnormal={isBaselineAbnormal(trends.liverInjury, trends.day0)} width={width} />
    </div>
  )
}

interface PlanesProps {
  readonly shown: Trends
  /** Whether the patient's own baseline was above the limit: then its multiples say more. */
  readonly isAbnormal: boolean
  readonly width: number
}

/** The position between aminotransferase and bilirubin: against the limits, and against the own baseline where there is one. */
function Planes({ shown: { liverInjury }, isAbnormal, width }: PlanesProps) {
  const order: readonly Against[] = isAbnormal ? ['baseline', 'uln'] : ['uln', 'baseline']
  const drawn = order.filter(against => planeOf(liverInjury, against).length > 0)
  const across = width >= 2 * NARROWEST_PX ? drawn.length : 1
  const each = Math.floor((width - (across - 1) * GAP_PX) / Math.max(1, across))
  return (
    <div className={classes['panels']} style={{ gridTemplateColumns: `repeat(${across}, ${each}px)` }}>
      {drawn.map(against => (
        <Plane
          key={against}
          injury={liverInjury}
          against={against}
          width={each - PLANE_PADDING_PX}
          height={230}
        />
      ))}
    </div>
  )
}

/** ALT and bilirubin, and what the event itself was measured by. */
function wantedOf({ content }: ListedEvent, { series }: Trends): ReadonlySet<SeriesId> {
  const { ctcae, result } = content
  const graded = ctcae && seriesOfTerm(ctcaeEntries[ctcae].name)
  const own = series.find(({ points }) => points.some(({ fact }) => fact !== null && fact === result))?.id
  return new Set([...LIVER, ...(graded ? [graded] : []), ...(own ? [own] : [])])
}
