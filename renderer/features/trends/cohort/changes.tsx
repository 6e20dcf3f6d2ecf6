import { Text } from '@mantine/core'
import type { Cohort } from '#shared/core/trends/cohort.ts'
import { seriesDefinition } from '#shared/core/trends/definitions.ts'
import { SpreadChart } from '../../../charts/spread-chart.tsx'
import { shortNumber } from '../shown-value.ts'
import { useTrendWords } from '../use-trend-words.ts'
import { CARD_PX, Card } from './card.tsx'

/** How a score changed from baseline at each visit: everybody, the median, the quartiles. */
export function Changes({ series, visits }: Cohort['changes'][number]) {
  const { t, textOf, nameOf } = useTrendWords()
  const title = t('cohort.changeOf', { name: nameOf(seriesDefinition(series)) })
  const measured = visits.filter(({ changes }) => changes.length > 0)
  const spreads = measured.map(
    ({ visit, number, title: name, changes, median, lowerQuartile, upperQuartile }) => ({
      key: `${visit} ${number}`,
      word: shortVisit(visit, textOf(name)),
      title: textOf(name),
      values: changes.map(({ patientId, screeningNumber, change }) => ({
        ...{ key: patientId, value: change, words: `${screeningNumber}: ${shortNumber(change)}` },
      })),
      ...{ median, lower: lowerQuartile, upper: upperQuartile },
    }),
  )
  return (
    <Card title={title} hint={t('cohort.changeHint')}>
      {spreads.length === 0 ? (
        <Text c="dimmed" size="sm">
          {t('cohort.noValues')}
        </Text>
      ) : (
        <SpreadChart label={title} spreads={spreads} {...CARD_PX} />
      )}
    </Card>
  )
}

const LONGEST = 9

/** `W24` for the visits that are named by their week. */
function shortVisit(visit: string, title: string): string {
  const week = /^(?:w|week)-?(\d+)$/.exec(visit)?.[1]
  if (week !== undefined) return `W${week}`
  return title.length > LONGEST ? `${title.slice(0, LONGEST - 1)}…` : title
}
