import type { ReadableDb } from '#main/store/connection.ts'
import { factHistory } from '#main/store/fact-repository.ts'
import type { EventFact } from '#shared/core/adverse-events/event-source.ts'
import type { Replaced } from '#shared/core/adverse-events/question-rule.ts'

/** What an event said before it says what it says now, oldest first, each with the reason of the correction after it. */
export function earlierThan({ id, version }: Pick<EventFact, 'id' | 'version'>, db: ReadableDb): Replaced[] {
  return version === 1 ? [] : replacedIn(factHistory(db, id)).slice(0, -1)
}

/** The same before what is only being typed: what is charted comes before it, and nobody has said yet why. */
export function earlierThanTyped({ id }: Pick<EventFact, 'id'>, db: ReadableDb): Replaced[] {
  return replacedIn(factHistory(db, id))
}

function replacedIn(history: ReturnType<typeof factHistory>): Replaced[] {
  return history.flatMap(({ content, enteredAt }, index) => {
    if (content?.kind !== 'adverse_event') return []
    return [{ content, enteredAt, reason: history[index + 1]?.reason ?? null }]
  })
}
