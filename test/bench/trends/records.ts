import { dateOf, dayOf } from '#shared/core/civil-date.ts'
import { type Draw, drawFrom } from '../synthetic/draw.ts'

/** A fact as the store gives it: not yet parsed. */
export type RawFact = Readonly<Record<string, unknown>>

/** LOINC, unit, span of values in the last printed digit and its decimals, upper limit. */
const panel = [
  ['1742-6', 'U/L', 15, 300, 0, '40'],
  ['1920-8', 'U/L', 15, 300, 0, '40'],
  ['14631-6', 'umol/L', 100, 1500, 1, '20.5'],
  ['14629-0', 'umol/L', 30, 700, 1, '6.8'],
  ['1751-7', 'g/L', 220, 420, 1, '55'],
  ['2324-2', 'U/L', 10, 300, 0, '60'],
  ['6768-6', 'U/L', 40, 400, 0, '125'],
  ['2098-2', 'U/L', 1500, 9000, 0, '12220'],
  ['6301-6', '{INR}', 90, 260, 2, '1.2'],
  ['5902-2', 's', 110, 220, 1, '14.5'],
  ['5894-1', '%', 30, 110, 0, '130'],
  ['42595-9', '[IU]/mL', 20, 90_000, 0, '20'],
  ['14682-9', 'umol/L', 450, 1800, 1, '104'],
  ['2951-2', 'mmol/L', 1250, 1450, 1, '147'],
  ['777-3', '10*9/L', 30, 200, 0, '350'],
  ['6690-2', '10*9/L', 15, 90, 1, '9.5'],
  ['751-8', '10*9/L', 8, 60, 1, '6.3'],
  ['718-7', 'g/L', 70, 150, 0, '175'],
  ['53962-7', 'ng/mL', 10, 900, 1, '7'],
  ['2465-3', 'g/L', 70, 250, 1, '16'],
] as const

const FIRST = dayOf('2016-01-04')
const PROTOCOL = 'NCT05106972'

/** A patient of `reports` weekly reports of 20 values each, dosed after so many of them; the same for the same seed. */
export function weeklyPatient(reports: number, seed: number, before = 10): RawFact[] {
  const draw = drawFrom(seed)
  const dosed = FIRST + before * 7
  return [
    raw('e', dosed - 1, { kind: 'enrolment', on: dateOf(dosed - 1), protocol: PROTOCOL, status: 'enrolled' }),
    raw('d', dosed, { kind: 'dose', from: `${dateOf(dosed)}T10:00:00+08:00`, protocol: PROTOCOL, number: 1 }),
    ...Array.from({ length: reports }, (_, week) => report(FIRST + week * 7, draw)).flat(),
  ]
}

function report(day: number, draw: Draw): RawFact[] {
  return panel.map(([loinc, unit, low, high, decimals, upper], index) =>
    raw(`${day}-${index}`, day, {
      kind: 'laboratory',
      on: `${dateOf(day)}T08:00:00+08:00`,
      loinc,
      value: (draw.whole(low, high) / 10 ** decimals).toFixed(decimals),
      unit,
      range: { high: upper },
      laboratory: 'Central',
      ...(loinc === '5902-2' && { control: '12.5' }),
      ...(draw.chance(0.02) && { comparator: '<' }),
    }),
  )
}

function raw(id: string, day: number, content: RawFact): RawFact {
  const enteredAt = `${dateOf(day)}T16:00:00+08:00`
  return { id, version: 1, enteredAt, author: 'coordinator', source: { kind: 'typed' }, content }
}
