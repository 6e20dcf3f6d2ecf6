import { dateOf } from '../civil-date.ts'
import { type LocalizedText, text } from '../text.ts'
import type { Calendar } from './calendar.ts'
import type { Conducted } from './calendar-input.ts'
import { type Course, doseOf } from './course.ts'
import { AFTER_ADMINISTRATION } from './visit-templates.ts'

type Shown = Calendar['safetyWindows'][number]

/** The days in which events are collected, after the dose that the reading says; without dates where none does. */
export function safetyWindowsOf(
  { definition: { safetyWindows, readings } }: Pick<Conducted, 'definition'>,
  course: Course,
): Shown[] {
  const isOpen = readings.some(({ id }) => id === AFTER_ADMINISTRATION)
  const doses = isOpen ? countedDoses(course) : course.given.filter(number => number === 1)
  return safetyWindows.flatMap(({ id, title, fromDay, toDay }): Shown[] => {
    if (doses.length === 0) return [{ id, title, from: null, to: null, dose: null }]
    return doses.map(number => {
      const day = doseOf(number, course)?.given?.day ?? null
      const [from, to] = [fromDay, toDay].map(days => (day === null ? null : dateOf(day + days)))
      return {
        id,
        title: doses.length > 1 ? ofDose(title, number) : title,
        from: from ?? null,
        to: to ?? null,
        dose: number,
      }
    })
  })
}

function countedDoses({ given, administration }: Course): readonly number[] {
  switch (administration) {
    case 'first':
      return given.filter(number => number === 1)
    case 'last':
      return given.slice(-1)
    case 'each':
      return given
    case undefined:
      return given.length === 1 ? given : []
  }
}

function ofDose(title: LocalizedText, number: number): LocalizedText {
  return text(`${title.en} (after dose ${number})`, `${title['zh-CN']}（第${number}次给药后）`)
}
