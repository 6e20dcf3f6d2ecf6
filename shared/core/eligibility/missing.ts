import { analytes } from '../analytes.ts'
import { attributeName, factNames } from '../names.ts'
import type { Reading } from '../protocol/reading.ts'
import { assertNever, type LocalizedText } from '../text.ts'
import { type Missing, missingKey } from './missing-item.ts'
import { say } from './phrases.ts'
import type { MissingItem, RankedMissing, Screening } from './verdict.ts'

/** A missing item as an instruction: what to find out, enter or decide. */
export function describeMissing(item: Missing, readings: readonly Reading[]): MissingItem {
  return { key: missingKey(item), text: instruction(item, readings), ask: item }
}

function instruction(item: Missing, readings: readonly Reading[]): LocalizedText {
  switch (item.what) {
    case 'birth_date':
      return say('enter the full birth date', '录入完整出生日期')
    case 'sex':
      return say('enter the sex', '录入性别')
    case 'event_record':
      return say(
        `chart ${factNames[item.topic].en}, or its absence`,
        `记录${factNames[item.topic]['zh-CN']}或其否认记录`,
      )
    case 'negative_finding':
      return say(
        `ask about ${factNames[item.topic].en} and chart the answer for the whole period`,
        `询问${factNames[item.topic]['zh-CN']}并记录整个时段的结果`,
      )
    case 'exact_time':
      return say(
        `find the exact dates of ${factNames[item.topic].en}`,
        `核实${factNames[item.topic]['zh-CN']}的确切日期`,
      )
    case 'end':
      return say(
        `chart whether and when ${factNames[item.topic].en} ended`,
        `记录${factNames[item.topic]['zh-CN']}是否及何时结束`,
      )
    case 'attribute':
      return say(
        `${factNames[item.topic].en}: chart ${attributeName(item.attribute).en}`,
        `${factNames[item.topic]['zh-CN']}：记录${attributeName(item.attribute)['zh-CN']}`,
      )
    case 'attribute_judgement':
      return say(
        `${factNames[item.topic].en}: judge ${attributeName(item.attribute).en}`,
        `${factNames[item.topic]['zh-CN']}：判断${attributeName(item.attribute)['zh-CN']}`,
      )
    case 'record':
    case 'recent_record':
    case 'decision':
      return recordInstruction(item)
    case 'result':
    case 'recent_result':
    case 'exact_result':
    case 'result_time':
    case 'usable_unit':
    case 'control':
    case 'upper_limit':
      return resultInstruction(item)
    case 'judgement':
      return say("obtain the investigator's judgement", '待研究者判断')
    case 'contradiction':
      return say(
        `settle whether there was ${factNames[item.topic].en}: two records disagree`,
        `核实有无${factNames[item.topic]['zh-CN']}：两条记录相矛盾`,
      )
    case 'anchor':
      return item.anchor === 'dose'
        ? say('enter the date of the dose', '录入给药日期')
        : say('give the date of the question', '给出评估日期')
    case 'reading': {
      const reading = readings.find(({ id }) => id === item.reading)
      return say(
        `choose the reading: ${reading?.question.en ?? item.reading}`,
        `选择解读：${reading?.question['zh-CN'] ?? item.reading}`,
      )
    }
    case 'criteria':
      return say('enter the criteria from the approved protocol', '按批准的方案录入入排标准')
    default:
      return assertNever(item, 'missing item')
  }
}

function recordInstruction(
  item: Extract<Missing, { what: 'record' | 'recent_record' | 'decision' }>,
): LocalizedText {
  const { en, 'zh-CN': zh } = factNames[item.topic]
  const [forProtocol, ofProtocol] = item.protocol
    ? [` for ${item.protocol}`, `（${item.protocol}）`]
    : ['', '']
  switch (item.what) {
    case 'record':
      return say(`chart ${en}${forProtocol}`, `记录${zh}${ofProtocol}`)
    case 'recent_record':
      return say(`renew ${en}${forProtocol}: the last is too old`, `更新${zh}${ofProtocol}：已过期`)
    case 'decision':
      return say(`await the decision: ${en}${forProtocol}`, `待决定：${zh}${ofProtocol}`)
  }
}

function resultInstruction(item: Extract<Missing, { analyte: unknown }>): LocalizedText {
  const { name, abbreviation } = analytes[item.analyte]
  const zh = name['zh-CN']
  switch (item.what) {
    case 'result':
      return say(`enter a result of ${abbreviation}`, `录入${zh}结果`)
    case 'recent_result':
      return say(`repeat ${abbreviation}: the last result is too old`, `复查${zh}：结果已过期`)
    case 'exact_result':
      return say(`obtain a result of ${abbreviation} that is not cut off at a limit`, `获取未截断的${zh}结果`)
    case 'result_time':
      return say(`find the exact time of the results of ${abbreviation}`, `核实${zh}结果的确切时间`)
    case 'usable_unit':
      return say(`enter ${abbreviation} in a unit that can be compared`, `以可换算的单位录入${zh}`)
    case 'control':
      return say(`enter the control value of the run of ${abbreviation}`, `录入${zh}的同批对照值`)
    case 'upper_limit':
      return say(`enter the reference range printed with ${abbreviation}`, `录入报告所印${zh}参考范围`)
  }
}

/** A criterion of a candidate that is open, and all that it waits for. */
export interface Waiting {
  readonly criterion: string
  readonly missing: readonly MissingItem[]
}

/** What to find out first: the items that settle most criteria alone, then those that concern most. */
export function rankMissing(screenings: readonly Screening[]): RankedMissing[] {
  return rankWaiting(screenings.flatMap(waitingIn))
}

/** The same over criteria that were taken out of their screenings before. */
export function rankWaiting(waiting: readonly Waiting[]): RankedMissing[] {
  const ranked = new Map<string, { item: MissingItem; settles: number; criteria: string[] }>()
  for (const { criterion, missing } of waiting) {
    for (const item of missing) {
      const entry = ranked.get(item.key) ?? { item, settles: 0, criteria: [] }
      if (missing.length === 1) entry.settles += 1
      entry.criteria.push(criterion)
      ranked.set(item.key, entry)
    }
  }
  return [...ranked.values()]
    .map(({ item: { key, text, ask }, settles, criteria }) => ({
      ...{ key, text, ask, settles },
      concerns: criteria.length,
      criteria: [...new Set(criteria)],
    }))
    .sort((a, b) => b.settles - a.settles || b.concerns - a.concerns || (a.key < b.key ? -1 : 1))
}

/** What each criterion waits for; where a protocol has no criteria yet, all of it waits for them alone. */
export function waitingIn({ protocol, criteria, missing }: Screening): Waiting[] {
  const absent = missing.filter(({ key }) => key === missingKey({ what: 'criteria' }))
  if (absent.length > 0) return [{ criterion: protocol.id, missing: absent }]
  return criteria
    .filter(({ missing: open }) => open.length > 0)
    .map(({ label, missing: open }) => ({ criterion: `${protocol.id} ${label}`, missing: open }))
}
