import type { LocalizedText } from '#shared/core/text.ts'
import { isNotTaken } from '#shared/core/trends/line-breaks.ts'
import type { Mark, Trends, VisitBand } from '#shared/core/trends/series.ts'
import type { Timeline, TimelineNote } from '../layout/chart.ts'
import type { Paragraph } from '../layout/text.ts'
import type { Speech } from '../speech.ts'
import { trendWords as words } from '../words/trend-words.ts'
import { timeAxis } from './time-axis.ts'

const SIZE = 5.8
const MOST_TICKS = 14

/** Doses, events and visits along the axis of the charts, named; undefined where there is none. */
export function timelineOf(speech: Speech, trends: Trends): Timeline | undefined {
  const time = timeAxis(trends, MOST_TICKS)
  const isShown = ({ at, until }: TimelineNote) => (until ?? at) >= time.from && at <= time.to
  const notes = [
    ...trends.marks.map((mark): TimelineNote => {
      const { kind, at, until } = mark
      const look = kind === 'dose' ? 'dose' : 'event'
      const ends = until === null ? null : Math.min(until, time.to)
      const isOlder = at < time.from && ends !== null && ends > time.from
      const words = said(speech, isOlder ? sinceText(mark) : mark.label, look)
      return { at: isOlder ? time.from : at, until: ends, look, words }
    }),
    ...trends.visits.map((visit): TimelineNote => {
      const until = visit.hasWindow ? visit.to : null
      return { at: visit.from, until, look: 'visit', words: said(speech, visitText(visit), 'visit') }
    }),
  ].filter(isShown)
  if (notes.length === 0) return undefined
  return { time, notes, alternative: speech.plain(words.timeline) }
}

function said(speech: Speech, text: LocalizedText, look: TimelineNote['look']): Paragraph {
  const tone = look === 'visit' ? 'soft' : look === 'dose' ? 'accent' : 'ink'
  return { spans: speech.spans(text, { size: SIZE, tone, bold: look === 'dose' }), size: SIZE }
}

/** What began before the axis does. */
function sinceText({ label, from }: Mark): LocalizedText {
  return { en: `${label.en} (since ${from})`, 'zh-CN': `${label['zh-CN']}（自 ${from} 起）` }
}

function visitText(visit: VisitBand): LocalizedText {
  const { title } = visit
  if (!isNotTaken(visit)) return title
  const state = visit.state === 'missed' ? words.missed : words.overdue
  return { en: `${title.en} (${state.en})`, 'zh-CN': `${title['zh-CN']}（${state['zh-CN']}）` }
}
