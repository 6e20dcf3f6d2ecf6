import type { ListedEvent } from '#shared/core/adverse-events/listed-event.ts'
import { type LocalizedText, text } from '#shared/core/text.ts'

/** What a line listing of adverse events says. */
export const listingWords = {
  title: text('Listing of adverse events', '不良事件列表'),
  on: text('As of', '截至'),
  about: text('Of', '范围'),
  everybody: text('all patients of the site', '本中心全部受试者'),
  everyProtocol: text('all protocols', '全部方案'),
  filter: text('Filters', '筛选条件'),
  noFilter: text('none: every event is listed', '无：列出全部事件'),
  count: text('Events listed', '列出事件'),
  list: text('Events', '事件'),
  none: text('None lies within these bounds.', '此范围内无事件。'),
  note: text(
    'Blinded: no allocation is known to the site, and none stands here. Study day: the day of dose 1 is 1. Relations are those of the last judgement. Times by the clock of the place where they were charted.',
    '盲态：中心不知晓分组，本表亦不含分组信息。研究日以首次给药日为第1天。因果关系取末次判定。时间为记录地当地时间。',
  ),
  number: text('No.', '序号'),
  patient: text('Patient', '受试者'),
  event: text('Event', '事件'),
  onset: text('Onset – end', '发生–结束'),
  since: text('After dose', '给药后'),
  grade: text('Grade: worst, now', '分级：最高/当前'),
  seriousness: text('Serious', '严重性'),
  relation: text('Relation', '因果关系'),
  action: text('Action', '措施'),
  outcome: text('Outcome', '转归'),
  expected: text('Expected', '预期性'),
  reports: text('Reported', '报告'),
  product: text('product', '产品'),
  procedure: text('procedure', '操作'),
  disease: text('disease', '疾病'),
  notJudged: text('not judged', '未判定'),
  notSigned: text('not signed', '未签署'),
  cohort: text('cohort', '队列'),
  infusionReaction: text('infusion reaction', '输注反应'),
  emergence: text('Emergence', '出现时间'),
  atLeastGrade: text('Worst grade at least', '最高分级不低于'),
  organClass: text('System organ class', '系统器官分类'),
  onsetFrom: text('Onset from', '发生日期自'),
  onsetTo: text('Onset to', '发生日期至'),
  relationToProduct: text('Relation to the product', '与产品的关系'),
  notAnswered: text('not answered', '未回答'),
} as const satisfies Readonly<Record<string, LocalizedText>>

export const emergenceNames: Readonly<Record<ListedEvent['emergence'], LocalizedText>> = {
  treatment_emergent: text('treatment-emergent', '治疗期出现'),
  before_treatment: text('before treatment', '治疗前'),
  unknown: text('emergence not known', '出现时间未知'),
}
