import { memo } from 'react'
import { seriesDefinition } from '#shared/core/trends/definitions.ts'
import type { ScoreGap, Trends } from '#shared/core/trends/series.ts'
import classes from './trends.module.css'
import { useTrendWords } from './use-trend-words.ts'

/** What is neither drawn nor computed, and why: said once, without alarm. */
export const QuietList = memo(function QuietList({ trends }: { readonly trends: Trends }) {
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
})

function useSayings({ notChosen, gaps, series, undatedMarks }: Trends): readonly string[] {
  const { t, textOf, nameOf } = useTrendWords()
  const gapText = useGapText()
  return [
    ...notChosen.map(textOf),
    ...[...Map.groupBy(gaps, keyOf).values()].map(gapText),
    ...series
      .filter(({ notComparable }) => notComparable > 0)
      .map(one => t('quiet.notComparable', { name: nameOf(one), count: one.notComparable })),
    ...series
      .filter(({ undated }) => undated > 0)
      .map(one => t('quiet.undated', { name: nameOf(one), count: one.undated })),
    ...(undatedMarks > 0 ? [t('quiet.undatedMarks', { count: undatedMarks })] : []),
  ]
}

/** Gaps of one score for one reason are said together. */
function keyOf({ score, lacks }: ScoreGap): string {
  return `${score} ${lacks.map(({ en }) => en).join()}`
}

function useGapText(): (gaps: readonly ScoreGap[]) => string {
  const { t, textOf, date, language } = useTrendWords()
  return gaps => {
    const [first, last] = [gaps[0], gaps.at(-1)]
    if (first === undefined || last === undefined) return ''
    const score = textOf(seriesDefinition(first.score).name)
    const lacks = first.lacks.map(textOf).join(language === 'zh-CN' ? '、' : ', ')
    if (gaps.length === 1) return t('quiet.gap', { score, lacks, date: date(first.on) })
    return t('quiet.gaps', { score, lacks, count: gaps.length, first: date(first.on), last: date(last.on) })
  }
}
