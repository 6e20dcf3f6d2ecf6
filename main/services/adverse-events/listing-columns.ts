import type { Cell } from '#main/interchange/csv.ts'
import type { ListedEvent } from '#shared/core/adverse-events/listed-event.ts'
import { type LocalizedText, text } from '#shared/core/text.ts'

/** One column of the listing: what it is called in both languages, and what stands in it. */
interface Column {
  readonly title: LocalizedText
  readonly cell: (event: ListedEvent) => Cell
}

const column = (en: string, zh: string, cell: Column['cell']): Column => ({ title: text(en, zh), cell })

/** Whom it happened to and what it was. */
const identity: readonly Column[] = [
  column('Screening number', '筛选号', one => one.screeningNumber),
  column('Subject number', '受试者编号', one => one.subjectNumber),
  column('Protocol', '方案', one => one.protocol),
  column('Cohort', '队列', one => one.cohort),
  column('Reported term', '报告术语', one => one.content.term),
  column('CTCAE term', 'CTCAE术语', one => one.content.ctcae ?? null),
  column('System organ class', '系统器官分类', one => one.organClass),
  column('MedDRA code', 'MedDRA编码', one => one.content.meddra?.code ?? null),
  column('MedDRA term', 'MedDRA术语', one => one.content.meddra?.term ?? null),
]

/** When, and how bad. */
const course: readonly Column[] = [
  column('Onset', '发生时间', one => one.content.from ?? null),
  column('End', '结束时间', one => one.content.to ?? null),
  column('Study day', '研究日', one => one.studyDay),
  column('Last dose', '末次给药', one => one.sinceDose?.number ?? null),
  column('Days since it', '距末次给药天数', one => one.sinceDose?.days ?? null),
  column('Emergence', '出现时间', one => one.emergence),
  column('Worst grade', '最高分级', one => one.worst),
  column('Current grade', '当前分级', one => one.current),
  column('Grades', '分级经过', one =>
    joined(one.content.grades.map(({ grade, from }) => `${grade} (${from})`)),
  ),
  column('Infusion reaction', '输注反应', one => one.content.infusionReaction ?? null),
  column('Complication', '并发症', one => one.content.complication ?? null),
  column('Outcome', '转归', one => one.content.outcome ?? null),
  column('Action taken', '对研究治疗采取的措施', one => one.content.action ?? null),
]

/** How it was judged and reported. */
const judgement: readonly Column[] = [
  column('Serious', '严重', one => one.content.serious ?? null),
  column('Seriousness criteria', '严重性标准', one => joined(one.content.criteria ?? [])),
  column('Expectedness', '预期性', one => one.content.expectedness?.answer ?? null),
  column('Reference', '参考安全性信息', one => one.content.expectedness?.reference ?? null),
  column('Related to product', '与产品的关系', one => one.causality?.content.product ?? null),
  column('Related to procedure', '与操作的关系', one => one.causality?.content.procedure ?? null),
  column('Related to disease', '与疾病的关系', one => one.causality?.content.disease ?? null),
  column('WHO-UMC', 'WHO-UMC', one => one.causality?.content.whoUmc.category ?? null),
  column('Dose-limiting', '剂量限制性', one => one.causality?.content.doseLimiting ?? null),
  column('Judged on', '判定时间', one => one.causality?.on ?? null),
  column('Signature', '签名', one => one.signature?.status ?? null),
  column('Aware', '获知时间', one => one.content.aware?.at ?? null),
  column('Reported to sponsor', '向申办方报告时间', one => sponsorClock(one)?.metAt ?? null),
  column('Deadline', '报告时限', one => sponsorClock(one)?.state ?? null),
  column('First charted', '首次录入', one => one.firstEnteredAt),
]

/** What the listing says of each event. No narrative, no names and no initials; there is no allocation to leave out (trust.md K1). */
export const listingColumns: readonly Column[] = [...identity, ...course, ...judgement]

function sponsorClock({ clocks }: ListedEvent) {
  return clocks.find(({ kind }) => kind === 'sponsor')
}

function joined(parts: readonly string[]): string | null {
  return parts.length === 0 ? null : parts.join('; ')
}
