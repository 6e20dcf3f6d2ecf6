import type { DrillCheck } from '#shared/api/backups.ts'
import { issueText } from '#shared/api/issue-words.ts'
import { type Language, type LocalizedText, text } from '#shared/core/text.ts'
import type { Paint } from './terminal.ts'

const checkNames: Readonly<Record<DrillCheck['check'], LocalizedText>> = {
  file: text('the file is the one that was written', '文件与当时写入的一致'),
  manifest: text('every part is what the backup says', '各部分与备份所载一致'),
  opens: text('it opens', '可以打开'),
  pages: text('every page can be read', '每一数据页均可读取'),
  counts: text('every table has its rows', '各表行数一致'),
  trail: text('the audit trail is whole', '稽查轨迹完整'),
  trail_in_store: text('the trail of the store leads through it', '数据库的稽查轨迹包含该备份'),
  signatures: text('every signature holds', '每个签名均有效'),
  documents: text('every document has its hash', '每份文件与其哈希一致'),
  files: text('every attached file has its hash', '每个附件与其哈希一致'),
}

const verdicts = {
  passed: text('can be restored', '可以恢复'),
  failed: text('CANNOT be relied on', '不可依赖'),
}
const marks = { same: '✓', differs: '✗', not_checked: '–' } as const
const manners = { same: 'green', differs: 'red', not_checked: 'dim' } as const

interface Drilled {
  readonly file: string
  readonly passed: boolean
  readonly seconds: number
  readonly checks: readonly DrillCheck[]
}

/** What a drill found, check by check. */
export function drillText(
  { file, passed, seconds, checks }: Drilled,
  language: Language,
  paint: Paint,
): string {
  const verdict = paint(passed ? 'green' : 'red', verdicts[passed ? 'passed' : 'failed'][language])
  const time = `${seconds.toFixed(1)} s`
  return [
    `${file}: ${verdict} (${time})`,
    ...checks.map(({ check, result, compared, detail }) => {
      const why = detail === null ? '' : `: ${issueText(detail, language)}`
      return `  ${paint(manners[result], marks[result])} ${checkNames[check][language]} (${compared})${why}`
    }),
  ].join('\n')
}
