import { dateOf } from '#shared/core/civil-date.ts'
import { charted, episode } from './dates.ts'
import type { Draw } from './draw.ts'

/** The content of one fact, not yet checked. */
export type Draft = Readonly<Record<string, unknown>> & { readonly kind: string }

const yesNo = ['yes', 'no'] as const

/** Liver disease and what else is known of the past. */
export function historyOf(draw: Draw, visit: number): Draft[] {
  const infected = visit - draw.whole(1000, 12_000)
  const cirrhosis =
    visit - draw.pick([draw.whole(1500, 5000), draw.whole(1500, 5000), draw.whole(1815, 1840)])
  const decompensated = Math.max(cirrhosis, visit - draw.whole(30, 2000))
  const ends = draw.chance(0.9) ? 'ongoing' : visit - draw.whole(0, 25)
  return [
    { kind: 'hepatitis_b', ...episode(draw, infected, 'ongoing') },
    { kind: 'cirrhosis', ...episode(draw, cirrhosis, 'ongoing') },
    { kind: 'decompensation', ...episode(draw, decompensated, ends), manifestation: 'ascites' },
    ...rareHistory(draw, visit),
    ...treatmentOf(draw, visit),
  ]
}

function rareHistory(draw: Draw, visit: number): Draft[] {
  const ago = () => visit - draw.whole(0, 4000)
  const rare: Draft[] = [
    {
      kind: 'other_cause_of_cirrhosis',
      ...episode(draw, ago(), 'ongoing'),
      type: draw.pick(['alcoholic', 'hepatitis_c', 'autoimmune', 'other']),
    },
    { kind: 'liver_malignancy', ...episode(draw, ago(), 'ongoing') },
    {
      kind: 'family_liver_malignancy',
      ...episode(draw, ago(), ago()),
      relation: 'relative',
      ...(draw.chance(0.8) && { line: draw.pick(['lineal', 'sibling', 'collateral']) }),
      ...(draw.chance(0.8) && { generationsApart: draw.whole(0, 4) }),
    },
    {
      kind: 'other_tumour',
      ...episode(draw, ago(), ago()),
      site: 'thyroid',
      ...(draw.chance(0.8) && { malignant: draw.pick(yesNo) }),
    },
    {
      kind: 'hypersplenism',
      ...episode(draw, ago(), draw.chance(0.6) ? 'ongoing' : ago()),
      ...(draw.chance(0.7) && { needsSplenectomy: draw.pick(yesNo) }),
    },
    { kind: 'serious_bleeding_tendency', ...episode(draw, ago(), draw.chance(0.5) ? 'ongoing' : ago()) },
  ]
  return rare.filter(() => draw.chance(0.08))
}

/** Conservative treatment around six months, the limit of the protocol, and its judged results. */
function treatmentOf(draw: Draw, visit: number): Draft[] {
  const courses = draw.pick([1, 1, 1, 2])
  return Array.from({ length: courses }, (): Draft => {
    const start = visit - draw.pick([draw.whole(170, 200), draw.whole(200, 900), draw.whole(200, 900)])
    const end = draw.chance(0.7) ? 'ongoing' : start + draw.whole(170, 200)
    return {
      kind: 'conservative_treatment',
      ...episode(draw, start, end === 'ongoing' ? end : Math.min(end, visit)),
      ...(draw.chance(0.85) && {
        symptoms: draw.chance(0.8) ? 'not_relieved' : 'relieved',
      }),
      ...(draw.chance(0.85) && {
        qualityOfLife: draw.chance(0.8) ? 'not_improved' : 'improved',
      }),
    }
  })
}

/** Transplant assessment, consent and judgement. */
export function decisionsOf(draw: Draw, visit: number): Draft[] {
  const on = () => charted(draw, visit - draw.whole(0, 20))
  const assessments = Array.from(
    { length: draw.pick([1, 1, 2]) },
    (): Draft => ({
      kind: 'transplant_assessment',
      on: on(),
      ...(draw.chance(0.85) && { suitability: draw.chance(0.8) ? 'unsuitable' : 'suitable' }),
      ...(draw.chance(0.85) && { donorLiver: draw.chance(0.8) ? 'none' : 'available' }),
    }),
  )
  const consent = (protocol: string, share: number): Draft => ({
    kind: 'consent',
    on: on(),
    protocol,
    version: '1.0',
    status: draw.chance(share) ? 'signed' : draw.pick(['not_yet', 'refused', 'withdrawn']),
  })
  const judgement: Draft = {
    kind: 'judgement',
    on: dateOf(visit - draw.whole(0, 3)),
    protocol: 'NCT05106972',
    question: 'inappropriate-to-participate',
    answer: draw.chance(0.95) ? 'no' : 'yes',
    ground: 'nothing against it',
    judgedBy: 'investigator',
  }
  const again = draw.chance(0.1) ? [consent('NCT05106972', 0.5)] : []
  return [...assessments, consent('NCT05106972', 0.9), consent('NCT07413549', 0.5), judgement, ...again]
}
