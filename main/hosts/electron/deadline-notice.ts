import type { DeadlineEvent } from '#shared/api/events.ts'
import type { MenuWords } from './menu-words.ts'

/** What the system shows in its corner, where everybody may read it: never whose deadline it is. */
export interface Notice {
  readonly title: string
  readonly body: string
}

/** A deadline in the words of a notification. */
export function deadlineNotice({ now, deadlines }: DeadlineEvent, words: MenuWords): Notice {
  return {
    title: now === 'overdue' ? words.deadlinePassed : words.deadlineSoon,
    body: words.deadlineCounts
      .replace('{soon}', `${deadlines.dueSoon}`)
      .replace('{overdue}', `${deadlines.overdue + deadlines.noStart}`),
  }
}
