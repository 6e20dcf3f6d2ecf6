import { CivilDate } from '#shared/core/civil-date.ts'
import { type DeviationClass, DeviationNote } from '#shared/core/schedule/deviation.ts'
import { readDate } from '../../../components/read-date.ts'

/** Somebody who was told, as typed. */
export interface ToldRow {
  readonly key: number
  readonly who: string
  readonly on: string
}

/** What the site says about a deviation, as typed. */
export interface NoteDraft {
  readonly class: DeviationClass | ''
  readonly reason: string
  readonly action: string
  readonly told: readonly ToldRow[]
}

type Note = Pick<DeviationNote, 'class' | 'reason' | 'action' | 'told'>

export function noteDraftOf(note: Note | null): NoteDraft {
  return {
    class: note?.class ?? '',
    reason: note?.reason ?? '',
    action: note?.action ?? '',
    told: (note?.told ?? []).map((row, key) => ({ key, ...row })),
  }
}

/** A new row whose key no other has. */
export function emptyTold(rows: readonly ToldRow[]): ToldRow {
  return { key: Math.max(-1, ...rows.map(({ key }) => key)) + 1, who: '', on: '' }
}

/** A row that says nobody or no day; an empty one is left out and is not wrong. */
export function isWrongTold({ who, on }: ToldRow): boolean {
  if (who.trim() === '' && on.trim() === '') return false
  return who.trim() === '' || !isDay(on)
}

/** A whole day of the calendar, as people write it. */
export function isDay(text: string): boolean {
  return CivilDate.safeParse(readDate(text)).success
}

/** A draft as the engine takes it; undefined where something is missing or wrong. */
export function noteOf({ class: chosen, reason, action, told }: NoteDraft): DeviationNote | undefined {
  if (told.some(isWrongTold)) return undefined
  return DeviationNote.safeParse({
    class: chosen,
    reason,
    ...(action.trim() !== '' && { action }),
    told: told.filter(({ who }) => who.trim() !== '').map(({ who, on }) => ({ who, on: readDate(on) })),
  }).data
}
