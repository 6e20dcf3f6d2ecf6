import type { ScoreGap, Trends } from '#shared/core/trends/series.ts'
import classes from './trends.module.css'
import { useTrendWords } from './use-trend-words.ts'

/** What is neither drawn nor computed, and why: said once, without alarm. */
export function QuietList({ trends }: { readonly trends: Trends }) {
  const { t } = useTrendWords()
  const sayings = useSayings(trends)
  if (sayings.length === 0) return null
  return (
    <details className={classes['quiet']}>
      <summary>{t('quiet.title', { count: sayings.length })}</summary>
      <ul>
        {sayings.map(saying => (
          <li key={saying}>{saying}</li>
        ))}
      </ul>
    </details>
  )
}

function useSayings({ notChosen, gaps, series }: Trends): readonly string[] {
  const { t, textOf, nameOf } = useTrendWords()
  const gapText = useGapText(series)
  return [
    ...notChosen.map(textOf),
    ...[...Map.groupBy(gaps, keyOf).values()].map(gapText),
    ...series
      .filter(({ notComparable }) => notComparable > 0)
      .map(one => t('quiet.notComparable', { name: nameOf(one), count: one.notComparable })),
  ]
}

/** Gaps of one score for one reason are said together. */
function keyOf({ score, lacks }: ScoreGap): string {
  return `${score} ${lacks.map(({ en }) => en).join()}`
}

function useGapText(series: Trends['series']): (gaps: readonly ScoreGap[]) => string {
  const { t, textOf, date, nameOf, language } = useTrendWords()
  return gaps => {
    const [first, last] = [gaps[0], gaps.at(-1)]
    if (first === undefined || last === undefined) return ''
    const known = series.find(({ id }) => id === first.score)
    const score = known === undefined ? SHORT[first.score] : nameOf(known)
    const lacks = first.lacks.map(textOf).join(language === 'zh-CN' ? '、' : ', ')
    if (gaps.length === 1) return t('quiet.gap', { score, lacks, date: date(first.on) })
    return t('quiet.gaps', { score, lacks, count: gaps.length, first: date(first.on), last: date(last.on) })
  }
}

/** For a score that was never computed, so that there is no series with its name. */
const SHORT: Readonly<Record<ScoreGap['score'], string>> = {
  meld: 'MELD',
  meld_na: 'MELD-Na',
  meld_3_0: 'MELD 3.0',
  child_pugh: 'Child-Pugh',
  albi: 'ALBI',
  apri: 'APRI',
  fib_4: 'FIB-4',
  r_value: 'R',
  nr_value: 'nR',
  egfr_ckd_epi_2021: 'eGFR',
  portal_flow_computed: 'Q',
  congestion_index: 'CI',
}
