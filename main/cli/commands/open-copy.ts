import { randomUUID } from 'node:crypto'
import { open } from 'node:fs/promises'
import { storeFolder } from '#main/hosts/data-folder.ts'
import { directClient } from '#main/hosts/direct.ts'
import { shippedProtocols } from '#main/hosts/resources.ts'
import type { Client } from '#shared/api/client.ts'
import type { contract } from '#shared/api/contract.ts'
import { AppError } from '#shared/api/errors.ts'
import type { CopySummary } from '#shared/api/exports.ts'
import { PART_BYTES } from '#shared/api/imports.ts'
import { command, jsonOption } from '../command.ts'
import { startEngine } from '../start-engine.ts'
import { say, sayJson } from '../terminal.ts'

/** Makes a complete copy the store of a computer that has none. */
export const openCopyCommand = command({
  name: 'open-copy',
  summary: 'Make a complete copy of a site the store of this computer, which must have none.',
  operands: ['FILE'],
  options: {
    data: { type: 'string', value: 'DIR', help: 'the folder of the data (default: the usual one)' },
    json: jsonOption,
  },
  details: 'No password is needed to put it in place; it is unlocked as it was where it was made.',

  async run({ values, operands: [file = ''] }, terminal) {
    const directory = storeFolder({ data: values.data, sample: false })
    const engine = startEngine(directory, await shippedProtocols(), terminal)
    try {
      const { site } = directClient(engine)
      const id = randomUUID()
      const copy = await handOver(file, id, site)
      await site.openCopy({ id })
      if (values.json) sayJson(terminal.stdout, { directory, ...copy })
      else
        say(
          terminal.stdout,
          `${directory}: ${copy.site.name}, as of ${copy.madeAt}, ${copy.trail.entries} entries of the trail`,
        )
      return 0
    } finally {
      await engine.close()
    }
  },
})

async function handOver(
  file: string,
  id: string,
  site: Pick<Client<typeof contract>['site'], 'receiveCopy'>,
): Promise<CopySummary> {
  await using handle = await open(file).catch((error: unknown) => {
    throw new AppError({ code: 'not_found', entity: 'file', id: file }, { cause: error })
  })
  const { size: total } = await handle.stat()
  const part = Buffer.alloc(PART_BYTES)
  for (let offset = 0; offset < total; ) {
    const { bytesRead } = await handle.read(part, 0, part.length, offset)
    const content = part.toString('base64', 0, bytesRead)
    const { copy } = await site.receiveCopy({ id, part: content, offset, total })
    if (copy !== null) return copy
    offset += bytesRead
  }
  throw new AppError({
    code: 'invalid_file',
    file: 'copy',
    issues: [{ path: '', message: 'the file is empty' }],
  })
}
