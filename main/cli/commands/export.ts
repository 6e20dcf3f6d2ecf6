import { randomUUID } from 'node:crypto'
import type { Client } from '#shared/api/client.ts'
import type { contract } from '#shared/api/contract.ts'
import { AppError } from '#shared/api/errors.ts'
import { ExportFormat, type ExportRequest } from '#shared/core/exports/request.ts'
import type { DocumentId } from '#shared/core/ids.ts'
import { ProtocolId } from '#shared/core/ids.ts'
import { command, jsonOption, required, UsageError } from '../command.ts'
import { passwordDetails, storeOptions, withStore } from '../open-store.ts'
import { say, sayJson } from '../terminal.ts'
import { fillClaimed, writeOutgoing } from '../write-outgoing.ts'

/** Lets data leave as one ZIP whose manifest is signed by who runs it. */
export const exportCommand = command({
  name: 'export',
  summary: 'Export data as one ZIP with a signed manifest: odm, sdtm, fhir, csv, or an inspection dossier.',
  operands: ['FORMAT'],
  options: {
    ...storeOptions,
    to: { type: 'string', value: 'FILE', help: 'the new ZIP' },
    why: { type: 'string', value: 'TEXT', help: 'for whom and why; it stands in the manifest and the trail' },
    patients: {
      type: 'string',
      value: 'LIST',
      help: 'screening numbers, commas between them (default: everybody)',
    },
    protocol: { type: 'string', value: 'ID', help: 'a registry number (default: all protocols)' },
    identified: {
      type: 'boolean',
      help: 'with initials, dates of birth and names of the people of the site',
    },
    json: jsonOption,
  },
  details: [
    passwordDetails('export FORMAT --to FILE --why TEXT'),
    'The same password signs the manifest, as its author: whoever exports answers for what leaves.',
    'A dossier is never pseudonymised, so that it needs --identified.',
  ].join('\n'),

  async run({ values, operands: [typed] }, terminal) {
    const file = required('to', values.to)
    const why = required('why', values.why)
    const format = formatOf(typed)
    const loginName = required('user', values.user)
    const taken = await fillClaimed(file, () =>
      withStore(values, terminal, async (client, _opened, password) => {
        const patients = await patientsOf(values.patients, client)
        const protocolId = protocolOf(values.protocol)
        const request: ExportRequest = {
          format,
          patients,
          protocolId,
          pseudonymised: values.identified !== true,
        }
        const made = await client.exports.prepare({ job: randomUUID(), request, why, language: 'bilingual' })
        await sign(made.manifest, { loginName, password }, client)
        const outgoing = await client.exports.take({ id: made.id })
        await writeOutgoing(client.exports, outgoing, file)
        return { file, files: made.files.length, ...outgoing }
      }),
    )
    if (values.json) sayJson(terminal.stdout, taken)
    else say(terminal.stdout, `${file}: ${taken.files} files, ${taken.bytes} bytes, SHA-256 ${taken.sha256}`)
    return 0
  },
})

function formatOf(typed: string | undefined): ExportFormat {
  const format = ExportFormat.safeParse(typed)
  if (format.success) return format.data
  throw new UsageError(`FORMAT is one of ${ExportFormat.options.join(', ')}`)
}

function protocolOf(typed: string | undefined): ProtocolId | null {
  if (typed === undefined) return null
  const id = ProtocolId.safeParse(typed)
  if (id.success) return id.data
  throw new UsageError('--protocol: a registry number such as NCT05106972')
}

async function patientsOf(typed: string | undefined, client: Client<typeof contract>) {
  if (typed === undefined) return null
  const all = await client.patients.list({})
  return typed.split(',').map(part => {
    const number = part.trim()
    const found = all.find(({ screeningNumber }) => screeningNumber === number)
    if (found === undefined) throw new AppError({ code: 'not_found', entity: 'patient', id: number })
    return found.id
  })
}

interface Signer {
  readonly loginName: string
  readonly password: string
}

async function sign(document: DocumentId, signer: Signer, { signatures }: Client<typeof contract>) {
  const request = { kind: 'document', document } as const
  const { sha256, blockers } = await signatures.review({ request })
  if (sha256 === null) throw new AppError({ code: 'cannot_sign', blockers })
  const item = { request, meaning: 'authorship', reviewed: sha256 } as const
  await signatures.sign({ ...signer, language: 'bilingual', items: [item] })
}
