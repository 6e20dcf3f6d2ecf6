import { randomUUID } from 'node:crypto'
import { command, jsonOption, required } from '../command.ts'
import { passwordDetails, storeOptions, withStore } from '../open-store.ts'
import { say, sayJson } from '../terminal.ts'
import { fillClaimed, writeOutgoing } from '../write-outgoing.ts'

/** Takes a complete copy of the site out, encrypted as its store is. */
export const copyCommand = command({
  name: 'copy',
  summary: 'Write a complete copy of a site as one encrypted file, which opens on another computer.',
  options: {
    ...storeOptions,
    to: { type: 'string', value: 'FILE', help: 'the new file' },
    why: { type: 'string', value: 'TEXT', help: 'for whom and why; it stands in the trail' },
    json: jsonOption,
  },
  details: `${passwordDetails('copy --to FILE --why TEXT')}\nIt opens with the passwords of the store that it is of.`,

  async run({ values }, terminal) {
    const file = required('to', values.to)
    const why = required('why', values.why)
    const taken = await fillClaimed(file, () =>
      withStore(values, terminal, async ({ exports }) => {
        const outgoing = await exports.takeCopy({ job: randomUUID(), why })
        await writeOutgoing(exports, outgoing, file)
        return { file, ...outgoing }
      }),
    )
    if (values.json) sayJson(terminal.stdout, taken)
    else say(terminal.stdout, `${file}: ${taken.bytes} bytes, SHA-256 ${taken.sha256}`)
    return 0
  },
})
