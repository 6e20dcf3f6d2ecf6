import { expect, it } from 'vitest'
import { factNames } from '#shared/core/names.ts'
import { text } from '#shared/core/text.ts'
import { panelForAssessment } from './panel-for-assessment.ts'

it('leads to the form of an examination, and first asks about what may never have been there', () => {
  expect(panelForAssessment({ id: 'ishak-fibrosis', lacks: [] })).toEqual({
    open: 'enter',
    kind: 'histology',
  })
  expect(panelForAssessment({ id: 'liver-cancer', lacks: [] })).toEqual({
    open: 'choose',
    about: 'liver_malignancy',
  })
})

it('leads from a score to the finding at the bedside that it lacks', () => {
  const lacks = [factNames.hepatic_encephalopathy]
  expect(panelForAssessment({ id: 'child-pugh', lacks })).toMatchObject({ about: 'hepatic_encephalopathy' })
})

it('knows no panel for laboratory values: they are entered as a report', () => {
  expect(panelForAssessment({ id: 'meld', lacks: [text('INR', 'INR')] })).toBeUndefined()
})
