import { describe, expect, it } from 'vitest'
import { FactContent } from '#shared/core/facts/content.ts'
import { contentOfValues, valuesOf } from './values.ts'

const contents = [
  {
    ...{ kind: 'laboratory', on: '2026-11-18T07:40:00+08:00', loinc: '1920-8', value: '131', unit: 'U/L' },
    ...{ range: { low: '15', high: '40' }, laboratory: 'City', specimenCondition: 'haemolysed' },
  },
  {
    ...{ kind: 'laboratory', on: '2026-11-18', loinc: '5902-2', value: '15.4', unit: 's', control: '12.5' },
    comparator: '<',
  },
  {
    ...{ kind: 'dose', protocol: 'NCT05106972', number: 2, from: '2026-09-01T10:00:00+08:00' },
    ...{ to: '2026-09-01T11:02:00+08:00', plannedCells: '100000000', givenCells: '98000000' },
    interruptions: [{ from: '2026-09-01T10:20:00+08:00', reason: 'cannula replaced' }],
    ...{ watchedUntil: '2026-09-01T15:02:00+08:00', reaction: 'no' },
  },
  {
    ...{ kind: 'visit', protocol: 'NCT05106972', visit: 'week-60', from: '2026-11-18', status: 'done' },
    ...{ notDone: [{ assessment: 'albumin', reason: 'tube broke' }], awaited: ['hbv-dna'] },
    ...{ carriedOut: ['quality-of-life'], how: 'on_site' },
  },
  {
    ...{ kind: 'dose_checklist', on: '2026-09-01', protocol: 'NCT05106972', number: 2, version: 1 },
    answers: [{ item: 'check-1', answer: 'yes', note: 'seen on paper' }],
  },
].map(content => FactContent.parse(content))

describe('what a form is filled with', () => {
  it.each(contents)('says the same when nothing is changed: $kind $loinc', content => {
    const values = valuesOf(content, 'Asia/Shanghai')
    expect(FactContent.parse(contentOfValues(content.kind, values, 'Asia/Shanghai'))).toEqual(content)
  })
})
