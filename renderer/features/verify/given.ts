import type { GivenFile } from '#shared/verify/export/archive.ts'
import { isExport } from '#shared/verify/verify-export.ts'

/** What is checked as one: a file, or the files of a folder that was exported. */
export interface Given {
  readonly name: string
  readonly files: readonly GivenFile[]
}

/** A folder with a signed list in it is one; every other file is checked by itself. */
export function givenOf(files: readonly GivenFile[]): Given[] {
  const folders = Map.groupBy(files, ({ path }) => (path.includes('/') ? path.split('/', 1)[0] : ''))
  return [...folders].flatMap(([folder = '', inside]) =>
    isExport(inside.map(({ path }) => path))
      ? [{ name: folder === '' ? 'manifest.pdf' : folder, files: inside }]
      : inside.map(file => ({ name: file.path.split('/').at(-1) ?? file.path, files: [file] })),
  )
}

/** Files that were chosen; of a chosen folder each with its path below it. */
export function chosenFiles(files: Iterable<File>): GivenFile[] {
  return Array.from(files, file => givenFile(file, file.webkitRelativePath || file.name))
}

/** What was dropped, folders with everything in them. Has to be called while the drop is told of. */
export async function droppedFiles({ items, files }: DataTransfer): Promise<GivenFile[]> {
  const entries = [...items].flatMap(item => item.webkitGetAsEntry() ?? [])
  const plain = [...files]
  if (entries.length === 0) return chosenFiles(plain)
  return (await Promise.all(entries.map(filesBelow))).flat()
}

async function filesBelow(entry: FileSystemEntry): Promise<GivenFile[]> {
  if (isDirectory(entry)) return (await Promise.all((await entriesIn(entry)).map(filesBelow))).flat()
  const file = await new Promise<File>((resolve, reject) =>
    (entry as FileSystemFileEntry).file(resolve, reject),
  )
  return [givenFile(file, entry.fullPath.replace(/^\//, ''))]
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

/** A reader gives a folder in parts, an empty one at its end. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (part.length === 0) return all
    all.push(...part)
  }
}

function givenFile(file: File, path: string): GivenFile {
  return { path, read: async () => new Uint8Array(await file.arrayBuffer()) }
}
