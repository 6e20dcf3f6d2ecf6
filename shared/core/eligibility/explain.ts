import { analytes } from '../analytes.ts'
import { type DayNumber, dateOf, type Period } from '../civil-date.ts'
import { attributeName, factNames, outcomeNames, valueName } from '../names.ts'
import type { Reading } from '../protocol/reading.ts'
import { assertNever, type LocalizedText } from '../text.ts'
import { phraseOf } from './describe.ts'
import type { Reason } from './finding.ts'
import {
  insideWords,
  opposite,
  periodWords,
  quantityWords,
  say,
  signs,
  spanWords,
  windowWords,
} from './phrases.ts'

/** Puts reasons into words, in both languages. */
export function explain(reasons: readonly Reason[], readings: readonly Reading[]): LocalizedText {
  if (reasons.length === 0) return say('not counted under the chosen reading', '按所选解读不计入')
  const parts = reasons.map(reason => explainReason(reason, readings))
  const [only] = parts
  if (only && parts.length === 1) return only
  return say(
    [...new Set(parts.map(part => part.en))].join('; '),
    [...new Set(parts.map(part => part['zh-CN']))].join('；'),
  )
}

function explainReason(reason: Reason, readings: readonly Reading[]): LocalizedText {
  switch (reason.code) {
    case 'age_reached':
    case 'age_not_reached':
    case 'age_uncertain':
    case 'birth_date_missing':
    case 'sex_unknown':
    case 'sex_is':
      return explainPerson(reason)
    case 'event_in_window':
    case 'event_uncertain':
    case 'event_needs_judgement':
    case 'event_excluded':
    case 'event_gap':
    case 'no_such_event':
    case 'event_does_not_match':
      return explainEvent(reason)
    case 'quantity':
    case 'quantity_uncertain':
    case 'result_too_old':
    case 'no_result':
      return explainResult(reason)
    case 'duration_reached':
    case 'duration_not_yet':
    case 'duration_too_short':
    case 'duration_uncertain':
      return explainDuration(reason)
    case 'asked_not_known':
    case 'not_applicable':
    case 'no_record':
    case 'latest':
    case 'latest_open':
    case 'record_too_old':
    case 'judged':
    case 'not_judged':
    case 'stray_judgement':
    case 'records_disagree':
    case 'anchor_unknown':
      return explainRecord(reason)
    case 'reading_not_chosen':
      return explainAlternatives(reason, readings)
    default:
      return assertNever(reason, 'reason')
  }
}

type ReasonOf<C extends Reason['code']> = Extract<Reason, { code: C }>

function explainPerson(
  reason: ReasonOf<
    'age_reached' | 'age_not_reached' | 'age_uncertain' | 'birth_date_missing' | 'sex_unknown' | 'sex_is'
  >,
): LocalizedText {
  switch (reason.code) {
    case 'age_reached':
    case 'age_not_reached': {
      const day = dateOf(reason.day)
      return reason.counted === 'birthday'
        ? say(`turns ${reason.years} on ${day}`, `${day} 满 ${reason.years} 周岁`)
        : say(`is past the ${reason.years}th birthday from ${day}`, `自 ${day} 起已过 ${reason.years} 岁生日`)
    }
    case 'age_uncertain':
      return say(
        `turns ${reason.years} between ${dateOf(reason.from)} and ${dateOf(reason.to)}: the day of birth is not charted`,
        `于 ${dateOf(reason.from)} 至 ${dateOf(reason.to)} 间满 ${reason.years} 周岁：出生日期未精确到日`,
      )
    case 'birth_date_missing':
      return say('the birth date is not charted', '未记录出生日期')
    case 'sex_unknown':
      return say('the sex is not known', '性别未知')
    case 'sex_is':
      return reason.sex === 'female' ? say('female', '女性') : say('male', '男性')
  }
}

function explainEvent(
  reason: ReasonOf<
    | 'event_in_window'
    | 'event_uncertain'
    | 'event_needs_judgement'
    | 'event_excluded'
    | 'event_gap'
    | 'no_such_event'
    | 'event_does_not_match'
  >,
): LocalizedText {
  const topic = factNames[reason.topic]
  switch (reason.code) {
    case 'event_in_window': {
      const { en, 'zh-CN': zh } = phraseOf(reason.fact)
      const inside = insideWords(reason.window)
      const until = reason.insideUntil === undefined ? undefined : dateOf(reason.insideUntil)
      return say(
        `${en} ${inside.en}${until ? `, until ${until}` : ''}`,
        `${zh}${inside['zh-CN']}${until ? `，至 ${until}` : ''}`,
      )
    }
    case 'event_uncertain': {
      const { en, 'zh-CN': zh } = phraseOf(reason.fact)
      const open = {
        time: say('its date is not known well enough', '其日期不够精确'),
        end: say('it is not charted whether and when it ended', '未记录是否及何时结束'),
        attribute: say('a needed detail is not charted', '缺少必要细节'),
        undecided: say('it is not decided yet', '尚未确定'),
      }[reason.open]
      return say(`${en}: ${open.en}`, `${zh}：${open['zh-CN']}`)
    }
    case 'event_needs_judgement': {
      const { en, 'zh-CN': zh } = phraseOf(reason.fact)
      const attribute = attributeName(reason.attribute)
      return say(`${en}: to be judged: ${attribute.en}`, `${zh}：待判断：${attribute['zh-CN']}`)
    }
    case 'event_excluded': {
      const window = windowWords(reason.window)
      return say(
        `no ${topic.en} ${window.en}, by negative finding`,
        `${window['zh-CN']}无${topic['zh-CN']}（有否认记录）`,
      )
    }
    case 'event_gap':
      return explainGap(reason)
    case 'no_such_event':
      return say(`no ${topic.en}, by negative finding`, `无${topic['zh-CN']}（有否认记录）`)
    case 'event_does_not_match': {
      const { en, 'zh-CN': zh } = phraseOf(reason.fact)
      return say(`${en} is not of the kind asked for`, `${zh}不符合所要求的情形`)
    }
  }
}

function explainGap({ topic, window, type, covered }: ReasonOf<'event_gap'>): LocalizedText {
  const name = factNames[topic]
  const words = windowWords(window)
  const kind = type === undefined ? undefined : valueName(type)
  const subject = say(
    kind ? `${name.en} (${kind.en})` : name.en,
    kind ? `${name['zh-CN']}(${kind['zh-CN']})` : name['zh-CN'],
  )
  if (covered.length === 0) {
    return say(
      `nobody has charted whether there was ${subject.en} ${words.en}`,
      `未记录${words['zh-CN']}有无${subject['zh-CN']}`,
    )
  }
  const spans = covered.map(spanWords)
  return say(
    `absence of ${subject.en} is charted ${spans.map(({ en }) => en).join(' and ')}, which does not cover all of: ${words.en}`,
    `${subject['zh-CN']}的否认记录${spans.map(span => span['zh-CN']).join('、')}，未覆盖全部时段：${words['zh-CN']}`,
  )
}

function explainResult(
  reason: ReasonOf<'quantity' | 'quantity_uncertain' | 'result_too_old' | 'no_result'>,
): LocalizedText {
  switch (reason.code) {
    case 'quantity': {
      const { en, 'zh-CN': zh } = phraseOf(reason.fact)
      const quantity = quantityWords(reason.quantity)
      const sign = signs[reason.holds ? reason.compare : opposite[reason.compare]]
      const limit = `${sign} ${reason.limit} ${reason.unit}`
      return say(
        `${quantity.en} ${reason.shown} ${reason.unit} (${limit}), from ${en}`,
        `${quantity['zh-CN']} ${reason.shown} ${reason.unit}（${limit}），据${zh}`,
      )
    }
    case 'quantity_uncertain': {
      const { en, 'zh-CN': zh } = phraseOf(reason.fact)
      const limit = `${signs[reason.compare]} ${reason.limit} ${reason.unit}`
      const open = {
        censored: say(`lies on both sides of ${limit}`, `无法判定是否 ${limit}`),
        control: say('the control value of its run is not charted', '未记录同批对照值'),
        upper_limit: say('the upper limit of its range is not charted', '未记录参考范围上限'),
        unit: say(`its unit cannot be compared with ${reason.unit}`, `其单位无法与 ${reason.unit} 比较`),
        time: say('its date is not known well enough', '其日期不够精确'),
      }[reason.open]
      return say(`${en}: ${open.en}`, `${zh}：${open['zh-CN']}`)
    }
    case 'result_too_old': {
      const { en, 'zh-CN': zh } = phraseOf(reason.fact)
      return tooOld(en, zh, reason.maximumAge, reason.goodUntil)
    }
    case 'no_result': {
      const { name, abbreviation } = analytes[reason.analyte]
      return say(`no result of ${abbreviation} by that day`, `截至该日无${name['zh-CN']}结果`)
    }
  }
}

function explainDuration(
  reason: ReasonOf<'duration_reached' | 'duration_not_yet' | 'duration_too_short' | 'duration_uncertain'>,
): LocalizedText {
  const { en, 'zh-CN': zh } = phraseOf(reason.fact)
  const period = periodWords(reason.period)
  switch (reason.code) {
    case 'duration_reached':
    case 'duration_not_yet':
      return say(
        `${en}: more than ${period.en} from ${dateOf(reason.day)}`,
        `${zh}：自 ${dateOf(reason.day)} 起超过 ${period['zh-CN']}`,
      )
    case 'duration_too_short':
      return say(`${en} lasted no more than ${period.en}`, `${zh}未超过 ${period['zh-CN']}`)
    case 'duration_uncertain':
      return say(
        `${en}: its dates do not settle whether it lasts more than ${period.en}`,
        `${zh}：日期不足以判定是否超过 ${period['zh-CN']}`,
      )
  }
}

function explainRecord(
  reason: ReasonOf<
    | 'asked_not_known'
    | 'not_applicable'
    | 'no_record'
    | 'latest'
    | 'latest_open'
    | 'record_too_old'
    | 'judged'
    | 'not_judged'
    | 'stray_judgement'
    | 'records_disagree'
    | 'anchor_unknown'
  >,
): LocalizedText {
  switch (reason.code) {
    case 'asked_not_known':
    case 'not_applicable':
    case 'judged': {
      return phraseOf(reason.fact)
    }
    case 'no_record':
      return say(`${factNames[reason.topic].en}: not charted`, `${factNames[reason.topic]['zh-CN']}：未记录`)
    case 'latest': {
      return phraseOf(reason.fact)
    }
    case 'latest_open': {
      const { en, 'zh-CN': zh } = phraseOf(reason.fact)
      const attribute = attributeName(reason.attribute)
      const open = {
        missing: say(`${attribute.en} is not charted`, `未记录${attribute['zh-CN']}`),
        undecided: say('not decided yet', '尚未决定'),
        judgement: say(`to be judged: ${attribute.en}`, `待判断：${attribute['zh-CN']}`),
        time: say('it is not certain which record is the latest', '无法确定哪条记录最新'),
      }[reason.open]
      return say(`${en}: ${open.en}`, `${zh}：${open['zh-CN']}`)
    }
    case 'record_too_old': {
      const { en, 'zh-CN': zh } = phraseOf(reason.fact)
      return tooOld(en, zh, reason.maximumAge, reason.goodUntil)
    }
    case 'not_judged':
      return say('the investigator has not judged this yet', '研究者尚未判断')
    case 'stray_judgement': {
      const { en, 'zh-CN': zh } = phraseOf(reason.fact)
      return say(
        `${en}: charted under a question that the protocol does not ask; correct the question`,
        `${zh}：所答问题并非本方案所问，请更正`,
      )
    }
    case 'records_disagree': {
      const { en, 'zh-CN': zh } = phraseOf(reason.fact)
      const topic = factNames[reason.topic]
      return say(
        `${en}: speaks against the absence of ${topic.en}; correct one of the two records`,
        `${zh}：与否认${topic['zh-CN']}的记录相矛盾，请更正其一`,
      )
    }
    case 'anchor_unknown':
      return reason.anchor === 'dose'
        ? say('the date of the dose is not known', '给药日期未知')
        : say('the date of the question is not given', '未给出评估日期')
  }
}

function tooOld(en: string, zh: string, maximumAge: Period, goodUntil: DayNumber): LocalizedText {
  const period = periodWords(maximumAge)
  return say(
    `${en} counted until ${dateOf(goodUntil)} (at most ${period.en} old)`,
    `${zh}仅计至 ${dateOf(goodUntil)}（不超过 ${period['zh-CN']}）`,
  )
}

/** "Reading not chosen: <question> <alternative>: satisfied; <alternative>: violated." */
function explainAlternatives(
  { alternatives }: ReasonOf<'reading_not_chosen'>,
  readings: readonly Reading[],
): LocalizedText {
  const asked = readings.filter(({ id }) => alternatives.some(({ reading }) => reading === id))
  const text = (language: keyof LocalizedText, [colon, comma, between]: readonly [string, string, string]) =>
    asked.map(reading => {
      const answers = alternatives.flatMap(open => {
        const label = reading.alternatives.find(
          ({ id }) => open.reading === reading.id && id === open.alternative,
        )?.label
        const outcomes = open.outcomes.map(outcome => outcomeNames[outcome][language]).join(comma)
        return label ? [`${label[language]}${colon}${outcomes}`] : []
      })
      return `${reading.question[language]} ${answers.join(between)}`
    })
  return say(
    `reading not chosen: ${text('en', [' – ', ' or ', '; ']).join(' | ')}`,
    `解读未选定：${text('zh-CN', ['：', '或', '；']).join('｜')}`,
  )
}
