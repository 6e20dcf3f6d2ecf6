import { analytes } from '../analytes.ts'
import type { MonthEnd, Period } from '../civil-date.ts'
import type { Comparison } from '../decimal.ts'
import { opposite, periodWords, say, signs } from '../eligibility/phrases.ts'
import { factNames } from '../names.ts'
import { assertNever, type LocalizedText } from '../text.ts'
import type { Condition, ConditionOf, MaximumAge, Quantity, Window } from './condition.ts'
import { clauseWords, selectorWords } from './selector-words.ts'
import { alternativesOf, casesOf, decided, distinct, footnote, list, type Telling } from './telling.ts'

/** Statements that a rule makes by itself: all but those that join, deny or choose between others. */
export type Atom = ConditionOf<Exclude<Condition['kind'], 'all' | 'any' | 'not' | 'by_reading'>>

interface Phrase {
  readonly statement: LocalizedText
  /** An undefined one depends on a reading that is not chosen. */
  readonly notes?: readonly (LocalizedText | undefined)[]
}

/** One statement, or its denial, with its notes in parentheses. What a reading leaves open is left out. */
export function atomWords(atom: Atom, denied: boolean, telling: Telling): LocalizedText {
  const { statement, notes = [] } = phraseOf(atom, denied, telling)
  const known = notes.filter(note => note !== undefined)
  if (known.length === 0) return statement
  const { en, 'zh-CN': zh } = list(known, ['; ', '；'])
  return say(`${statement.en} (${en})`, `${statement['zh-CN']}（${zh}）`)
}

function phraseOf(atom: Atom, denied: boolean, telling: Telling): Phrase {
  switch (atom.kind) {
    case 'age':
      return agePhrase(atom, denied, telling)
    case 'sex':
      return { statement: sexWords(atom, denied) }
    case 'quantity':
      return quantityPhrase(atom, denied, telling)
    case 'event':
      return eventPhrase(atom, denied, telling)
    case 'duration':
      return { statement: durationWords(atom, denied, telling) }
    case 'latest':
      return latestPhrase(atom, denied, telling)
    case 'attestation':
      return attestationPhrase(atom, denied)
    case 'never':
      return { statement: denied ? say('holds in any case', '恒成立') : say('left out of account', '不计入') }
    default:
      return assertNever(atom, 'condition')
  }
}

function agePhrase(
  { is, years, counted, monthEnd }: ConditionOf<'age'>,
  denied: boolean,
  telling: Telling,
): Phrase {
  footnote(
    'leapling',
    decided(monthEnd, telling, end =>
      end === 'last_day'
        ? say(
            'In common years a birthday on 29 February is 28 February',
            '2月29日出生者，平年以2月28日为生日',
          )
        : say('In common years a birthday on 29 February is 1 March', '2月29日出生者，平年以3月1日为生日'),
    ),
    telling,
  )
  if (is === 'at_least') {
    return {
      statement: denied
        ? say(`younger than ${years} years`, `未满 ${years} 周岁`)
        : say(`aged ${years} years or more`, `年满 ${years} 周岁`),
    }
  }
  const begins = decided(counted, telling, from =>
    from === 'completed_years'
      ? say(`that is from the ${ordinal(years + 1)} birthday`, `即自 ${years + 1} 周岁生日起`)
      : say(`that is from the day after the ${ordinal(years)} birthday`, `即自 ${years} 周岁生日次日起`),
  )
  const statement = denied
    ? say(`not older than ${years} years`, `年龄不大于 ${years} 岁`)
    : say(`older than ${years} years`, `年龄大于 ${years} 岁`)
  const older = denied && begins ? say(`older: ${begins.en}`, `大于：${begins['zh-CN']}`) : begins
  return { statement, notes: [older] }
}

function ordinal(count: number): string {
  const teen = count % 100 >= 11 && count % 100 <= 13
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th')
  return `${count}${ending}`
}

function sexWords({ is }: ConditionOf<'sex'>, denied: boolean): LocalizedText {
  const sex = is === 'female' ? say('female', '女性') : say('male', '男性')
  return denied ? say(`not ${sex.en}`, `非${sex['zh-CN']}`) : sex
}

function quantityPhrase(atom: ConditionOf<'quantity'>, denied: boolean, telling: Telling): Phrase {
  const counts = decided(atom.counts, telling, which => {
    switch (which) {
      case 'latest':
        return say('latest', '最近一次')
      case 'any':
        return denied ? say('no', '无任何一次') : say('any', '任何一次')
      case 'every':
        return denied ? say('not every', '并非每次') : say('every', '每次')
    }
  })
  const isTurned = denied && (counts === undefined || counts.en === 'latest')
  const compare = isTurned ? opposite[atom.compare] : atom.compare
  const { en, 'zh-CN': zh } = comparedWords(atom, compare, telling)
  return {
    statement: counts ? say(`${counts.en} ${en}`, `${counts['zh-CN']}${zh}`) : say(en, zh),
    notes: [ageLimit(atom.maximumAge, telling)],
  }
}

const comparisons: Readonly<Record<Comparison, LocalizedText>> = {
  lt: say('less than', '不足'),
  le: say('at most', '不超过'),
  ge: say('at least', '至少'),
  gt: say('more than', '超过'),
}

function comparedWords(
  { quantity, limit, unit }: { quantity: Quantity; limit: string; unit: string },
  compare: Comparison,
  telling: Telling,
): LocalizedText {
  if (quantity.kind === 'analyte') {
    const { name } = analytes[quantity.analyte]
    const sign = `${signs[compare]} ${limit} ${unit}`
    return say(`${name.en} ${sign}`, `${name['zh-CN']} ${sign}`)
  }
  const against =
    decided(quantity.against, telling, reference =>
      reference === 'control'
        ? say('the control value of its run', '同批对照值')
        : say('the upper limit of its reference range', '参考范围上限'),
    ) ?? say('its reference', '参照值')
  const { name } = analytes.prothrombin_time
  const by = comparisons[compare]
  return say(
    `${name.en} prolonged by ${by.en} ${limit} ${unit} against ${against.en}`,
    `${name['zh-CN']}较${against['zh-CN']}延长${by['zh-CN']} ${limit} ${unit}`,
  )
}

function ageLimit(
  maximumAge: ConditionOf<'latest'>['maximumAge'],
  telling: Telling,
): LocalizedText | undefined {
  return decided(maximumAge, telling, (limit: MaximumAge) => {
    if (limit === 'no_limit') return say('however long ago', '不限时间')
    const period = periodWords(limit)
    return say(`at most ${period.en} old`, `不超过 ${period['zh-CN']}`)
  })
}

function eventPhrase(atom: ConditionOf<'event'>, denied: boolean, telling: Telling): Phrase {
  const { en, 'zh-CN': zh } = selectorWords(atom.event, telling)
  const when = decided(atom.when, telling, windowWords)
  const has = when?.en === 'at any time' ? (denied ? '从无' : '曾有') : denied ? '无' : '有'
  const day = when?.en === 'at any time' ? '' : (when?.['zh-CN'] ?? '')
  return {
    statement: say(`${denied ? 'no ' : ''}${en}${when ? ` ${when.en}` : ''}`, `${day}${has}${zh}`),
    notes: [
      ...edgeNotes(atom.when, telling),
      ...(atom.onlyOne ? [say('a patient has one at a time', '同一时间仅有一种状态')] : []),
      notApplicableNote(atom.notApplicable, telling),
    ],
  }
}

const anchors = {
  registration: say('registration', '登记'),
  dose: say('the dose', '给药'),
  today: say('the question', '评估'),
}

function windowWords(window: Window): LocalizedText {
  const anchor = anchors[window.anchor ?? 'registration']
  if (window.kind === 'now') return say(`on the day of ${anchor.en}`, `${anchor['zh-CN']}当日`)
  if (window.kind === 'ever') return say('at any time', '任何时候')
  const period = periodWords(window.period)
  return say(`within ${period.en} before ${anchor.en}`, `${anchor['zh-CN']}前 ${period['zh-CN']}内`)
}

/** Whether the farthest day still counts: said for every window that has an edge. */
function edgeNotes(when: ConditionOf<'event'>['when'], telling: Telling): (LocalizedText | undefined)[] {
  const windows = casesOf(when, telling).filter(window => window.kind === 'within')
  return windows.map(({ period, farthestDay, monthEnd }) => {
    if (monthEnd !== undefined) monthEndFootnote(monthEnd, period, telling)
    const { en, 'zh-CN': zh } = periodWords(period)
    return decided(farthestDay, telling, edge =>
      edge === 'within'
        ? say(`the day exactly ${en} before still counts`, `恰满 ${zh}的那一天计入`)
        : say(`the day exactly ${en} before no longer counts`, `恰满 ${zh}的那一天不计入`),
    )
  })
}

function monthEndFootnote(
  monthEnd: ConditionOf<'duration'>['monthEnd'],
  { unit }: Period,
  telling: Telling,
): void {
  if (unit === 'day' || unit === 'week') return
  const words = (end: MonthEnd) =>
    end === 'last_day'
      ? say('Where the last month lacks the day, its last day counts', '末月无对应日期时，以该月最后一日计')
      : say(
          'Where the last month lacks the day, the first of the next counts',
          '末月无对应日期时，以次月第一日计',
        )
  footnote('month-end', decided(monthEnd, telling, words), telling)
}

function notApplicableNote(
  notApplicable: ConditionOf<'event'>['notApplicable'],
  telling: Telling,
): LocalizedText | undefined {
  if (notApplicable === undefined) return undefined
  return decided(notApplicable, telling, meaning =>
    meaning === 'absent'
      ? say('“not applicable” counts as absent', '“不适用”视为无')
      : say('“not applicable” leaves it unknown', '“不适用”仍视为未知'),
  )
}

function durationWords(atom: ConditionOf<'duration'>, denied: boolean, telling: Telling): LocalizedText {
  monthEndFootnote(atom.monthEnd, atom.moreThan, telling)
  const subjects = casesOf(atom.event, telling).map(selector => selectorWords(selector, telling))
  const { en, 'zh-CN': zh } = alternativesOf(distinct(subjects))
  const period = periodWords(atom.moreThan)
  const not = denied ? '未' : ''
  const lasts =
    atom.measured === 'start_to_end'
      ? say(`lasting more than ${period.en}`, `持续${not}超过 ${period['zh-CN']}`)
      : say(`begun more than ${period.en} before registration`, `自起始至登记${not}超过 ${period['zh-CN']}`)
  const counts = decided(atom.counts ?? 'any', telling, which =>
    which === 'latest' ? say('latest course of ', '最近一段') : say('', ''),
  )
  if (counts?.en) {
    return say(
      `${counts.en}${en} ${denied ? 'not ' : ''}${lasts.en}`,
      `${counts['zh-CN']}${zh}${lasts['zh-CN']}`,
    )
  }
  return say(`${denied ? 'no ' : ''}${en} ${lasts.en}`, `${zh}${lasts['zh-CN']}`)
}

function latestPhrase(atom: ConditionOf<'latest'>, denied: boolean, telling: Telling): Phrase {
  const { en, 'zh-CN': zh } = factNames[atom.of]
  const clauses = atom.where.map(clause => clauseWords(clause, telling))
  const where = list(clauses, [' and ', '且'])
  return {
    statement: denied
      ? say(`in the latest ${en} not: ${where.en}`, `最近一次${zh}中并非：${where['zh-CN']}`)
      : say(`in the latest ${en}, ${where.en}`, `最近一次${zh}中${where['zh-CN']}`),
    notes: [ageLimit(atom.maximumAge, telling), notApplicableNote(atom.notApplicable, telling)],
  }
}

function attestationPhrase({ informedBy }: ConditionOf<'attestation'>, denied: boolean): Phrase {
  const statement = denied
    ? say('the investigator judges that it is not so', '研究者判断：否')
    : say('the investigator judges that it is so', '研究者判断：是')
  if (informedBy.length === 0) return { statement }
  const names = informedBy.map(kind => factNames[kind])
  const shown = list(names, [', ', '、'])
  return { statement, notes: [say(`considering ${shown.en}`, `参考${shown['zh-CN']}`)] }
}
