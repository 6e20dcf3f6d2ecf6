import { closeSync, mkdirSync, openSync, readSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { packCopy } from '#main/interchange/zip/pack-copy.ts'
import type { QueryContext } from '#main/services/context.ts'
import { safePart } from '#main/services/documents/file-name.ts'
import type { Commit } from '#main/services/handlers.ts'
import type { Outgoing } from '#main/services/staging.ts'
import { OWNER_ONLY_DIRECTORY, storeFiles } from '#main/store/files.ts'
import { COPY_NAMES } from '#main/store/site-copy/copy-file.ts'
import { fileEntry } from '#main/store/site-copy/file-entry.ts'
import { proveCopy } from '#main/store/site-copy/prove-copy.ts'
import { writeSiteCopy } from '#main/store/site-copy/write-site-copy.ts'
import type { exports } from '#shared/api/exports.ts'
import type { ExportedFile } from '#shared/core/exports/request.ts'

type Input = z.output<typeof exports.takeCopy.input>
type Taken = z.input<typeof exports.takeCopy.output>

/** Puts a complete copy of the store into one file, encrypted as the store is, beside it until it was handed over. */
export function takeCopy({ job, why }: Input, context: QueryContext): Promise<Commit<Taken>> {
  return context.jobs.run(job, async running => {
    const { session, directory, now, newId, app } = context
    forgetEarlier(context)
    const folder = join(storeFiles(directory).outgoing, newId())
    mkdirSync(folder, { recursive: true, mode: OWNER_ONLY_DIRECTORY })
    try {
      await running.step('copying', 0, 2)
      const madeAt = session.clock.render(now())
      const { db, key } = session
      const made = { madeAt, application: app.version, purpose: 'copy' } as const
      const summary = writeSiteCopy({ db, key, directory, ...made }, folder)
      await running.step('verifying', 1, 2)
      proveCopy(folder, key)
      const file = join(folder, PACKED)
      await packCopy(folder, file, (done, total) => running.step('packing', done, total))
      const packed = await fileEntry(file, (done, total) => running.step('packing', done, total))
      for (const name of COPY_NAMES) rmSync(join(folder, name), { force: true })
      const fileName = nameOf(madeAt, context)
      const outgoing = outgoingOf(folder, fileName, packed)
      return writing => {
        const { bytes, sha256 } = packed
        writing.audit({
          action: 'export.take_copy',
          subject: { kind: 'site', id: session.site.storeId },
          newValue: { fileName, bytes, sha256, entries: summary.trail.entries },
          reason: why,
        })
        writing.afterCommit(() => void session.staging.outgoing.set(sha256, outgoing))
        return { fileName, bytes, sha256 }
      }
    } catch (error) {
      rmSync(folder, { recursive: true, force: true })
      throw error
    }
  })
}

const PACKED = 'copy.lobule'

/** One copy lies beside the store at a time: what is left of others, of this session or of one that broke off, goes. */
function forgetEarlier({ session: { staging }, directory }: QueryContext): void {
  for (const [sha256, outgoing] of staging.outgoing) {
    if (!outgoing.fileName.endsWith('.lobule')) continue
    outgoing.discard()
    staging.outgoing.delete(sha256)
  }
  rmSync(storeFiles(directory).outgoing, { recursive: true, force: true })
}

function outgoingOf(folder: string, fileName: string, { bytes, sha256 }: ExportedFile): Outgoing {
  const file = join(folder, PACKED)
  return {
    ...{ fileName, bytes, sha256 },
    read(offset, length) {
      const part = Buffer.alloc(Math.min(length, bytes - offset))
      const handle = openSync(file, 'r')
      try {
        return part.subarray(0, readSync(handle, part, 0, part.length, offset))
      } finally {
        closeSync(handle)
      }
    },
    discard: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function nameOf(madeAt: string, { session }: QueryContext): string {
  const { number, training } = session.site
  const parts = [
    number,
    ...(training === true ? ['TRAINING'] : []),
    'copy',
    madeAt.slice(0, 10).replaceAll('-', ''),
  ]
  return `${parts.map(safePart).join('_')}.lobule`
}
