import type { Analyte } from '../analytes.ts'
import type { Conducted } from '../schedule/calendar-input.ts'
import type { WorksheetForm } from './visit-worksheet.ts'

/** What a worksheet leaves room for: tests of the laboratory, and other forms. */
export interface WorksheetNeed {
  readonly tests: readonly Analyte[]
  readonly forms: readonly WorksheetForm[]
}

/** What the site chose of what a need depends on. */
export type WorksheetChoices = Pick<Conducted, 'readings' | 'coagulation'>

const tests = (...names: readonly Analyte[]): WorksheetNeed => ({ tests: names, forms: ['laboratory'] })
const form = (...forms: readonly WorksheetForm[]): WorksheetNeed => ({ tests: [], forms })

/** Where the record names no test, there is room for each that answers it. */
const needs: Readonly<Record<string, WorksheetNeed>> = {
  infusion: form('free'),
  'total-bilirubin': tests('bilirubin_total'),
  albumin: tests('albumin'),
  'ishak-inflammation': form('histology'),
  'ishak-fibrosis': form('histology'),
  'overall-survival': form('free'),
  'hbv-dna': tests('hbv_dna'),
  'liver-cancer': form('free'),
  immunoglobulin: tests('immunoglobulin_g', 'immunoglobulin_a', 'immunoglobulin_m'),
  coagulation: tests('prothrombin_time', 'inr', 'prothrombin_activity'),
  'portal-vein-flow': form('portal_vein'),
  'portal-vein-width': form('portal_vein'),
  'abdominal-volume': form('ascites'),
  alt: tests('alanine_aminotransferase'),
  ast: tests('aspartate_aminotransferase'),
  tbil: tests('bilirubin_total'),
  ggt: tests('gamma_glutamyl_transferase'),
  alp: tests('alkaline_phosphatase'),
  alb: tests('albumin'),
  che: tests('cholinesterase'),
  inr: tests('inr'),
  pt: tests('prothrombin_time'),
  pta: tests('prothrombin_activity'),
  'liver-stiffness': form('elastography'),
  'spleen-stiffness': form('elastography'),
}

/** The room that an assessment takes; lines to write on for one of the site's own. */
export function worksheetNeed(assessment: string, choices: WorksheetChoices): WorksheetNeed {
  if (assessment === 'meld') return meld(choices)
  if (assessment === 'child-pugh') return childPugh(choices)
  return (Object.hasOwn(needs, assessment) && needs[assessment]) || form('free')
}

/** A score is computed from its inputs: those are what is written down. */
function meld({ readings }: WorksheetChoices): WorksheetNeed {
  const further: Readonly<Record<string, readonly Analyte[]>> = {
    meld_na: ['sodium'],
    meld_3_0: ['sodium', 'albumin'],
  }
  return tests('bilirubin_total', 'inr', 'creatinine', ...(further[readings['meld-variant'] ?? ''] ?? []))
}

function childPugh({ coagulation }: WorksheetChoices): WorksheetNeed {
  const clotting = { inr: ['inr'], pt: ['prothrombin_time'] } as const
  const chosen = coagulation === undefined ? (['inr', 'prothrombin_time'] as const) : clotting[coagulation]
  return {
    tests: ['bilirubin_total', 'albumin', ...chosen],
    forms: ['laboratory', 'ascites', 'encephalopathy'],
  }
}
