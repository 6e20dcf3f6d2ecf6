import { describe, expect, it } from 'vitest'
import { OffsetDateTime } from '../civil-date.ts'
import { FactContent } from '../facts/content.ts'
import type { Fact } from '../facts/fact.ts'
import { FactId } from '../ids.ts'
import { chartComparison, statementOf } from './compare-chart.ts'

const MORNING = '2026-11-17T07:40:00+08:00'
const EVENING = '2026-11-17T19:10:00+08:00'

const albumin = (changes: object = {}) =>
  FactContent.parse({
    ...{
      kind: 'laboratory',
      on: MORNING,
      loinc: '1751-7',
      value: '34.5',
      unit: 'g/L',
      laboratory: 'Central',
    },
    ...changes,
  })
const vein = (changes: object = {}) =>
  FactContent.parse({
    ...{
      kind: 'portal_vein',
      on: '2026-11-24',
      modality: 'ultrasound',
      diameterMm: '12.9',
      device: 'unit 2',
    },
    ...changes,
  })

function charted(...contents: FactContent[]): Fact[] {
  return contents.map((content, index) => ({
    ...{ id: FactId.parse(`f${index + 1}`), version: 1, author: 'chen', source: { kind: 'typed' }, content },
    enteredAt: OffsetDateTime.parse('2026-11-22T10:00:00+08:00'),
  }))
}

/** What becomes of the statements of a file: outcome, fact on record, and what is asked. */
function compared(facts: readonly Fact[], ...contents: FactContent[]) {
  const statements = contents.map(statementOf)
  statements.forEach(chartComparison(facts))
  return statements.map(({ outcome, before, doubts }) =>
    [outcome, before?.id ?? '', doubts.map(({ against }) => against).join()].join(' ').trim(),
  )
}

describe('a statement of a file beside the chart', () => {
  it.each([
    ['nothing is charted', [], albumin(), 'new'],
    ['the same is charted', [albumin()], albumin(), 'same f1'],
    ['a last zero is printed once more', [albumin()], albumin({ value: '34.50' }), 'same f1'],
    ['another value is charted', [albumin()], albumin({ value: '43.5' }), 'changed f1'],
    ['another unit is charted', [albumin()], albumin({ unit: 'g/dL' }), 'changed f1'],
    ['a comparator was left out', [albumin()], albumin({ comparator: '<' }), 'changed f1'],
    [
      'another range is charted',
      [albumin({ range: { low: '35' } })],
      albumin({ range: { low: '40' } }),
      'changed f1',
    ],
    ['the file prints no range', [albumin({ range: { low: '35' } })], albumin(), 'same f1'],
    ['another laboratory gave it', [albumin()], albumin({ laboratory: 'Ward', value: '20' }), 'new'],
    ['it is of another hour', [albumin()], albumin({ on: EVENING, value: '20' }), 'new'],
    ['the instant is written in UTC', [albumin()], albumin({ on: '2026-11-16T23:40:00Z' }), 'same f1'],
    ['it is charted by hand for the day', [albumin({ on: '2026-11-17' })], albumin(), 'same f1'],
    ['it is charted without a laboratory', [albumin({ laboratory: undefined })], albumin(), 'same f1'],
    [
      'another value is charted by hand for the day',
      [albumin({ on: '2026-11-17', value: '30' })],
      albumin(),
      'new  30 g/L, 2026-11-17',
    ],
    [
      'it is charted by hand for the day, without the range of the report',
      [albumin({ on: '2026-11-17' })],
      albumin({ range: { low: '40' } }),
      'changed f1',
    ],
    [
      'only a part of the examination is charted by hand for the day',
      [vein()],
      vein({ on: '2026-11-24T09:00:00+08:00', meanVelocityCmPerS: '14' }),
      'changed f1',
    ],
    ['only the month is charted', [albumin({ on: '2026-11' })], albumin(), 'new'],
    ['the same examination is charted', [vein()], vein({ device: undefined }), 'same f1'],
    ['the vein was measured otherwise', [vein()], vein({ diameterMm: '13.1' }), 'changed f1'],
    ['the vein was seen by CT', [vein()], vein({ modality: 'ct', diameterMm: '13.1' }), 'new'],
  ])('where %s', (_what, facts, statement, expected) => {
    expect(compared(charted(...facts), statement)).toEqual([expected])
  })

  it('does not take the control value away that the file leaves out', () => {
    const time = { loinc: '5902-2', value: '14.2', unit: 's' }
    const facts = charted(albumin({ ...time, control: '12.9' }))
    expect(compared(facts, albumin({ ...time, control: 'not_printed' }))).toEqual(['same f1'])
    expect(compared(facts, albumin({ ...time, control: '13.1' }))).toEqual(['changed f1'])
  })

  it('takes a result of the day once: the second specimen of that day is new', () => {
    const facts = charted(albumin({ on: '2026-11-17' }))
    expect(compared(facts, albumin(), albumin({ on: EVENING }))).toEqual(['same f1', 'new'])
  })

  it('takes a row that stands twice in the file once', () => {
    expect(compared([], albumin(), albumin())).toEqual(['new', 'same'])
    const printed = albumin({ range: { low: '40' } })
    expect(compared([], albumin(), printed)).toEqual(['new', 'same'])
  })

  it('asks where two rows give one specimen different values', () => {
    expect(compared([], albumin(), albumin({ value: '43.5' }))).toEqual([
      'new  43.5 g/L, 2026-11-17 07:40',
      'new  34.5 g/L, 2026-11-17 07:40',
    ])
    const facts = charted(albumin())
    expect(compared(facts, albumin({ value: '43.5' }), albumin())).toEqual([
      'changed f1 34.5 g/L, 2026-11-17 07:40',
      'same f1',
    ])
  })

  it('asks where a row says otherwise than an earlier one that agrees with the chart', () => {
    expect(compared(charted(albumin()), albumin(), albumin({ value: '43.5' }))).toEqual([
      'same f1',
      'changed f1 34.5 g/L, 2026-11-17 07:40',
    ])
  })

  it('never lets a value hide that its specimen was not sound, or the control of its run', () => {
    const haemolysed = albumin({ specimenCondition: 'haemolysed' })
    expect(compared(charted(albumin({ on: '2026-11-17' })), haemolysed)).toEqual(['changed f1'])
    expect(compared(charted(haemolysed), albumin({ on: '2026-11-17' }))).toEqual(['same f1'])
    expect(compared([], albumin(), haemolysed)).toEqual([
      'new  34.5 g/L, 2026-11-17 07:40',
      'new  34.5 g/L, 2026-11-17 07:40',
    ])
    expect(compared([], haemolysed, albumin())).toEqual(['new', 'same'])
    const time = { loinc: '5902-2', value: '14.2', unit: 's' }
    const byHand = albumin({ ...time, on: '2026-11-17', control: 'not_printed' })
    expect(compared(charted(byHand), albumin({ ...time, control: '12.9' }))).toEqual(['changed f1'])
  })

  it('compares everything else as a whole', () => {
    const weight = FactContent.parse({ kind: 'body_weight', on: '2026-11-17', kg: '61' })
    const another = FactContent.parse({ kind: 'body_weight', on: '2026-11-17', kg: '62' })
    expect(compared(charted(weight), weight, another)).toEqual(['same f1', 'new'])
  })

  it('stays quick where a file gives one test of one day twenty thousand values', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => albumin({ value: String(index) }))
    const started = performance.now()
    compared([], ...many)
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})
