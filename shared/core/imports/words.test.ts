import { describe, expect, it } from 'vitest'
import { FactKind } from '../facts/content.ts'
import { isImportable } from './importable.ts'
import { doubtWords, outcomeWords, refusalWords } from './words.ts'

describe('what is said of rows', () => {
  it.each(Object.entries({ ...outcomeWords, ...refusalWords, ...doubtWords }))(
    '%s reads in both languages',
    (_code, words) => {
      expect(words.en).toMatch(/^[a-z]/)
      expect(words['zh-CN']).toMatch(/\p{Script=Han}/u)
    },
  )
})

describe('what a file may bring', () => {
  it('is measured, from tables and FHIR', () => {
    const brought = FactKind.options.filter(kind => isImportable(kind, 'table'))
    expect(brought).toEqual(['laboratory', 'portal_vein', 'liver_stiffness', 'spleen_stiffness'])
    expect(FactKind.options.filter(kind => isImportable(kind, 'fhir'))).toEqual(brought)
  })

  it('is never what somebody decided, signed or judged, from ODM either', () => {
    expect(FactKind.options.filter(kind => !isImportable(kind, 'odm'))).toEqual([
      ...['transplant_assessment', 'consent', 'judgement', 'enrolment', 'dose', 'dose_checklist', 'visit'],
      ...['liver_transplant', 'death', 'adverse_event', 'causality', 'result_assessment', 'safety_report'],
      ...['unblinding', 'pregnancy'],
    ])
  })
})
