import { randomUUID } from 'node:crypto'
import { storeFolder } from '#main/hosts/data-folder.ts'
import { directClient } from '#main/hosts/direct.ts'
import { shippedProtocols } from '#main/hosts/resources.ts'
import { command, jsonOption } from '../command.ts'
import { sendCopy } from '../send-copy.ts'
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
      const copy = await sendCopy(file, id, site)
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
