import type { Verdict } from '#shared/core/eligibility/verdict.ts'
import { type LocalizedText, text } from '#shared/core/text.ts'

/** What the command line itself says in an answer; everything clinical comes from the core. */
export const words = {
  training: text(
    'TRAINING DATA: invented, describes no real person',
    '培训数据：内容均为虚构，不涉及任何真实人物',
  ),
  trainingMark: text('TRAINING DATA', '培训数据'),
  candidate: text('Candidate', '受试者'),
  ifRegisteredOn: text('if registered on', '假定登记日期'),
  projected: text(
    'projected: after the last entry; assumes that nothing new happens and negative findings are renewed',
    '推算：晚于最后录入日，假定无新情况发生且否认记录届时已更新',
  ),
  projectedFrom: text('projected from', '推算起始日'),
  eligible: text('eligible', '符合期'),
  bothIncluded: text('both days included', '含首尾两日'),
  until: text('until', '至'),
  startingOn: text('from', '自'),
  evidence: text('evidence: ', '依据：'),
  missing: text('missing: ', '缺少：'),
  readings: text('Readings used', '所用解读'),
  notChosen: text('not chosen (see lobule protocols): ', '未选择（见 lobule protocols）：'),
  conflicts: text('Conflicts', '冲突'),
  toFindOut: text('To find out first', '优先补充'),
  settles: text('settles', '可决定'),
  concerns: text('concerns', '涉及'),
  sameConcept: text('Side by side', '两方案对照'),
  siteCriteria: text("site's criteria, version", '本中心入排标准，版本'),
} as const satisfies Readonly<Record<string, LocalizedText>>

/** What a verdict is called. */
export const verdictNames: Readonly<Record<Verdict, LocalizedText>> = {
  eligible: text('ELIGIBLE', '符合'),
  ineligible: text('INELIGIBLE', '不符合'),
  undetermined: text('UNDETERMINED', '未定'),
}

/** An eligible answer about a day after the last entry: what would be, not what is. */
export const projectedEligible = text('WOULD BE ELIGIBLE', '推算符合')
