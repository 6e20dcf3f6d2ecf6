import { describe, expect, it } from 'vitest'
import type { Missing } from '#shared/core/eligibility/missing-item.ts'
import { ProtocolId } from '#shared/core/ids.ts'
import { factOf } from '#test/support/chart-builder.ts'
import { panelForMissing } from './panel-for-missing.ts'
import { PanelRequest } from './panel-request.ts'

const protocol = ProtocolId.parse('NCT05106972')
const pt = { kind: 'laboratory', loinc: '5902-2', unit: 's', value: '14.2' }

const chart = [
  factOf('pt-old', { ...pt, on: '2026-10-01', control: 'not_printed' }),
  factOf('pt-new', { ...pt, on: '2026-11-20', control: 'not_printed', range: { high: '14.5' } }),
  factOf('pt-month', { ...pt, on: '2026-10', control: '12.9' }),
  factOf('infection-open', { kind: 'infection', type: 'viral', from: '2026-10-03' }),
  factOf('infection-over', { kind: 'infection', type: 'viral', from: '2026-11-01', to: '2026-11-04' }),
  factOf('bleeding', { kind: 'upper_gi_bleeding', from: '2026-09', to: '2026-09-20' }),
  factOf('transplant', { kind: 'transplant_assessment', on: '2026-11-10', donorLiver: 'none' }),
]

describe('the way to a missing item', () => {
  it.each<[string, Missing, unknown]>([
    ['the birth date', { what: 'birth_date' }, { open: 'candidate' }],
    ['the sex', { what: 'sex' }, { open: 'candidate' }],
    [
      'an event that nobody asked about',
      { what: 'event_record', topic: 'dialysis' },
      { open: 'choose', about: 'dialysis' },
    ],
    [
      'a denial',
      { what: 'negative_finding', topic: 'infection' },
      { open: 'enter', kind: 'negative_finding', about: 'infection' },
    ],
    [
      'the exact day of a charted event',
      { what: 'exact_time', topic: 'upper_gi_bleeding' },
      { open: 'fact', factId: 'bleeding', correct: 'from' },
    ],
    [
      'the exact day of one that is not charted',
      { what: 'exact_time', topic: 'tips' },
      { open: 'choose', about: 'tips' },
    ],
    [
      'the end of the event that has none',
      { what: 'end', topic: 'infection' },
      { open: 'fact', factId: 'infection-open', correct: 'to' },
    ],
    [
      'an attribute of a charted fact',
      { what: 'attribute', topic: 'transplant_assessment', attribute: 'suitability' },
      { open: 'fact', factId: 'transplant', correct: 'suitability' },
    ],
    [
      'an attribute left to judgement',
      { what: 'attribute_judgement', topic: 'upper_gi_bleeding', attribute: 'clinicallySignificant' },
      { open: 'fact', factId: 'bleeding', correct: 'clinicallySignificant' },
    ],
    [
      'an attribute of what is not charted',
      { what: 'attribute', topic: 'ascites', attribute: 'depthCm' },
      { open: 'enter', kind: 'ascites' },
    ],
    [
      'a record for one protocol',
      { what: 'record', topic: 'consent', protocol },
      { open: 'enter', kind: 'consent', protocol },
    ],
    [
      'a newer record',
      { what: 'recent_record', topic: 'portal_vein' },
      { open: 'enter', kind: 'portal_vein' },
    ],
    ['a decision', { what: 'decision', topic: 'consent' }, { open: 'enter', kind: 'consent' }],
    [
      'a result',
      { what: 'result', analyte: 'albumin' },
      { open: 'enter', kind: 'laboratory', analyte: 'albumin' },
    ],
    [
      'a newer result',
      { what: 'recent_result', analyte: 'inr' },
      { open: 'enter', kind: 'laboratory', analyte: 'inr' },
    ],
    [
      'a result that is not cut off',
      { what: 'exact_result', analyte: 'hbv_dna' },
      { open: 'enter', kind: 'laboratory', analyte: 'hbv_dna' },
    ],
    [
      'the time of a result',
      { what: 'result_time', analyte: 'prothrombin_time' },
      { open: 'fact', factId: 'pt-month', correct: 'on' },
    ],
    [
      'a unit, where no charted result lacks it',
      { what: 'usable_unit', analyte: 'prothrombin_time' },
      { open: 'enter', kind: 'laboratory', analyte: 'prothrombin_time' },
    ],
    [
      'the control of the latest run without one',
      { what: 'control', analyte: 'prothrombin_time' },
      { open: 'fact', factId: 'pt-new', correct: 'control' },
    ],
    [
      'the printed range',
      { what: 'upper_limit', analyte: 'prothrombin_time' },
      { open: 'fact', factId: 'pt-month', correct: 'range' },
    ],
    [
      'a judgement',
      { what: 'judgement', question: 'fit', protocol },
      { open: 'enter', kind: 'judgement', question: 'fit', protocol },
    ],
    [
      'a contradiction',
      { what: 'contradiction', topic: 'upper_gi_bleeding' },
      { open: 'fact', factId: 'bleeding' },
    ],
    ['a reading', { what: 'reading', reading: 'month-end' }, { to: 'protocol', reading: 'month-end' }],
    ['the criteria', { what: 'criteria' }, { to: 'protocol' }],
    ['a dose that nobody gave', { what: 'anchor', anchor: 'dose' }, undefined],
  ])('leads to %s', (_what, ask, place) => {
    const found = panelForMissing(ask, chart)
    expect(found).toEqual(place)
    if (found && 'open' in found) expect(PanelRequest.parse(found)).toEqual(found)
  })
})
