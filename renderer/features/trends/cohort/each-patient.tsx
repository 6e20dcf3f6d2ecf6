import { SegmentedControl } from '@mantine/core'
import { useMemo, useState } from 'react'
import { dayOf } from '#shared/core/civil-date.ts'
import type { Cohort } from '#shared/core/trends/cohort.ts'
import { seriesDefinition } from '#shared/core/trends/definitions.ts'
import { Sparkline } from '../../../charts/sparkline.tsx'
import { LinkAnchor } from '../../../components/link-anchor.tsx'
import { shortNumber } from '../shown-value.ts'
import shared from '../trends.module.css'
import { useTrendWords } from '../use-trend-words.ts'
import classes from './cohort.module.css'

type Patient = Cohort['patients'][number]

/** One small line for everybody, all on the same axes: weeks after the first dose, and the values of all. */
export function EachPatient({ cohort: { patients } }: { readonly cohort: Cohort }) {
  const { t, unitOf } = useTrendWords()
  const choices = patients[0]?.series.map(({ id }) => id) ?? []
  const [chosen, choose] = useState<string | undefined>()
  const id = choices.find(one => one === chosen) ?? choices[0]
  const lines = useMemo(
    () => patients.map(patient => ({ patient, points: pointsOf(patient, id) })),
    [patients, id],
  )
  const all = lines.flatMap(({ points }) => points)
  if (id === undefined) return null
  const unit = unitOf({ unit: patients[0]?.series.find(one => one.id === id)?.unit ?? '1' })
  const domain = {
    x: extent(all.map(({ x }) => x)),
    y: extent(all.map(({ y }) => y)),
  }
  return (
    <section aria-label={t('cohort.multiples')}>
      <h2 className={shared['groupTitle']}>{t('cohort.multiples')}</h2>
      <SegmentedControl
        size="xs"
        aria-label={t('cohort.measured')}
        value={id}
        onChange={choose}
        data={choices.map(one => ({ value: one, label: seriesDefinition(one).abbreviation }))}
      />
      {all.length > 0 && (
        <p className={shared['cardHint']}>{t('cohort.oneAxis', rangeWords(domain, unit, t))}</p>
      )}
      <div className={classes['multiples']}>
        {lines.map(({ patient, points }) => (
          <figure key={patient.patientId} className={classes['multiple']}>
            <figcaption>
              <LinkAnchor
                to="/candidates/$patientId/trends"
                params={{ patientId: patient.patientId }}
                search={{}}
                fz="inherit"
              >
                {patient.screeningNumber}
              </LinkAnchor>
            </figcaption>
            <Sparkline points={points} domain={domain} label={patient.screeningNumber} />
          </figure>
        ))}
      </div>
    </section>
  )
}

/** In days after the first dose; who had none has no place on a common axis. */
function pointsOf({ day0, series }: Patient, id: string | undefined) {
  const found = series.find(one => one.id === id)
  if (day0 === null || found === undefined) return []
  return found.points.flatMap(({ at, value }) => (value === null ? [] : [{ x: at - dayOf(day0), y: value }]))
}

interface Domain {
  readonly x: readonly [number, number]
  readonly y: readonly [number, number]
}

function rangeWords({ x, y }: Domain, unit: string, t: ReturnType<typeof useTrendWords>['t']) {
  const week = (days: number) => t('time.week', { week: `${Math.round(days / 7)}`.replace('-', '−') })
  const value = (number: number) => `${shortNumber(number)} ${unit}`.trim()
  return { from: value(y[0]), to: value(y[1]), first: week(x[0]), last: week(x[1]) }
}

function extent(values: readonly number[]): readonly [number, number] {
  return values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)]
}
