import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { AppError } from '#shared/api/errors.ts'
import type { GivenFile } from '#shared/verify/export/archive.ts'

/** The bytes of a file. Throws `not_found`. */
export async function contentOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (error) {
    throw new AppError({ code: 'not_found', entity: 'file', id: file }, { cause: error })
  }
}

/**
 * A file, or everything below a folder, with its path below it. Links are not followed: they may lead anywhere, and
 * to something else tomorrow. Nor are pipes and devices read, which may never end.
 */
export async function givenFiles(path: string): Promise<GivenFile[]> {
  const inside = await below(path)
  if (inside === undefined) return [{ path, read: () => contentOf(path) }]
  return inside.map(({ file, isFile }) => ({
    path: relative(path, file).split(sep).join('/'),
    read: async () => {
      if (!isFile) throw new AppError({ code: 'not_found', entity: 'file', id: file })
      return contentOf(file)
    },
  }))
}

interface Inside {
  readonly file: string
  readonly isFile: boolean
}

/** Undefined where the path is no folder. */
async function below(folder: string): Promise<Inside[] | undefined> {
  try {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true })
    return entries
      .filter(entry => !entry.isDirectory())
      .map(entry => ({ file: join(entry.parentPath, entry.name), isFile: entry.isFile() }))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return undefined
    throw new AppError({ code: 'not_found', entity: 'file', id: folder }, { cause: error })
  }
}
