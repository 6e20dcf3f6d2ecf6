import { type Answer, and, opposite, or, sure } from './answer.ts'
import { askedInVain, doesNotArise } from './asked.ts'
import { yearsLater } from './calendar.ts'
import { cirrhosisOverFiveYears, treatedOverSixMonths } from './courses.ts'
import { newest } from './newest.ts'
import { ever, happenedIn, is, lately, now, occurred } from './occurred.ts'
import { prolongedOverThreeSeconds } from './prothrombin.ts'
import { birthOf, type Case, type Charted, charted } from './record.ts'

/*
 * The 19 criteria of NCT05106972 as plain functions, each under the first alternative of every reading of its
 * definition. Inclusions answer "is it so", exclusions too: yes to an exclusion excludes.
 */

/** I1: from the 20th birthday to the day before the 61st. E1 is its opposite. */
function agedTwentyToSixty(patient: Case): Answer {
  const birth = birthOf(patient)
  if (birth === undefined) return 'unknown'
  const grown = (born: number) => patient.on >= yearsLater(born, 20)
  const over = (born: number) => patient.on >= yearsLater(born, 61)
  return and([
    sure(grown(birth.last), grown(birth.first)),
    opposite(sure(over(birth.last), over(birth.first))),
  ])
}

function decompensatedForFiveYears(patient: Case): Answer {
  return and([
    occurred('hepatitis_b', ever(patient), patient),
    occurred('cirrhosis', ever(patient), patient),
    occurred('decompensation', now(patient), patient),
    cirrhosisOverFiveYears(patient),
  ])
}

function withoutTransplant(patient: Case): Answer {
  const assessments = charted(patient, 'transplant_assessment')
  return or([
    newest({ about: 'transplant_assessment' }, assessments, patient, ({ suitability }) =>
      is(suitability, ['unsuitable'], 'judge'),
    ) ?? 'unknown',
    newest({ about: 'transplant_assessment' }, assessments, patient, ({ donorLiver }) =>
      is(donorLiver, ['none']),
    ) ?? 'unknown',
  ])
}

function notBleeding(patient: Case): Answer {
  return and([
    opposite(occurred('serious_bleeding_tendency', now(patient), patient)),
    opposite(occurred('active_bleeding', now(patient), patient)),
  ])
}

function treatedInVain(patient: Case): Answer {
  return or([
    treatedOverSixMonths(patient, ({ symptoms }) => is(symptoms, ['not_relieved'], 'judge')),
    treatedOverSixMonths(patient, ({ qualityOfLife }) => is(qualityOfLife, ['not_improved'], 'judge')),
  ])
}

function consented(patient: Case): Answer {
  const own = charted(patient, 'consent').filter(({ protocol }) => protocol === patient.protocol)
  const signed = ({ status }: Charted<'consent'>) =>
    status === 'not_yet' ? 'unknown' : is(status, ['signed'])
  return newest({ about: 'consent' }, own, patient, signed) ?? 'unknown'
}

function liverMalignancyInPersonOrFamily(patient: Case): Answer {
  return or([
    occurred('liver_malignancy', ever(patient), patient, ({ certainty }) =>
      certainty === 'suspected' ? 'unknown' : is(certainty, ['confirmed']),
    ),
    occurred('family_liver_malignancy', ever(patient), patient, ({ line, generationsApart }) =>
      and([is(line, ['lineal']), is(generationsApart, [0, 1, 2])]),
    ),
  ])
}

/** One has hypersplenism once: where the present one is charted, no other need be denied. */
function hypersplenismForSplenectomy(patient: Case): Answer {
  const forSplenectomy = ({ needsSplenectomy }: Charted<'hypersplenism'>) =>
    is(needsSplenectomy, ['yes'], 'judge')
  return occurred('hypersplenism', now(patient), patient, forSplenectomy, () =>
    charted(patient, 'hypersplenism').some(
      state =>
        happenedIn(now(patient), state) === 'yes' &&
        !askedInVain({ about: 'hypersplenism' }, patient).some(on => on >= state.entered && on <= patient.on),
    ),
  )
}

function pregnantOrLactating(patient: Case): Answer {
  const { sex } = patient.chart.candidate
  const question = { about: 'pregnancy_test' } as const
  const tests = charted(patient, 'pregnancy_test')
  const pregnant = newest(question, tests, patient, ({ result }) => is(result, ['positive']))
  const lactating = occurred('lactation', now(patient), patient, undefined, () =>
    doesNotArise({ about: 'lactation' }, patient),
  )
  return and([
    is(sex === 'unknown' ? undefined : sex, ['female']),
    or([pregnant ?? (doesNotArise(question, patient) ? 'no' : 'unknown'), lactating]),
  ])
}

function judgedInappropriate(patient: Case): Answer {
  const own = charted(patient, 'judgement').filter(
    ({ protocol, question }) => protocol === patient.protocol && question === 'inappropriate-to-participate',
  )
  return newest({ about: 'judgement' }, own, patient, ({ answer }) => is(answer, ['yes'])) ?? 'judge'
}

/** By criterion id; for every one, what its condition answers. */
export const plainCriteria: Readonly<Record<string, (patient: Case) => Answer>> = {
  i1: agedTwentyToSixty,
  i2: decompensatedForFiveYears,
  i3: withoutTransplant,
  i4: notBleeding,
  i5: patient => opposite(occurred('hepatic_encephalopathy', now(patient), patient)),
  i6: treatedInVain,
  i7: consented,
  e1: patient => opposite(agedTwentyToSixty(patient)),
  e2: patient => occurred('other_cause_of_cirrhosis', ever(patient), patient),
  e3: liverMalignancyInPersonOrFamily,
  e4: hypersplenismForSplenectomy,
  e5: patient => occurred('other_tumour', ever(patient), patient, ({ malignant }) => is(malignant, ['yes'])),
  e6: prolongedOverThreeSeconds,
  e7: patient => occurred('albumin_infusion', lately(21, patient), patient),
  e8: patient =>
    occurred('upper_gi_bleeding', lately(28, patient), patient, ({ clinicallySignificant }) =>
      is(clinicallySignificant, ['yes'], 'judge'),
    ),
  e9: patient => occurred('spontaneous_peritonitis', now(patient), patient),
  e10: patient => occurred('infection', now(patient), patient),
  e11: pregnantOrLactating,
  e12: judgedInappropriate,
}

/** What a criterion says: inclusions want yes, exclusions no. */
export function plainOutcome(id: string, patient: Case): string {
  const answer = plainCriteria[id]?.(patient) ?? 'unknown'
  if (answer === 'judge') return 'needs_judgement'
  if (answer === 'unknown') return answer
  return (answer === 'yes') === id.startsWith('i') ? 'satisfied' : 'violated'
}
