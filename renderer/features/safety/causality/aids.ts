import { NARANJO_ANSWERS, type NaranjoAnswers } from '#shared/core/adverse-events/naranjo-answers.ts'
import type { Rucam } from '#shared/core/adverse-events/rucam-choices.ts'
import { WhoUmcAnswers, WhoUmcCategory } from '#shared/core/adverse-events/who-umc.ts'
import { safety } from '#shared/core/facts/safety.ts'
import type { Values } from '../../chart/form/typed-values.ts'
import { AIDS, type Judgement, NOT_APPLICABLE, RUCAM_ITEMS, WHO_UMC_ANSWERS } from './judgement-values.ts'

/** Points as a scale prints them: `+2`, `0`, `−1`. */
export function signed(points: number): string {
  if (points === 0) return '0'
  return points > 0 ? `+${points}` : `−${-points}`
}

/** The ten answers as typed; undefined while one is open. */
export function naranjoIn(values: Values): NaranjoAnswers | undefined {
  const answers = AIDS.naranjo.flatMap(name => NARANJO_ANSWERS.find(one => one === values[name]) ?? [])
  return answers.length === AIDS.naranjo.length ? answers : undefined
}

/** Category and answers as typed; undefined while one of them is open. */
export function whoUmcIn(values: Values): Judgement['whoUmc'] | undefined {
  const category = WhoUmcCategory.safeParse(values['whoUmc.category']).data
  const typed = WHO_UMC_ANSWERS.map(name => [name, values[`whoUmc.answers.${name}`]])
  const answers = WhoUmcAnswers.safeParse(Object.fromEntries(typed)).data
  return category && answers && { category, answers }
}

/** The items as typed; undefined while one is open. */
export function rucamIn(values: Values): Rucam | undefined {
  const typed = RUCAM_ITEMS.map(item => [item, values[`rucam.items.${item}`] ?? ''] as const)
  if (typed.some(([, points]) => points === '')) return undefined
  const items: Readonly<Record<string, number | null>> = Object.fromEntries(
    typed.map(([item, points]) => [item, points === NOT_APPLICABLE ? null : Number(points)]),
  )
  return safety.causality.shape.rucam.safeParse({ injury: values['rucam.injury'], items }).data
}
