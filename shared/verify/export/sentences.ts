import { text } from '#shared/core/text.ts'

/** What is found out about a folder or a ZIP that was exported, as sentences. */
export const exportSentences = {
  archive_unreadable: (what: { readonly en: string; readonly 'zh-CN': string }) =>
    text(`This ZIP cannot be read: ${what.en}.`, `无法读取该 ZIP：${what['zh-CN']}。`),
  manifest_missing: () =>
    text(
      'There is no manifest.pdf here: this is no export of Lobule, or its signed list was taken away.',
      '未找到 manifest.pdf：这不是 Lobule 的导出，或已签署的清单已被移除。',
    ),
  not_a_manifest: () =>
    text(
      'manifest.pdf is no list of an export: it cannot say which files belong here.',
      'manifest.pdf 不是导出清单，无法说明应有哪些文件。',
    ),
  files_complete: (count: number, ofSystem: number) =>
    ofSystem === 0
      ? text(
          `All ${count} files of the signed list are here and unchanged, and there is no other.`,
          `已签署清单所列 ${count} 个文件全部在此且未被更改，无其他文件。`,
        )
      : text(
          `All ${count} files of the signed list are here and unchanged; ${ofSystem} more are here that nobody signed.`,
          `已签署清单所列 ${count} 个文件全部在此且未被更改；另有 ${ofSystem} 个未经签署的文件。`,
        ),
  file_missing: (path: string) =>
    text(`Missing: ${path} is in the signed list and not here.`, `缺失：清单所列 ${path} 不在此处。`),
  file_changed: (path: string) =>
    text(
      `Changed: ${path} is not the file that the signed list names.`,
      `已被更改：${path} 与清单所列文件不符。`,
    ),
  file_extra: (path: string) =>
    text(`Added: ${path} is not in the signed list.`, `多出：${path} 不在已签署的清单中。`),
  file_of_system: (path: string) =>
    text(
      `${path} is not in the signed list; operating systems put files of this name into folders.`,
      `${path} 不在清单中；操作系统会自行生成此名称的文件。`,
    ),
  file_unreadable: (path: string) => text(`${path} cannot be read.`, `无法读取 ${path}。`),
  content_differs: () =>
    text(
      'manifest.json does not say what the signed manifest.pdf says; go by the PDF.',
      'manifest.json 与已签署的 manifest.pdf 内容不一致，请以 PDF 为准。',
    ),
  documents_hold: (count: number) =>
    text(
      `Each of the ${count} signed documents in it is unchanged since its own signatures, of the same site.`,
      `其中 ${count} 份已签署文件自各自签署以来均未被更改，且属同一中心。`,
    ),
  document_fails: (path: string) =>
    text(
      `The signatures of ${path} do not hold; verify it alone to see why.`,
      `${path} 的签名无效；请单独核验该文件查看原因。`,
    ),
  trail_holds: (entries: number, withheld: number) =>
    withheld === 0
      ? text(
          `The audit trail in it is whole: ${entries} entries, each linked to the one before, up to the one that the signed list names.`,
          `其中的稽查轨迹完整：共 ${entries} 条，逐条相连，直至已签署清单所载的最后一条。`,
        )
      : text(
          `The audit trail in it is whole as far as it can be checked: ${entries} entries up to the one that the signed list names. ${withheld} of them are full names, withheld with their hashes: these and the entry after each cannot be checked here. All others are linked to the one before.`,
          `其中的稽查轨迹在可核验范围内完整：共 ${entries} 条，直至已签署清单所载的最后一条。其中 ${withheld} 条为姓名记录，内容与哈希均未附：这些条目及各自的后一条无法在此核验，其余逐条相连。`,
        ),
  trail_broken: (seq: number) =>
    text(`The audit trail in it is not whole at entry ${seq}.`, `其中的稽查轨迹在第 ${seq} 条处不完整。`),
} as const
