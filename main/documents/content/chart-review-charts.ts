import type { ChartReview } from '#shared/core/documents/chart-review.ts'
import { type LocalizedText, verbatim } from '#shared/core/text.ts'
import { seriesDefinition } from '#shared/core/trends/definitions.ts'
import { legend, panelOf } from '../charts/panel.ts'
import { timeAxis } from '../charts/time-axis.ts'
import { timelineOf } from '../charts/timeline.ts'
import type { Block } from '../layout/blocks.ts'
import type { Paragraph } from '../layout/text.ts'
import type { Speech } from '../speech.ts'
import { trendWords as words } from '../words/trend-words.ts'
import { labelled, note, section, TYPE } from './parts.ts'

const PER_ROW = 3
const HEIGHT = 108
/** As many dates as stand beside each other under a chart without touching. */
const MOST_TICKS = 6

/** Every series that has a value, drawn over one time axis; and what of it could not be drawn. */
export function reviewCharts(speech: Speech, { trends, asked }: ChartReview): Block[] {
  const shared = { speech, trends, time: timeAxis(trends, MOST_TICKS) }
  const charts = trends.series.flatMap(series => panelOf(series, shared) ?? [])
  const timeline = timelineOf(speech, trends)
  const heading = section(speech, words.charts)
  if (charts.length === 0)
    return [heading, note(speech, words.noCharts), ...notDrawn(speech, { trends, asked })]
  return [
    heading,
    { kind: 'text', paragraphs: [legendLine(speech)] },
    { kind: 'space', height: 4 },
    ...(timeline
      ? ([
          { kind: 'timeline', timeline },
          { kind: 'space', height: 5 },
        ] as const)
      : []),
    { kind: 'charts', charts, perRow: PER_ROW, height: HEIGHT },
    ...notDrawn(speech, { trends, asked }),
  ]
}

function legendLine(speech: Speech): Paragraph {
  const size = TYPE.fine
  const signs = legend().flatMap(([sign, meaning], index) => [
    { text: `${index === 0 ? '' : '   '}${sign} `, size },
    ...speech.spans(meaning, { size, tone: 'soft' as const }),
  ])
  const more = speech.spans(words.legend, { size, tone: 'soft' as const })
  return { spans: [...signs, { text: '   ' }, ...more], size }
}

/** Values that stand in no chart are said to be there. */
function notDrawn(speech: Speech, { trends, asked }: Pick<ChartReview, 'trends' | 'asked'>): Block[] {
  const counted = (
    label: LocalizedText,
    count: (series: ChartReview['trends']['series'][number]) => number,
  ): Paragraph[] => {
    const some = trends.series.filter(series => count(series) > 0)
    const text = listed(some.map(one => verbatim(`${one.abbreviation} ${count(one)}`)))
    return some.length === 0 ? [] : labelled(speech, label, text, TYPE.cell)
  }
  const empty = (asked ?? []).filter(id => !trends.series.some(one => one.id === id && one.points.length > 0))
  const paragraphs = [
    ...counted(words.notComparable, one => one.notComparable),
    ...counted(words.undated, one => one.undated),
    ...(trends.undatedMarks > 0
      ? labelled(speech, words.undatedMarks, verbatim(`${trends.undatedMarks}`), TYPE.cell)
      : []),
    ...(empty.length > 0
      ? labelled(speech, words.empty, listed(empty.map(id => seriesDefinition(id).name)), TYPE.cell)
      : []),
  ]
  return paragraphs.length === 0 ? [] : [{ kind: 'text', paragraphs }]
}

function listed(parts: readonly LocalizedText[]): LocalizedText {
  return {
    en: parts.map(({ en }) => en).join(', '),
    'zh-CN': parts.map(part => part['zh-CN']).join('、'),
  }
}
