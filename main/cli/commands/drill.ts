import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { practiseFile } from '#main/engine/host-tools.ts'
import { proofOptions, readProof } from '../backup-proof.ts'
import { command, jsonOption, languageOf, languageOption } from '../command.ts'
import { drillText } from '../drill-text.ts'
import { paintFor, say, sayJson } from '../terminal.ts'

/** Practises a restore without a store; needs room for the whole backup beside it. */
export const drillCommand = command({
  name: 'drill',
  summary:
    'Practise a restore: open a backup in a scratch folder, compare all that is in it, and throw it away.',
  operands: ['FILE'],
  options: {
    ...proofOptions,
    scratch: {
      type: 'string',
      value: 'DIR',
      help: 'where to unpack it (default: the folder for such files)',
    },
    json: jsonOption,
    lang: languageOption,
  },
  details: [
    'The password is the one of when the backup was made; it is typed, or read from a file descriptor.',
    'It is recorded nowhere: a drill in the window is. Exit code 0 where the backup can be relied on.',
  ].join('\n'),

  async run({ values, operands: [file = ''] }, terminal) {
    const language = languageOf(values.lang)
    const proof = await readProof(values, terminal)
    const folder = await mkdtemp(join(resolve(values.scratch ?? tmpdir()), 'lobule-drill-'))
    try {
      const { copy, ...drill } = await practiseFile(file, join(folder, 'store'), proof)
      if (values.json) sayJson(terminal.stdout, { file, ...drill, copy: copy?.summary ?? null })
      else say(terminal.stdout, drillText({ file, ...drill }, language, paintFor(terminal.stdout)))
      return drill.passed ? 0 : 1
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
})
