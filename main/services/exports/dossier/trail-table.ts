import { valueWords } from '#main/documents/content/trail-values.ts'
import { BYTE_ORDER_MARK, csvRow } from '#main/interchange/csv.ts'
import { type ShownEntry, shown } from '#main/services/audit/shown.ts'
import type { QueryContext } from '#main/services/context.ts'
import { type EntryFilter, listEntries } from '#main/store/audit-trail.ts'
import { listUsers } from '#main/store/user-repository.ts'
import { type LocalizedText, verbatim } from '#shared/core/text.ts'
import { trailActionNames } from '#shared/core/trail-names.ts'

type Scope = Pick<EntryFilter, 'subject'>

const HEADS = [
  ...[
    'entry 序号',
    'time (UTC) 时间（UTC）',
    'offset 时差',
    'person 人员',
    'role 角色',
    'action',
    '操作',
    'about 对象',
  ],
  ...['field 字段', 'old value', '旧值', 'new value', '新值', 'reason 理由', 'SHA-256'],
]

/** Entries of the trail as a table that a person reads; the JSON Lines beside it are what verifies. Never a full name. */
export function* trailTable(scope: Scope, context: QueryContext): Generator<string> {
  const people = new Map<string, string>(listUsers(context.db).map(({ id, fullName }) => [id, fullName]))
  yield BYTE_ORDER_MARK + csvRow(HEADS)
  for (const entry of inPages(scope, context)) yield csvRow(cellsOf(entry, people))
}

/** Entries read at once: no statement stays open while what is made of them waits. */
const PAGE = 1000

function* inPages(scope: Scope, { db }: QueryContext): Generator<ShownEntry> {
  for (let afterSeq: number | undefined; ; ) {
    const page = [...listEntries(db, { ...scope, afterSeq, limit: PAGE })]
    yield* page.map(entry => shown(entry, false))
    if (page.length < PAGE) return
    afterSeq = page.at(-1)?.seq
  }
}

function cellsOf(entry: ShownEntry, people: ReadonlyMap<string, string>) {
  const { seq, at, offset, userId, role, action, subject, field, reason, hash } = entry
  const name = trailActionNames[action] ?? verbatim(action)
  const [before, after] = [entry.oldValue, entry.newValue].map(value => valueWords(value ?? null) ?? EMPTY)
  return [
    ...[seq, at.slice(0, 19).replace('T', ' '), offset],
    ...[userId === null ? null : (people.get(userId) ?? userId), role, name.en, name['zh-CN']],
    ...[`${subject.kind} ${subject.id}`, field ?? null],
    ...[before, after].flatMap(words => [words?.en ?? null, words?.['zh-CN'] ?? null]),
    ...[reason ?? null, hash ?? null],
  ]
}

const EMPTY: LocalizedText = verbatim('')
