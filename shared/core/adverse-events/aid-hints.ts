import { type LocalizedText, text } from '../text.ts'
import type { CausalityContext } from './context.ts'
import type { RucamInjury, RucamItem } from './rucam-choices.ts'

type SinceDose = CausalityContext['sinceDoses'][number]

/** Days from a further dose to onset that count as re-exposure of compatible time (PMC8508847, Table 6). */
const AFTER_FURTHER_DOSE: Readonly<Record<RucamInjury, number>> = {
  hepatocellular: 15,
  cholestatic_or_mixed: 90,
}

/** By RUCAM's own limits, which were not read in the original (formulas: unverified). */
const HEPATOCELLULAR_FROM = 5
const CHOLESTATIC_TO = 2

/** What the record tells about items of RUCAM, in words: nothing is filled in, the clinician scores. */
export function rucamHints(
  context: CausalityContext,
  injury: RucamInjury,
): Partial<Record<RucamItem, readonly LocalizedText[]>> {
  const { sinceDoses, medications } = context
  return {
    onset: latencies(sinceDoses).flatMap(({ number, days }) => latencyHint(number, days, injury)),
    concomitant: medications.map(({ text: { en, 'zh-CN': zh }, when, isAtOnset }) =>
      isAtOnset
        ? text(`may have been taken at onset: ${en}, ${when}`, `发病时可能在用：${zh}，${when}`)
        : text(`taken within 30 days before onset: ${en}, ${when}`, `发病前 30 天内用过：${zh}，${when}`),
    ),
    alternativeCauses: [
      text(
        'Chronic hepatitis B itself is one of the causes of group II.',
        '慢性乙型肝炎本身即属第二组病因。',
      ),
    ],
    rechallenge: laterDoses(sinceDoses),
  }
}

/** Which kind of injury R of the peak speaks for; undefined where the record tells no R. */
export function injuryHint({ liver }: CausalityContext): LocalizedText | undefined {
  const r = liver?.r
  if (r === undefined || r === null) return undefined
  const value = Math.round(r.value * 100) / 100
  const [en, zh] =
    r.value >= HEPATOCELLULAR_FROM
      ? ['hepatocellular', '肝细胞型']
      : r.value <= CHOLESTATIC_TO
        ? ['cholestatic', '胆汁淤积型']
        : ['mixed', '混合型']
  return text(
    `R ${value} on ${r.on}: ${en} (RUCAM: hepatocellular from 5, cholestatic up to 2; limits unverified)`,
    `R ${value}（${r.on}）：${zh}（RUCAM：≥5 为肝细胞型，≤2 为胆汁淤积型；界值未核实）`,
  )
}

/** What the record tells about questions of Naranjo, by their place in the list; the first is 0. */
export function naranjoHints({
  sinceDoses,
  dechallenge,
  earlier,
}: CausalityContext): Readonly<Record<number, readonly LocalizedText[]>> {
  return {
    1: sinceDoses.flatMap(({ number, days }) => (days === null ? [] : sequence(number, days))),
    2: dechallenge === null ? [] : [dechallenge],
    3: laterDoses(sinceDoses),
    4: earlier.map(({ text: { en, 'zh-CN': zh }, when }) =>
      text(`before the first dose: ${en}, ${when}`, `首次给药前：${zh}，${when}`),
    ),
  }
}

interface Latency extends SinceDose {
  readonly days: number
}

/** The doses that began on the day of onset or before it. */
function latencies(doses: readonly SinceDose[]): Latency[] {
  return doses.filter((dose): dose is Latency => dose.days !== null && dose.days >= 0 && !isAfter(dose))
}

function isAfter({ hours }: SinceDose): boolean {
  return hours !== null && hours < 0
}

function latencyHint(number: number, days: number, injury: RucamInjury): LocalizedText {
  const points = number === 1 ? firstPoints(days) : furtherPoints(days, AFTER_FURTHER_DOSE[injury])
  const [since] = sequence(number, days)
  const [en, zh] = [since?.en ?? '', since?.['zh-CN'] ?? '']
  if (points === undefined) {
    return text(`${en}: the table has no points for it`, `${zh}：评分表未列相应分值`)
  }
  return number === 1
    ? text(`${en}: the table gives +${points}`, `${zh}：评分表给 +${points} 分`)
    : text(`${en}, as re-exposure: the table gives +${points}`, `${zh}，按再暴露：评分表给 +${points} 分`)
}

/** Days of the first exposure that have most points, as `rucamChoices` words them (updated RUCAM 2016, item 1). */
const FIRST_FROM = 5
const FIRST_TO = 90

function firstPoints(days: number): number {
  return days >= FIRST_FROM && days <= FIRST_TO ? 2 : 1
}

/** On the day of a further dose itself the table gives none. */
function furtherPoints(days: number, last: number): number | undefined {
  if (days < 1) return undefined
  return days <= last ? 2 : 1
}

function sequence(number: number, days: number): LocalizedText[] {
  const dose = text(`dose ${number}`, `第 ${number} 次给药`)
  if (days < 0) {
    return [text(`${-days} days before ${dose.en}`, `${dose['zh-CN']}前 ${-days} 天`)]
  }
  if (days === 0) return [text(`on the day of ${dose.en}`, `${dose['zh-CN']}当天`)]
  const unit = days === 1 ? 'day' : 'days'
  return [text(`${days} ${unit} after ${dose.en}`, `${dose['zh-CN']}后 ${days} 天`)]
}

function laterDoses(doses: readonly SinceDose[]): LocalizedText[] {
  return doses
    .filter(dose => (dose.days ?? 0) < 0 || isAfter(dose))
    .map(({ number, from }) =>
      text(
        `dose ${number} was given after onset, on ${from.slice(0, 10)}`,
        `发病后于 ${from.slice(0, 10)} 给予第 ${number} 次给药`,
      ),
    )
}
