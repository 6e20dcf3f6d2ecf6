import { command, jsonOption, required } from '../command.ts'
import { writeNewFile } from '../new-file.ts'
import { passwordDetails, storeOptions, withStore } from '../open-store.ts'
import { say, sayJson } from '../terminal.ts'

/** Takes the audit trail out as JSON Lines; the export itself is an entry. */
export const auditExportCommand = command({
  name: 'audit export',
  summary: "Write a store's audit trail as JSON Lines, each entry with the hash before it and its own.",
  options: {
    ...storeOptions,
    to: { type: 'string', value: 'FILE', help: 'the new file' },
    json: jsonOption,
  },
  details: passwordDetails('audit export --to FILE'),

  async run({ values }, terminal) {
    const file = required('to', values.to)
    const { text, entries, sha256 } = await withStore(values, terminal, client => client.audit.export({}))
    await writeNewFile(file, text)
    if (values.json) sayJson(terminal.stdout, { file, entries, sha256 })
    else say(terminal.stdout, `${file}: ${entries} entries, SHA-256 ${sha256}`)
    return 0
  },
})
