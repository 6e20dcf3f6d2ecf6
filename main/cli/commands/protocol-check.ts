import { loadProtocol } from '#main/engine/host-tools.ts'
import { quotesOf } from '#shared/core/protocol/definition.ts'
import { command, jsonOption } from '../command.ts'
import { say, sayJson } from '../terminal.ts'

/** Checks one protocol definition as loading would; a broken one is refused with path and reason. */
export const protocolCheckCommand = command({
  name: 'protocol check',
  summary: 'Check a protocol definition and its quotes.',
  operands: ['FILE'],
  options: { json: jsonOption },
  details: 'The texts that it quotes lie in a folder named sources beside it.',

  async run({ values, operands: [path = ''] }, { stdout }) {
    const { definition, sha256 } = await loadProtocol(path)
    const { id, version, criteria, readings } = definition
    const counts = {
      criteria: criteria.length,
      readings: readings.length,
      quotes: quotesOf(definition).length,
    }
    if (values.json) sayJson(stdout, { id, version, sha256, ...counts })
    else {
      say(stdout, `${id} ${version} is valid: ${counts.criteria} criteria, ${counts.readings} readings,`)
      say(stdout, `${counts.quotes} quotes, each found word for word in its source.\nSHA-256 ${sha256}`)
    }
    return 0
  },
})
