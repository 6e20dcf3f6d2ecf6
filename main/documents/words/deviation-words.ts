import type { DeviationClass, DeviationKind } from '#shared/core/schedule/deviation.ts'
import { type LocalizedText, text } from '#shared/core/text.ts'

export const deviationWords = {
  title: text('Protocol deviations', '方案偏离清单'),
  on: text('As of', '截至'),
  about: text('Of', '范围'),
  everybody: text('all patients of the site', '本中心全部受试者'),
  everyProtocol: text('all protocols', '全部方案'),
  count: text('Deviations', '偏离例次'),
  unclassed: text('Not assessed yet', '尚未评估'),
  list: text('Deviations', '偏离'),
  none: text(
    'None: no deviation is recorded or seen in what is charted.',
    '无：现有记录中未见方案偏离，亦无人录入。',
  ),
  note: text(
    'Lobule lists what the record shows and what people added; how a deviation is classed is the site’s decision.',
    '本清单列出由记录可见及由人员录入的偏离；偏离的分级由本中心决定。',
  ),
  number: text('No.', '序号'),
  patient: text('Patient', '受试者'),
  date: text('Date', '日期'),
  what: text('What', '偏离内容'),
  class: text('Class', '分级'),
  reason: text('Reason', '原因'),
  action: text('Action', '处理措施'),
  told: text('Told', '报告对象及日期'),
  entered: text('Entered by', '录入者'),
  notAssessed: text('not assessed', '未评估'),
  nobody: text('nobody', '未报告'),
} as const satisfies Readonly<Record<string, LocalizedText>>

export const deviationKindNames: Readonly<Record<DeviationKind, LocalizedText>> = {
  missed_visit: text('Missed visit', '访视缺失'),
  out_of_window_visit: text('Visit outside its window', '访视超窗'),
  assessment_not_done: text('Assessment not done', '检查未做'),
  step_without_gate: text('Step without consent or signature', '缺少知情同意或签名即实施'),
  dose_off_plan: text('Dose not as planned', '给药与计划不符'),
  late_entry: text('Late entry', '录入延迟'),
  other: text('Other', '其他'),
}

export const deviationClassNames: Readonly<Record<DeviationClass, LocalizedText>> = {
  important: text('important', '重要'),
  not_important: text('not important', '非重要'),
}
