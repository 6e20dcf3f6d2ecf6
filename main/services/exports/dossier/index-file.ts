import type { ExportFile } from '#main/interchange/export-file.ts'
import type { SiteData } from '#main/interchange/site-data.ts'
import { documentTitles } from '#main/services/documents/titles.ts'
import { meanings } from '#shared/core/signatures/meaning.ts'
import type { Scope } from '../scope.ts'
import type { AttachedFile } from './attached-files.ts'
import { indexPage, type Section } from './index-page.ts'
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
  const sections = [
    patientSection(scope, documents, attached),
    documentSection(documents),
    attachedSection(attached),
  ]
  const isWhole = request.patients === null && request.protocolId === null
  const trail = isWhole ? 'audit-trail.jsonl' : 'audit-trail/'
  const page = indexPage({
    title: 'Inspection dossier 检查资料卷宗',
    lines: [
      `${data.site.number} ${data.site.name}`,
      `${data.madeAt.slice(0, 10)} · ${request.protocolId ?? 'all protocols 全部方案'} · ${patients.length} patients 例受试者`,
      'Signed list of all files 已签署清单: manifest.pdf · How to verify 验证方法: README.txt',
      `Audit trail 稽查轨迹: ${trail} · Deviations 方案偏离: deviations.csv`,
    ],
    training: data.training,
    sections,
  })
  return { path: 'index.html', mediaType: 'text/html', chunks: [page] }
}

function patientSection(
  { patients }: Scope,
  documents: readonly FiledDocument[],
  attached: readonly AttachedFile[],
): Section {
  return {
    title: 'Patients 受试者',
    heads: ['Screening number 筛选号', 'Signed documents 已签署文件', 'Certified copies 核证副本'],
    rows: patients.map(({ screeningNumber }) => [
      { text: screeningNumber },
      { text: String(countOf(documents, screeningNumber)) },
      { text: String(countOf(attached, screeningNumber)) },
    ]),
  }
}

function countOf(all: readonly { readonly screeningNumber: string | null }[], number: string): number {
  return all.filter(({ screeningNumber }) => screeningNumber === number).length
}

function documentSection(documents: readonly FiledDocument[]): Section {
  return {
    title: 'Signed documents 已签署文件',
    heads: ['Patient 受试者', 'Document 文件', 'Protocol 方案', 'Signed 签署', 'State 状态'],
    rows: documents.map(({ document: { kind, protocolId }, screeningNumber, signatures, file }) => [
      { text: screeningNumber ?? '–' },
      { text: `${documentTitles[kind].en} ${documentTitles[kind]['zh-CN']}`, href: file.path },
      { text: protocolId ?? '–' },
      {
        text: signatures
          .map(({ signer, signedAt, meaning }) => {
            const { name } = meanings[meaning.code]
            return `${signer.fullName}, ${signedAt.slice(0, 16).replace('T', ' ')}, ${name.en} ${name['zh-CN']}`
          })
          .join('\n'),
      },
      { text: signatures.map(({ status }) => status.replaceAll('_', ' ')).join('\n') },
    ]),
  }
}

function attachedSection(attached: readonly AttachedFile[]): Section {
  return {
    title: 'Certified copies and imported files 核证副本与导入文件',
    heads: ['Patient 受试者', 'File 文件', 'Taken in 收存时间', 'SHA-256'],
    rows: attached.map(({ kind, screeningNumber, title, at, sha256, file }) => [
      { text: screeningNumber ?? (kind === 'import' ? 'import 导入' : '–') },
      file === undefined
        ? { text: `${title} (not enclosed: it may name other patients 未附：可能含其他受试者信息)` }
        : { text: title, href: file.path },
      { text: at.slice(0, 16).replace('T', ' ') },
      { text: sha256 },
    ]),
  }
}
