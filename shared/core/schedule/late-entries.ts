import { dateOf, dayOf, type EventTime, localDateOf } from '../civil-date.ts'
import type { FactContent } from '../facts/content.ts'
import type { ProtocolId } from '../ids.ts'
import { factNames } from '../names.ts'
import { text } from '../text.ts'
import { siteDaysOf } from './event-days.ts'
import type { Seeing, SeenDeviation } from './seen-deviation.ts'

/** What happened in the trial and was first charted more days later than the site allows. */
export function lateEntries(
  protocol: ProtocolId,
  { facts, siteDay, lateEntryDays, firstEntered }: Seeing,
): SeenDeviation[] {
  if (lateEntryDays === undefined) return []
  return facts.flatMap(({ id, enteredAt, content }): SeenDeviation[] => {
    const time = trialTime(content, protocol)
    if (time === undefined) return []
    const entered = localDateOf(firstEntered(id) ?? enteredAt)
    // A day that is not known counts as its latest possible one.
    const day = siteDaysOf(time, siteDay).latest
    const late = dayOf(entered) - day
    if (late <= lateEntryDays) return []
    const name = factNames[content.kind]
    return [
      {
        key: `late:${id}`,
        kind: 'late_entry',
        on: dateOf(day),
        text: text(
          `${name.en} charted on ${entered}, ${late} days after it happened; the site allows ${lateEntryDays}`,
          `${name['zh-CN']}于${entered}录入，距发生${late}天；本中心规定不超过${lateEntryDays}天`,
        ),
        facts: [id],
      },
    ]
  })
}

/** What the trial itself does: doses, visits, checklists and dispositions of this protocol. */
function trialTime(content: FactContent, protocol: ProtocolId): EventTime | undefined {
  if (content.kind === 'dose' || content.kind === 'visit') {
    return content.protocol === protocol ? (content.to ?? content.from) : undefined
  }
  if (content.kind !== 'dose_checklist' && content.kind !== 'enrolment') return undefined
  return content.protocol === protocol ? content.on : undefined
}
