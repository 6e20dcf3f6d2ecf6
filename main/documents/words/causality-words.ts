import { type LocalizedText, text } from '#shared/core/text.ts'

/** What the report of an adverse event says around its judgement. */
export const causalityWords = {
  title: text('Adverse event report', '不良事件报告'),
  reportedOn: text('Day of the report', '报告日期'),
  safetyVersion: text('Site’s safety rules', '本中心安全性规则'),
  noSafety: text('none entered', '未录入'),
  judgement: text('Judgement of causality', '因果关系判定'),
  judgedBy: text('Judged by', '判定者'),
  judgedOn: text('Day of the judgement', '判定日期'),
  product: text('Product under study', '研究产品'),
  procedure: text('Procedure of administration', '给药操作'),
  disease: text('Underlying disease', '基础疾病'),
  category: text('WHO-UMC category', 'WHO-UMC 分类'),
  ground: text('Ground', '理由'),
  doseLimiting: text('Dose-limiting by the site’s definition', '剂量限制性毒性（本中心定义）'),
  criterion: text('Criterion', '标准'),
  answer: text('Answer', '回答'),
  asks: text('The category chosen asks for', '所选分类的要求'),
  unverifiedAll: text(
    'That all points should be reasonably complied with was not verified against the original.',
    '“各项均应合理符合”一说未与原始文献核实。',
  ),
  aids: text('Aids beside the judgement', '判定的辅助工具'),
  aidsNote: text(
    'An aid decides nothing: what is signed is the investigator’s own judgement. Where they differ, both stand.',
    '辅助工具不作结论：签署的是研究者本人的判定。二者不一致时并列保留。',
  ),
  naranjo: text('Naranjo scale', 'Naranjo 评分'),
  noNaranjo: text('Not filled in.', '未填写。'),
  question: text('Question', '问题'),
  points: text('Points', '得分'),
  total: text('Total', '总分'),
  rucam: text('Updated RUCAM (2016)', '更新版 RUCAM（2016）'),
  noRucam: text('Not filled in: for liver injury only.', '未填写：仅用于肝损伤。'),
  injury: text('Type of injury', '损伤类型'),
  item: text('Item', '项目'),
  scored: text('Scored for', '评分依据'),
  unverified: text(
    '[U]: not verified against the original; scored by the clinician.',
    '[U]：未与原始文献核实，由临床医师评定。',
  ),
  source: text('Source', '来源'),
  weakForLiver: text('Weak for liver injury [U].', '用于肝损伤时可靠性较低 [U]。'),
  disagreements: text('Where aids and judgement differ', '辅助工具与判定不一致之处'),
  agree: text('No difference is seen.', '未见不一致。'),
  liver: text('Liver tests around onset', '发生前后的肝脏检验'),
  noLiver: text('No liver test of these days is charted.', '此期间无肝脏检验记录。'),
  window: text('Days looked at', '所查日期'),
  r: text('R on the day of the highest ALT', 'ALT 最高当日的 R 值'),
  edish: text('Position in eDISH (multiples of the upper limit)', 'eDISH 位置（参考上限倍数）'),
  mdish: text('Multiples of the patient’s own baseline', '自身基线倍数'),
  notComputable: text('cannot be computed', '无法计算'),
  bilirubin: text('total bilirubin', '总胆红素'),
  liverNote: text('A laboratory signal is no diagnosis.', '实验室信号不等于诊断。'),
  questions: text('Questions about the record', '对记录的疑问'),
  noQuestions: text('None: the record fits together.', '无：记录前后一致。'),
  kept: text('Reason for leaving it so', '保留现状的理由'),
  open: text('not answered', '未答复'),
  facts: text('Facts that the judgement rests on', '判定所依据的事实'),
} as const satisfies Readonly<Record<string, LocalizedText>>

/** Quadrants of eDISH. */
export const quadrantNames = {
  possible_hys_law: text('possible Hy’s law', '可能符合海氏法则'),
  temples_corollary: text('Temple’s corollary', 'Temple 推论区'),
  hyperbilirubinemia: text('hyperbilirubinaemia', '高胆红素血症'),
  normal_or_near_normal: text('normal or near normal', '正常或接近正常'),
} as const satisfies Readonly<Record<string, LocalizedText>>

/** Types of liver injury for which RUCAM has a form. */
export const injuryNames = {
  hepatocellular: text('hepatocellular', '肝细胞损伤型'),
  cholestatic_or_mixed: text('cholestatic or mixed', '胆汁淤积型或混合型'),
} as const satisfies Readonly<Record<string, LocalizedText>>
