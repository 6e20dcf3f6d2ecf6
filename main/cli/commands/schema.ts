import { z } from 'zod'
import { Chart } from '#shared/core/facts/candidate.ts'
import { ProtocolDefinition } from '#shared/core/protocol/definition.ts'
import { ReadingsFile } from '#shared/core/protocol/reading.ts'
import { SiteCriteria } from '#shared/core/protocol/site-criteria.ts'
import { command, UsageError } from '../command.ts'
import { ScreenedCandidate } from '../screened.ts'
import { sayJson } from '../terminal.ts'

/** What goes in as a file is described as it may be written, what comes out as it is printed. */
const schemas: Readonly<Record<string, { schema: z.ZodType; io: 'input' | 'output' }>> = {
  facts: { schema: z.union([Chart, z.array(Chart).min(1)]), io: 'input' },
  verdict: { schema: z.array(ScreenedCandidate), io: 'output' },
  criteria: { schema: SiteCriteria, io: 'input' },
  readings: { schema: ReadingsFile, io: 'input' },
  protocol: { schema: ProtocolDefinition, io: 'input' },
}

const names = Object.keys(schemas)

/** Prints the JSON Schema of a file that Lobule reads, or of the answer of `screen --json`. */
export const schemaCommand = command({
  name: 'schema',
  summary: `Print the JSON Schema of a file: ${names.join(', ')}.`,
  operands: ['NAME'],
  options: {},
  details: `NAME is one of ${names.join(', ')}; verdict is what screen --json prints.`,

  run({ operands: [name = ''] }, { stdout }) {
    const known = Object.hasOwn(schemas, name) ? schemas[name] : undefined
    if (known === undefined) throw new UsageError(`no such schema; known are ${names.join(', ')}`)
    sayJson(stdout, z.toJSONSchema(known.schema, { io: known.io, reused: 'ref' }))
    return Promise.resolve(0)
  },
})
