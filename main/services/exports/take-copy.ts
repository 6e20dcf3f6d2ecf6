import { createHash, type Hash } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  createWriteStream,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { z } from 'zod'
import { type ZipSource, zipOf } from '#main/interchange/zip/write-zip.ts'
import type { Job } from '#main/jobs/jobs.ts'
import type { QueryContext } from '#main/services/context.ts'
import { safePart } from '#main/services/documents/file-name.ts'
import type { Commit } from '#main/services/handlers.ts'
import type { Outgoing } from '#main/services/staging.ts'
import { OWNER_ONLY, OWNER_ONLY_DIRECTORY, storeFiles } from '#main/store/files.ts'
import { COPY_NAMES, writeSiteCopy } from '#main/store/site-copy.ts'
import type { exports } from '#shared/api/exports.ts'
import { localDateOf } from '#shared/core/civil-date.ts'
import { Sha256 } from '#shared/core/ids.ts'

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
      const from = { db: session.db, key: session.key, directory, madeAt, application: app.version }
      const summary = writeSiteCopy(from, folder)
      await running.step('copying', 1, 2)
      const packed = await pack(folder, localDateOf(madeAt), running)
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

interface Packed {
  readonly bytes: number
  readonly sha256: Sha256
}

/** What is encrypted does not pack: the files are stored as they are. */
async function pack(
  folder: string,
  on: Parameters<typeof zipOf>[1],
  job: Pick<Job, 'step'>,
): Promise<Packed> {
  const sources = COPY_NAMES.flatMap(name => sourceIn(folder, name))
  const sha256 = createHash('sha256')
  const counted = counting(
    sha256,
    job,
    sources.reduce((sum, { bytes }) => sum + bytes, 0),
  )
  const file = join(folder, PACKED)
  await pipeline(
    zipOf(sources, on),
    counted,
    createWriteStream(file, { flags: 'wx', mode: OWNER_ONLY, flush: true }),
  )
  for (const { path } of sources) rmSync(join(folder, path))
  return { bytes: statSync(file).size, sha256: Sha256.parse(sha256.digest('hex')) }
}

function sourceIn(folder: string, path: string): ZipSource[] {
  const file = join(folder, path)
  const bytes = statSync(file, { throwIfNoEntry: false })?.size
  return bytes === undefined ? [] : [{ path, bytes, stored: true, open: () => createReadStream(file) }]
}

function counting(sha256: Hash, job: Pick<Job, 'step'>, total: number): Transform {
  let done = 0
  return new Transform({
    transform(piece: Buffer, _encoding, next) {
      sha256.update(piece)
      done = Math.min(total, done + piece.length)
      job.step('packing', done, total).then(
        () => next(null, piece),
        (error: Error) => next(error),
      )
    },
  })
}

function outgoingOf(folder: string, fileName: string, packed: Packed): Outgoing {
  const file = join(folder, PACKED)
  return {
    ...{ fileName, ...packed },
    read(offset, length) {
      const part = Buffer.alloc(Math.min(length, packed.bytes - offset))
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
