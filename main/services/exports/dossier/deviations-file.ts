import { type Cell, csvText } from '#main/interchange/csv.ts'
import type { ExportFile } from '#main/interchange/export-file.ts'
import type { QueryContext } from '#main/services/context.ts'
import { seenDeviations } from '#main/services/documents/deviation-list.ts'
import { listUsers } from '#main/store/user-repository.ts'
import type { Deviation } from '#shared/core/schedule/deviation.ts'
import type { Scope } from '../scope.ts'

const HEADS = [
  'screening number 筛选号',
  'protocol 方案',
  'date 日期',
  'kind 类别',
  'deviation (English)',
  '偏离内容（中文）',
  'class 分级',
  'reason 原因',
  'action 处理措施',
  'told 报告对象',
  'assessed by 评估者',
  'assessed at 评估时间',
]

/** Every deviation in the scope, seen in the record or added, with what the site says of it. */
export function deviationsFile({ request, patients }: Scope, context: QueryContext): ExportFile {
  const names = new Map<string, string>(listUsers(context.db).map(({ id, fullName }) => [id, fullName]))
  const wanted = new Set(patients.map(({ id }) => id))
  const deviations = seenDeviations({ patientId: null, protocolId: request.protocolId }, context)
    .filter(({ patientId }) => wanted.has(patientId))
    .sort((a, b) => compare(a.screeningNumber, b.screeningNumber) || compare(a.on, b.on))
  const rows = deviations.map(deviation => rowOf(deviation, names))
  return { path: 'deviations.csv', mediaType: 'text/csv', chunks: [csvText([HEADS, ...rows])] }
}

function rowOf(
  { screeningNumber, protocol, on, kind, text, note }: Deviation,
  names: ReadonlyMap<string, string>,
): Cell[] {
  const told = note?.told.map(one => `${one.who} ${one.on}`).join('; ') ?? null
  return [
    ...[screeningNumber, protocol, on, kind, text.en, text['zh-CN']],
    ...[note?.class ?? null, note?.reason ?? null, note?.action ?? null, told],
    ...(note === null ? [null, null] : [names.get(note.author) ?? note.author, note.enteredAt]),
  ]
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
