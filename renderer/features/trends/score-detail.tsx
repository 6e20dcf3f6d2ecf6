import { Anchor, CloseButton, Group } from '@mantine/core'
import { type ScoreDefinition, scoreCatalogue } from '#shared/core/scores/catalogue.ts'
import { scoreIdOf } from '#shared/core/trends/definitions.ts'
import { type Point, type ScoreInput, ScoreSeries, type Series } from '#shared/core/trends/series.ts'
import { withPrintedUnits } from '#shared/core/unit-text.ts'
import { Facts } from '../../components/facts.tsx'
import { usePanel } from '../candidates/use-panel.ts'
import classes from './trends.module.css'
import { useTrendWords } from './use-trend-words.ts'

/** A score whose making somebody wants to see. */
export interface ChosenScore {
  readonly series: Series
  readonly point: Point
}

interface ScoreDetailProps extends ChosenScore {
  readonly onClose: () => void
}

/** A score with what it was computed from, by which formula, and where the formula is from. */
export function ScoreDetail({ series, point, onClose }: ScoreDetailProps) {
  const { t, date, nameOf, valueText } = useTrendWords()
  const definition = definitionOf(series)
  return (
    <section className={classes['score']} aria-label={nameOf(series)}>
      <Group justify="space-between" wrap="nowrap" gap={4}>
        <h2 className={classes['readoutTitle']}>
          {t('score.title', { score: nameOf(series), date: date(point.on.slice(0, 10)) })}
        </h2>
        <CloseButton size="sm" aria-label={t('score.close')} onClick={onClose} />
      </Group>
      <p className={classes['scoreValue']}>{valueText(point, series)}</p>
      <h3 className={classes['scorePart']}>{t('score.inputs')}</h3>
      <Inputs point={point} />
      {definition && <FormulaOf definition={definition} />}
    </section>
  )
}

function Inputs({ point: { inputs } }: { readonly point: Point }) {
  const { textOf, time } = useTrendWords()
  return (
    <table className={classes['readings']}>
      <tbody>
        {inputs.map(input => (
          <tr key={`${input.fact} ${input.name.en}`}>
            <th scope="row">{textOf(input.name)}</th>
            <td>
              <Printed input={input} />
              <span className={classes['inputDate']}>{time(input.on)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Leads to the entry; what was not entered as one, such as the age, leads nowhere. */
function Printed({ input: { printed, fact } }: { readonly input: ScoreInput }) {
  const { open } = usePanel()
  const words = withPrintedUnits(printed)
  if (fact === null) return words
  return (
    <Anchor
      component="button"
      fz="inherit"
      type="button"
      onClick={() => open({ open: 'fact', factId: fact })}
    >
      {words}
    </Anchor>
  )
}

function FormulaOf({ definition: { formula, source, range } }: { readonly definition: ScoreDefinition }) {
  const { t } = useTrendWords()
  const { low, high } = range
  return (
    <Facts
      rows={[
        [t('score.formula'), formula],
        [t('score.source'), source],
        ...(low !== undefined && high !== undefined ? [['', t('score.range', { low, high })] as const] : []),
      ]}
    />
  )
}

function definitionOf({ id }: Series): ScoreDefinition | undefined {
  const score = ScoreSeries.safeParse(id)
  return score.success ? scoreCatalogue[scoreIdOf(score.data)] : undefined
}
