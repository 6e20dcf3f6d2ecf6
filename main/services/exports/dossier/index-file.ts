import { statusNames } from '#main/documents/words/other-words.ts'
import type { ExportFile } from '#main/interchange/export-file.ts'
import type { SiteData } from '#main/interchange/site-data.ts'
import { documentTitles } from '#main/services/documents/titles.ts'
import type { SignatureSummary } from '#shared/api/signatures.ts'
import { meanings } from '#shared/core/signatures/meaning.ts'
import type { LocalizedText } from '#shared/core/text.ts'
import type { Scope } from '../scope.ts'
import type { AttachedFile } from './attached-files.ts'
import { type IndexCell, indexPage, type Section } from './index-page.ts'
import { patientNames } from './patient-names.ts'
import type { FiledDocument } from './signed-documents.ts'

interface Indexed {
  readonly scope: Scope
  readonly data: SiteData
  readonly documents: readonly FiledDocument[]
  readonly attached: readonly AttachedFile[]
}

/** The first page of a dossier: what lies where, in both languages. */
export function indexFile({ scope, data, documents, attached }: Indexed): ExportFile {
  const { patients, request } = scope
  const protocol = request.protocolId ?? 'all protocols 全部方案'
  const page = indexPage({
    title: 'Inspection dossier 检查资料卷宗',
    lines: [
      `${data.site.number} ${data.site.name}`,
      `${data.madeAt.slice(0, 16).replace('T', ' ')} (UTC${data.madeAt.slice(-6)})`,
      `${protocol} · ${patients.length} patients（${patients.length} 例受试者）`,
    ],
    training: data.training,
    sections: [
      overviewSection(),
      documentSection(documents),
      attachedSection(attached),
      patientSection(scope, documents, attached),
    ],
  })
  return { path: 'index.html', mediaType: 'text/html', chunks: [page] }
}

const link = (path: string): IndexCell => ({ text: path, href: path })

function overviewSection(): Section {
  return {
    title: 'In this folder 本文件夹',
    heads: ['What 内容', 'File 文件'],
    rows: [
      [
        { text: 'Signed list of all files with their hashes 全部文件及其哈希的已签署清单' },
        link('manifest.pdf'),
      ],
      [{ text: 'How to verify it 验证方法' }, link('README.txt')],
      [{ text: 'Protocol deviations 方案偏离' }, link('deviations.csv')],
    ],
  }
}

function documentSection(documents: readonly FiledDocument[]): Section {
  return {
    title: 'Signed documents 已签署文件',
    heads: ['Patient 受试者', 'Document 文件', 'Protocol 方案', 'Signed 签署', 'State 状态'],
    rows: documents.map(({ document: { kind, protocolId }, screeningNumber, signatures, file }) => [
      { text: screeningNumber ?? '–' },
      { text: both(documentTitles[kind]), href: file.path },
      { text: protocolId ?? '–' },
      { text: signatures.map(signedLine).join('\n') },
      { text: signatures.map(({ status }) => both(statusNames[status])).join('\n') },
    ]),
  }
}

function signedLine({ signer, signedAt, meaning }: SignatureSummary): string {
  return `${signer.fullName}, ${minute(signedAt)}, ${both(meanings[meaning.code].name)}`
}

/** Why a file is named by its hash alone. */
const NOT_ENCLOSED = {
  import: 'not enclosed, it may name other patients 未附：可能含其他受试者信息',
  certified_copy: 'not enclosed, it was withdrawn 未附：该副本已撤回',
}

function attachedSection(attached: readonly AttachedFile[]): Section {
  return {
    title: 'Certified copies and imported files 核证副本与导入文件',
    heads: ['Patient 受试者', 'File 文件', 'Taken in 收存时间', 'SHA-256'],
    rows: attached.map(({ kind, screeningNumber, title, at, sha256, file }) => [
      { text: screeningNumber ?? (kind === 'import' ? 'import 导入' : '–') },
      file === undefined ? { text: `${title}\n${NOT_ENCLOSED[kind]}` } : { text: title, href: file.path },
      { text: minute(at) },
      { text: sha256 },
    ]),
  }
}

function patientSection(
  { request, patients }: Scope,
  documents: readonly FiledDocument[],
  attached: readonly AttachedFile[],
): Section {
  const isWhole = request.patients === null && request.protocolId === null
  const names = patientNames(patients)
  return {
    title: 'Patients 受试者',
    heads: [
      'Screening number 筛选号',
      'Signed documents 已签署文件',
      'Certified copies 核证副本',
      'Trail 稽查轨迹',
    ],
    rows: patients.map(({ id, screeningNumber }) => [
      { text: screeningNumber },
      { text: String(countOf(documents, screeningNumber)) },
      { text: String(countOf(attached, screeningNumber)) },
      link(isWhole ? 'audit-trail.csv' : `audit-trail/${names.get(id)}.csv`),
    ]),
  }
}

function countOf(all: readonly { readonly screeningNumber: string | null }[], number: string): number {
  return all.filter(({ screeningNumber }) => screeningNumber === number).length
}

function both({ en, 'zh-CN': zh }: LocalizedText): string {
  return `${en} ${zh}`
}

function minute(time: string): string {
  return time.slice(0, 16).replace('T', ' ')
}
