import { Select, Text } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useCallback, useMemo, useState } from 'react'
import { dayOf } from '#shared/core/civil-date.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { type TimeAxis, wholeAxis } from '#shared/core/trends/drawing/time-axis.ts'
import type { Point, Series, Trends } from '#shared/core/trends/series.ts'
import { useRead } from '../../../api/hooks.ts'
import { Failure } from '../../../components/failure.tsx'
import { usePrivacy } from '../../../privacy/privacy.tsx'
import { usePanel } from '../../candidates/use-panel.ts'
import { PanelGrid } from '../panel-grid.tsx'
import { inOrder, type MeldVariant } from '../panels.ts'
import shared from '../trends.module.css'
import type { TrendsLook } from '../trends-tools.tsx'
import { useFrame, wholeOf } from '../use-frame.ts'
import { useTrendWords } from '../use-trend-words.ts'
import classes from './compare.module.css'

interface TwoPatientsProps {
  readonly patientId: PatientId
  readonly trends: Trends
  readonly look: TrendsLook
  readonly front: MeldVariant
}

/** This patient and another, side by side; never while the patient may see the screen. */
export function TwoPatients(props: TwoPatientsProps) {
  const { t } = useTrendWords()
  const { isOn } = usePrivacy()
  if (isOn) return <Text c="dimmed">{t('compare.hidden')}</Text>
  return <Choose {...props} />
}

function Choose({ patientId, ...rest }: TwoPatientsProps) {
  const { t } = useTrendWords()
  const [otherId, choose] = useState<PatientId | undefined>()
  const { data: patients, error } = useRead('patients', 'list', {})
  const own = patients?.find(({ id }) => id === patientId)
  const other = patients?.find(({ id }) => id === otherId)
  if (error !== null) return <Failure error={error} />
  return (
    <section className={shared['tables']} aria-label={t('view.patients')}>
      <Select
        size="xs"
        w={280}
        searchable
        selectFirstOptionOnChange
        label={t('compare.other')}
        placeholder={t('compare.choose')}
        value={otherId ?? null}
        onChange={value => choose(patients?.find(({ id }) => id === value)?.id)}
        data={(patients ?? [])
          .filter(({ id }) => id !== patientId)
          .map(({ id, screeningNumber, initials }) => ({
            value: id,
            label: `${screeningNumber} · ${initials}`,
          }))}
      />
      {other === undefined ? (
        <Text c="dimmed">{t('compare.nobody')}</Text>
      ) : (
        <Both {...rest} own={own?.screeningNumber ?? ''} other={other.screeningNumber} otherId={other.id} />
      )}
    </section>
  )
}

interface BothProps extends Omit<TwoPatientsProps, 'patientId'> {
  readonly own: string
  readonly other: string
  readonly otherId: PatientId
}

function Both({ trends, look, front, own, other, otherId }: BothProps) {
  const { t } = useTrendWords()
  const { data, error } = useRead('trends', 'patient', { patientId: otherId })
  const theirs = useMemo(
    () => data && { ...data.trends, series: inOrder(data.trends.series, front) },
    [data, front],
  )
  if (error !== null) return <Failure error={error} />
  if (theirs === undefined) return null
  const isAligned = trends.day0 !== null && theirs.day0 !== null
  const [left, right] = axesOf(trends, theirs)
  return (
    <>
      <Text size="xs" c="dimmed">
        {t(isAligned ? 'compare.aligned' : 'compare.notAligned')}
      </Text>
      <div className={classes['both']}>
        <One name={own} {...{ trends, look, front }} axis={left} alongside={theirs.series} />
        <One name={other} trends={theirs} {...{ look, front }} axis={right} alongside={trends.series} />
      </div>
    </>
  )
}

/** From the same number of days before the first dose to the same number after it, where both had one. */
function axesOf(left: Trends, right: Trends): readonly [TimeAxis, TimeAxis] {
  if (left.day0 === null || right.day0 === null) return [wholeOf(left), wholeOf(right)]
  const [zeroLeft, zeroRight] = [dayOf(left.day0), dayOf(right.day0)]
  const since = ({ from, to }: TimeAxis, zero: number) => [from - zero, to - zero]
  const { from, to } = wholeAxis([...since(wholeOf(left), zeroLeft), ...since(wholeOf(right), zeroRight)])
  return [
    { from: from + zeroLeft, to: to + zeroLeft },
    { from: from + zeroRight, to: to + zeroRight },
  ]
}

interface OneProps extends Pick<TwoPatientsProps, 'trends' | 'look' | 'front'> {
  readonly name: string
  readonly axis: TimeAxis
  readonly alongside: readonly Series[]
}

function One({ name, trends, look, front, axis, alongside }: OneProps) {
  const { ref, width } = useElementSize()
  const { open } = usePanel()
  const frame = useFrame(trends, axis)
  const onOpen = useCallback(
    (_series: Series, { fact }: Point) => {
      if (fact !== null) open({ open: 'fact', factId: fact })
    },
    [open],
  )
  return (
    <section ref={ref} aria-label={name}>
      <h2 className={classes['patientTitle']}>{name}</h2>
      <PanelGrid {...{ trends, look, front, frame, alongside, onOpen }} width={width || 500} />
    </section>
  )
}
