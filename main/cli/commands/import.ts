import { randomUUID } from 'node:crypto'
import { parseAs, readText } from '#main/engine/host-tools.ts'
import type { Client } from '#shared/api/client.ts'
import type { contract } from '#shared/api/contract.ts'
import { AppError } from '#shared/api/errors.ts'
import { Mapping } from '#shared/core/imports/mapping.ts'
import { command, jsonOption, languageOf, languageOption } from '../command.ts'
import { handOver } from '../hand-over.ts'
import { countsText, rowText } from '../import-text.ts'
import { passwordDetails, storeOptions, withStore } from '../open-store.ts'
import { type Output, say, sayJson } from '../terminal.ts'

type Api = Client<typeof contract>

/** Rows that are told one by one; the rest are counted. */
const TOLD = 100

/** Takes laboratory files in, by the mapping that the laboratory has. */
export const importCommand = command({
  name: 'import',
  summary: 'Take in files of a laboratory, FHIR or ODM: every row new, there already, changed or refused.',
  operands: ['FILE…'],
  options: {
    ...storeOptions,
    laboratory: { type: 'string', value: 'NAME', help: 'whose files they are, as the site has it' },
    mapping: { type: 'string', value: 'FILE', help: 'what the columns hold (default: as kept for it)' },
    'dry-run': { type: 'boolean', help: 'say what would become of every row, and take nothing' },
    reason: { type: 'string', value: 'TEXT', help: 'why values on record change; without it they stay' },
    json: jsonOption,
    lang: languageOption,
  },
  details: [
    passwordDetails('import FILE --laboratory NAME'),
    'Values that are asked about are left: look at them in the window. `imports` there takes an import back.',
  ].join('\n'),

  async run({ values, operands: files }, terminal) {
    const language = languageOf(values.lang)
    const kept = values.mapping === undefined ? undefined : await mappingOf(values.mapping)
    await withStore(values, terminal, async ({ imports, laboratories }) => {
      const laboratory = await laboratoryOf(values.laboratory, laboratories)
      const ids: string[] = []
      for (const file of files) ids.push(await handOver(imports, file))
      const mapping = kept ?? (await keptMapping(laboratory, imports))
      const reading = { files: ids, ...(laboratory ? { laboratory } : {}), ...(mapping ? { mapping } : {}) }
      const checked = await imports.check({ job: randomUUID(), ...reading })
      if (!values.json) await tell({ imports, check: checked.check, files, language }, terminal.stdout)
      const answers = values.reason === undefined ? {} : { reason: values.reason }
      const taking = { job: randomUUID(), check: checked.check, taken: [], ...answers }
      const made = values['dry-run'] ? null : await imports.record(taking)
      const { counts } = made ?? checked
      if (values.json) sayJson(terminal.stdout, { ...counts, import: made?.id ?? null })
      else say(terminal.stdout, countsText(counts, language))
    })
    return 0
  },
})

async function mappingOf(file: string): Promise<Mapping> {
  return parseAs(Mapping, await readText(file), file)
}

async function laboratoryOf(
  name: string | undefined,
  laboratories: Api['laboratories'],
): Promise<string | undefined> {
  if (name === undefined) return undefined
  const found = (await laboratories.list({})).find(laboratory => laboratory.name === name)
  if (found === undefined) throw new AppError({ code: 'not_found', entity: 'laboratory', id: name })
  return found.id
}

async function keptMapping(
  laboratory: string | undefined,
  imports: Api['imports'],
): Promise<Mapping | undefined> {
  const kept = await imports.mappings({})
  return kept.find(one => one.laboratory === laboratory && one.about === 'laboratory')?.mapping
}

interface Told {
  readonly imports: Api['imports']
  readonly check: string
  readonly files: readonly string[]
  readonly language: ReturnType<typeof languageOf>
}

/** Every row that is not taken without a question, with the reason. */
async function tell({ imports, check, files, language }: Told, output: Output): Promise<void> {
  for (const which of [{ outcome: 'refused' as const }, { doubtful: true }]) {
    const { rows, total } = await imports.rows({ check, ...which, offset: 0, limit: TOLD })
    for (const row of rows) say(output, rowText(row, files, language))
    if (total > rows.length) say(output, `… ${total}`)
  }
}
