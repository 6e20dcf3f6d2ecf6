import type { Verdict } from '#shared/core/eligibility/verdict.ts'
import { type LocalizedText, text } from '#shared/core/text.ts'

/** What an eligibility assessment says around what was decided. */
export const eligibilityWords = {
  title: text('Eligibility assessment', '入选资格评估'),
  decidedFor: text('Decided for registration on', '判定所依登记日'),
  decidedOn: text('Day of the decision', '判定日期'),
  lastEntry: text('Last entry in the chart', '病历最后录入日'),
  covers: text('Covers registration, enrolment and first dose', '涵盖登记、入组与首次给药'),
  coversNothing: text('A screen failure covers no days of registration.', '筛选失败不涵盖任何登记日。'),
  bothIncluded: text('both days included', '含首尾两日'),
  openEnd: text('open', '不限'),
  failing: text('Criteria not met', '未满足的标准'),
  open: text('Criteria not settled', '未定的标准'),
  criteria: text('Criteria', '入排标准'),
  inclusion: text('Inclusion', '入选标准'),
  exclusion: text('Exclusion', '排除标准'),
  number: text('No.', '编号'),
  criterion: text('Criterion and words of its source', '标准及来源原文'),
  answer: text('Answer', '结论'),
  grounds: text('Explanation, evidence, reading, judgement', '说明、依据、解读、判断'),
  reading: text('Readings', '解读'),
  judgement: text('Investigator’s judgement', '研究者判断'),
  assumed: text('Assumes that negative findings are renewed.', '假定否认记录届时已更新。'),
  missing: text('Missing', '缺少'),
  entered: text('entered', '录入于'),
  intervals: text('Days of eligibility', '符合入选条件的日期'),
  intervalsNone: text(
    'On no day is the candidate eligible, given what was charted.',
    '就已记录的资料而言，受试者在任何日期均不符合入选条件。',
  ),
  opens: text('What is so before it', '此前的情况'),
  closes: text('What is so after it', '此后的情况'),
  verdict: text('Verdict', '结论'),
  projectedFrom: text('projected from', '推算始于'),
  conflicts: text('Findings beside the criteria', '标准之外的发现'),
  facts: text('Facts that the decision rests on', '判定所依据的事实'),
  factsNote: text(
    'Values as printed on their reports. The time of the event and the time of entry are both given; Δ marks what was changed after first entry.',
    '数值按报告原样列出。事件时间与录入时间分别列出；Δ 标示首次录入后有更改者。',
  ),
  factsNone: text('The decision rests on no charted fact.', '判定未依据任何已记录的事实。'),
  when: text('When it was', '事件时间'),
  upTo: text('up to', '截至'),
  fact: text('What was charted', '记录内容'),
  source: text('Source', '来源'),
  enteredAt: text('Entered', '录入'),
  changes: text('Changes after first entry', '首次录入后的更改'),
  changesNone: text(
    'None of these facts was changed after its first entry.',
    '上述事实自首次录入后均未更改。',
  ),
  oldValue: text('Old value', '原值'),
  newValue: text('New value', '新值'),
  changedBy: text('Changed by, when', '更改者与时间'),
  why: text('Reason for the change', '更改理由'),
  removed: text('removed', '已撤除'),
  wholeFact: text('whole record', '整条记录'),
  readings: text('Readings chosen by the site', '本中心选定的解读'),
  readingsUnder: text(
    'Where the text of the protocol leaves something open. Approved with the signature',
    '方案原文未明确之处的解读。批准签名',
  ),
  question: text('Question and words of the source', '问题及来源原文'),
  choice: text('Chosen reading', '选定的解读'),
  range: text('reference range', '参考范围'),
  laboratory: text('laboratory', '实验室'),
} as const satisfies Readonly<Record<string, LocalizedText>>

/** The decision in large letters. */
export const headlines: Readonly<Record<Verdict, LocalizedText>> = {
  eligible: text('Eligible', '符合入选条件'),
  ineligible: text('Not eligible', '不符合入选条件'),
  undetermined: text('Not determined', '尚不能判定'),
}

/** The same as a short answer in a table. */
export const verdictNames: Readonly<Record<Verdict, LocalizedText>> = {
  eligible: text('eligible', '符合'),
  ineligible: text('not eligible', '不符合'),
  undetermined: text('not determined', '未定'),
}

/** How long after the event something was entered. */
export function daysLater(days: number): LocalizedText {
  return text(`${days} day${days === 1 ? '' : 's'} after`, `事后 ${days} 天`)
}

export const sourceNames = {
  typed: text('typed', '手工录入'),
  report: text('report', '报告'),
  device: text('device', '设备'),
  file: text('file', '文件'),
} as const satisfies Readonly<Record<string, LocalizedText>>
