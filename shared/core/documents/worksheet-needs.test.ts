import { describe, expect, it } from 'vitest'
import { prepared, preparedSecond } from '#test/support/protocols.ts'
import { sampleReadings } from '#test/support/sample-file.ts'
import { worksheetNeed } from './worksheet-needs.ts'

const open = { readings: {}, coagulation: undefined }

/** What is only said, not measured. */
const WORDS = new Set(['infusion', 'overall-survival', 'liver-cancer'])

describe('the room of a worksheet', () => {
  it('is there for every assessment of both records', () => {
    for (const { protocol } of [prepared(sampleReadings()), preparedSecond({})]) {
      for (const { id } of protocol.definition.assessments) {
        const { forms } = worksheetNeed(id, open)
        expect(`${id}: ${forms.includes('free')}`).toBe(`${id}: ${WORDS.has(id)}`)
      }
    }
  })

  it('is a line to write on for an assessment of the site’s own', () => {
    expect(worksheetNeed('sf-36', open)).toEqual({ tests: [], forms: ['free'] })
  })

  it('asks for the inputs of the MELD variant that the site chose', () => {
    const variant = (chosen: string) =>
      worksheetNeed('meld', { ...open, readings: { 'meld-variant': chosen } }).tests
    expect(variant('original')).toEqual(['bilirubin_total', 'inr', 'creatinine'])
    expect(variant('meld_na')).toContain('sodium')
    expect(variant('meld_3_0')).toEqual(expect.arrayContaining(['sodium', 'albumin']))
  })

  it('asks for both clotting tests of Child-Pugh until the site chose one', () => {
    expect(worksheetNeed('child-pugh', open).tests).toEqual(
      expect.arrayContaining(['inr', 'prothrombin_time']),
    )
    expect(worksheetNeed('child-pugh', { ...open, coagulation: 'pt' }).tests).not.toContain('inr')
  })
})
