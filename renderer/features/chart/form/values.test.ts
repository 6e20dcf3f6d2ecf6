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
  {
    ...{ kind: 'adverse_event', from: '2026-11-09T14:20:00+08:00', to: 'ongoing', term: '发热，寒战' },
    ...{ ctcae: 'fever', organClass: 'investigations', meddra: { code: '10037660', term: 'Pyrexia' } },
    grades: [
      { grade: 1, from: '2026-11-09T14:20:00+08:00' },
      { grade: 3, from: '2026-11-10' },
    ],
    ...{ serious: 'yes', criteria: ['hospitalisation', 'important_medical_event'], outcome: 'recovering' },
    ...{ action: 'infusion_stopped', treatment: 'paracetamol', narrative: 'began during dose 1' },
    ...{ expectedness: { answer: 'expected', reference: 'IB 3.0' }, reportedBy: 'examination' },
    ...{ aware: { at: '2026-11-09T15:00:00+08:00', by: 'Chen Wei' }, infusionReaction: 'yes' },
    ...{ complication: 'sepsis', result: 'f-1', followUps: [{ on: '2026-11-11', text: 'culture negative' }] },
    answers: [{ question: 'awareness_before_onset', reason: 'told by telephone' }],
  },
  { kind: 'adverse_event', term: 'felt unwell', grades: [] },
  { kind: 'adverse_event', term: 'felt unwell', grades: [{ grade: 2, from: '2026-11' }] },
  {
    ...{ kind: 'pregnancy', from: '2026-11-18', protocol: 'NCT05106972', number: 2, outcome: 'ongoing' },
    ...{ aware: { at: '2026-11-18T10:00:00+08:00', by: 'Chen Wei' }, lastMenstruation: '2026-10' },
    ...{ dueOn: '2027-07-20', followUps: [{ on: '2026-11-20', text: 'ultrasound' }] },
  },
  {
    ...{ kind: 'safety_report', on: '2026-11-10T09:00:00+08:00', event: 'f-2', to: 'sponsor' },
    ...{ stage: 'initial', recipient: 'safety desk', how: 'e-mail', lateReason: 'server down' },
    ...{ sent: { sha256: 'ab'.repeat(32), document: 'd-1' }, receivedAt: '2026-11-10T09:30:00+08:00' },
  },
  {
    ...{ kind: 'result_assessment', on: '2026-11-18', result: 'f-1', term: 'anemia' },
    ...{ significance: 'not_significant', ground: 'known for years' },
  },
  {
    ...{ kind: 'unblinding', on: '2026-11-18', protocol: 'NCT05106972', reason: 'antidote to be chosen' },
    ...{ requestedBy: 'Chen Wei', performedBy: 'pharmacy', event: 'f-2' },
  },
].map(content => FactContent.parse(content))

describe('what a form is filled with', () => {
  it.each(contents)('says the same when nothing is changed: $kind $loinc', content => {
    const values = valuesOf(content, 'Asia/Shanghai')
    expect(FactContent.parse(contentOfValues(content.kind, values, 'Asia/Shanghai'))).toEqual(content)
  })
})
