import { text } from '#shared/core/text.ts'

/** Why a ZIP is not read. */
export const archiveProblems = {
  torn: text('it is damaged or incomplete', '文件已损坏或不完整'),
  too_large: text('it holds more than any export of Lobule', '内容超出 Lobule 任何导出的规模'),
  encrypted: text('it is encrypted', '文件已加密'),
  packed_otherwise: text('it is packed in a way that Lobule does not use', '压缩方式并非 Lobule 所用'),
  names: text(
    'names in it could lead out of the folder, or two files have one name',
    '其中的文件名可能指向文件夹之外，或有两个文件同名',
  ),
} as const
