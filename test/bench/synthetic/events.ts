import { dateOf } from '#shared/core/civil-date.ts'
import { charted, episode } from './dates.ts'
import type { Draw } from './draw.ts'
import type { Draft } from './history.ts'

/** Bleeding, infusions, infections and the like, gathered around the edges of the protocol's windows. */
export function eventsOf(draw: Draw, visit: number): Draft[] {
  const recent = () => visit - draw.pick([draw.whole(0, 45), draw.whole(19, 30), draw.whole(0, 400)])
  const ended = (): [number, number | 'ongoing'] => {
    const first = recent()
    return [first, draw.chance(0.2) ? 'ongoing' : Math.min(visit, first + draw.whole(0, 12))]
  }
  const possible: Draft[] = [
    { kind: 'albumin_infusion', on: charted(draw, recent()), grams: '10' },
    { kind: 'albumin_infusion', on: charted(draw, recent()), grams: '20' },
    {
      kind: 'upper_gi_bleeding',
      ...episode(draw, ...ended()),
      ...(draw.chance(0.8) && { clinicallySignificant: draw.pick(['yes', 'no']) }),
    },
    { kind: 'active_bleeding', ...episode(draw, ...ended()), site: 'nose' },
    {
      kind: 'hepatic_encephalopathy',
      ...episode(draw, ...ended()),
      westHaven: draw.pick(['minimal', 'grade_1', 'grade_2', 'ungraded']),
    },
    { kind: 'spontaneous_peritonitis', ...episode(draw, ...ended()) },
    {
      kind: 'infection',
      ...episode(draw, ...ended()),
      type: draw.pick(['viral', 'bacterial', 'fungal', 'unidentified']),
    },
    { kind: 'lactation', ...episode(draw, ...ended()) },
  ]
  return possible.filter(({ kind }) => draw.chance(kind === 'albumin_infusion' ? 0.25 : 0.1))
}

const asked = [
  'other_cause_of_cirrhosis',
  'liver_malignancy',
  'family_liver_malignancy',
  'other_tumour',
  'hypersplenism',
  'serious_bleeding_tendency',
  'active_bleeding',
  'hepatic_encephalopathy',
  'spontaneous_peritonitis',
  'infection',
  'albumin_infusion',
  'upper_gi_bleeding',
  'lactation',
] as const

const infections = ['viral', 'bacterial', 'fungal', 'unidentified'] as const

/** Negative findings: most cover what is asked for, some begin late, end early, or ask about some types only. */
export function negativesOf(draw: Draw, visit: number): Draft[] {
  return asked.flatMap(about => {
    const parts: Draft[] = [negative(draw, visit, about)]
    if (draw.chance(0.1)) parts.push(negative(draw, visit, about))
    return parts
  })
}

function negative(draw: Draw, visit: number, about: string): Draft {
  const from = draw.chance(0.6)
    ? {}
    : { from: charted(draw, visit - draw.pick([28, 21, draw.whole(10, 60), 20_000])).slice(0, 10) }
  const to = draw.chance(0.85) ? visit : visit - draw.whole(1, 8)
  const types =
    about === 'infection' && draw.chance(0.2)
      ? { types: infections.filter((_, index) => index === 0 || draw.chance(0.6)) }
      : {}
  return {
    kind: 'negative_finding',
    about,
    ...from,
    to: draw.chance(0.03) ? dateOf(to).slice(0, 7) : dateOf(to),
    ...types,
    askedOf: ['patient', 'record'],
  }
}

/** Questions that were asked and could not be answered; now and then after, now and then before a known answer. */
export function askedInVainOf(draw: Draw, visit: number): Draft[] {
  const questions = [
    { about: 'albumin_infusion' },
    { about: 'infection' },
    { about: 'upper_gi_bleeding' },
    { about: 'transplant_assessment' },
    { about: 'conservative_treatment' },
    { about: 'cirrhosis' },
    { about: 'laboratory', analyte: 'prothrombin_time' },
  ]
  return questions
    .filter(() => draw.chance(0.04))
    .map(question => notKnown(question, visit - draw.whole(0, 40), 'unknown'))
}

function notKnown(question: { about: string; analyte?: string }, day: number, state: string): Draft {
  const ground = state === 'unknown' ? 'declined to say' : 'menopause'
  return { kind: 'not_known', ...question, on: dateOf(day), state, ground }
}

/** Pregnancy: a test, or "does not arise" with its ground. Sometimes both, sometimes asked and not to be had. */
export function pregnancyOf(draw: Draw, visit: number): Draft[] {
  const test: Draft = {
    kind: 'pregnancy_test',
    on: charted(draw, visit - draw.whole(0, 20)),
    result: draw.chance(0.9) ? 'negative' : 'positive',
  }
  if (draw.chance(0.5)) return [test]
  const about = ['pregnancy_test', 'lactation']
  const state = draw.chance(0.8) ? 'not_applicable' : 'unknown'
  return [
    ...about.map(topic => notKnown({ about: topic }, visit - draw.whole(0, 10), state)),
    ...(draw.chance(0.1) ? [test] : []),
  ]
}
