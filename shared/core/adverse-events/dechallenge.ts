import type { DayBounds } from '../civil-date.ts'
import type { Fact } from '../facts/fact.ts'
import { minute } from '../facts/word-parts.ts'
import { attributeName, valueName } from '../names.ts'
import { type SiteDay, siteDaysOf } from '../schedule/event-days.ts'
import { type LocalizedText, text, verbatim } from '../text.ts'
import type { EventContent } from './event-source.ts'

const withdrawn: ReadonlySet<EventContent['action']> = new Set([
  'infusion_slowed',
  'infusion_interrupted',
  'infusion_stopped',
  'treatment_discontinued',
])

/**
 * What was done with the infusion, and what the event did then, as charted; null where nothing was done. Whether one
 * followed from the other is for the investigator.
 */
export function dechallengeOf(
  { action, outcome, to }: EventContent,
  stops: readonly string[],
): LocalizedText | null {
  const isDone = withdrawn.has(action)
  if (!isDone && stops.length === 0) return null
  const done = isDone && action ? valueName(action) : valueName('infusion_interrupted')
  const when = stops.length === 0 ? undefined : verbatim(stops.join(', '))
  const after = [
    outcome === undefined ? undefined : labelled(attributeName('outcome'), valueName(outcome)),
    ended(to),
  ].filter(part => part !== undefined)
  const rest = after.length === 0 ? [text('outcome not charted', '转归未记录')] : after
  return {
    en: `${done.en}${when ? ` (${when.en})` : ''}; ${rest.map(({ en }) => en).join(', ')}`,
    'zh-CN': `${done['zh-CN']}${when ? `（${when['zh-CN']}）` : ''}；${rest.map(part => part['zh-CN']).join('，')}`,
  }
}

/** The stops in an infusion that began on the days of onset or after, as charted. */
export function stopsOf({ content }: Fact, onset: DayBounds, siteDay: SiteDay): string[] {
  if (content.kind !== 'dose') return []
  const from = siteDaysOf(content.from, siteDay)
  if (from.latest < onset.earliest || from.earliest > onset.latest) return []
  return (content.interruptions ?? []).map(({ from: stopped, to, reason }) => {
    return `${minute(stopped)} – ${to === undefined ? '…' : minute(to)}: ${reason}`
  })
}

function ended(to: EventContent['to']): LocalizedText | undefined {
  if (to === undefined) return undefined
  if (to === 'ongoing') return text('event ongoing', '事件持续')
  return text(`event ended ${minute(to)}`, `事件结束于 ${minute(to)}`)
}

function labelled(name: LocalizedText, value: LocalizedText): LocalizedText {
  return text(`${name.en} ${value.en}`, `${name['zh-CN']}：${value['zh-CN']}`)
}
