import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Client } from '#shared/api/client.ts'
import type { contract } from '#shared/api/contract.ts'
import { AppError } from '#shared/api/errors.ts'
import { command, jsonOption } from '../command.ts'
import { writeNewFile } from '../new-file.ts'
import { passwordDetails, storeOptions, withStore } from '../open-store.ts'
import { say, sayJson } from '../terminal.ts'

/** Lists the documents of a store, or takes them out; each one that is taken is an entry of the trail. */
export const documentsCommand = command({
  name: 'documents',
  summary: 'List the documents of a store; with --to write them and the page that verifies them.',
  options: {
    ...storeOptions,
    to: { type: 'string', value: 'DIR', help: 'the folder to write all of them into' },
    json: jsonOption,
  },
  details: passwordDetails('documents'),

  async run({ values }, terminal) {
    const folder = values.to === undefined ? undefined : resolve(values.to)
    const taken = await withStore(values, terminal, async client => {
      const documents = await client.documents.list({})
      return folder === undefined ? documents.map(shown) : await takeOut(documents, folder, client)
    })
    if (values.json) sayJson(terminal.stdout, taken)
    else say(terminal.stdout, taken.map(line => Object.values(line).join('  ')).join('\n'))
    return 0
  },
})

type Documents = Awaited<ReturnType<Client<typeof contract>['documents']['list']>>

function shown({ id, kind, language, createdAt, createdBy, revisions }: Documents[number]) {
  return { id, kind, language, createdAt, createdBy, revision: revisions.at(-1)?.revision ?? 0 }
}

async function takeOut(documents: Documents, folder: string, client: Client<typeof contract>) {
  await mkdir(folder, { recursive: true })
  const written = []
  for (const { id, kind } of documents) {
    const { fileName, pdf, sha256 } = await client.documents.export({ id, how: 'file' })
    await writeNewFile(join(folder, fileName), Buffer.from(pdf, 'base64'))
    written.push({ fileName, kind, sha256 })
  }
  const page = await verifierPage(client)
  if (page) await writeNewFile(join(folder, page.fileName), page.text)
  return written
}

/** Nothing where it was not built: the documents are worth having all the same. */
async function verifierPage(client: Client<typeof contract>) {
  try {
    return await client.documents.verifierPage({})
  } catch (error) {
    if (error instanceof AppError && error.payload.code === 'unavailable') return undefined
    throw error
  }
}
