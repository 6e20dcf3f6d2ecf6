import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { samplesFolder, shippedProtocols } from '#main/hosts/resources.ts'
import { readSampleSite } from '#main/hosts/sample/sample-files.ts'
import { command, jsonOption, languageOf, languageOption, required } from '../command.ts'
import { demoText, storeText } from '../demo/demo-text.ts'
import { type DemoResult, runDemo } from '../demo/run-demo.ts'
import { columnsOf, paintFor, say, sayJson } from '../terminal.ts'

/** The product's main job on an invented site, from an empty folder to a verified trail. */
export const demoCommand = command({
  name: 'demo',
  summary: 'Screen an invented site on a new encrypted store, and verify its audit trail.',
  options: {
    store: { type: 'string', value: 'DIR', help: 'keep the store in this new folder (default: removed)' },
    json: jsonOption,
    lang: languageOption,
  },
  details: 'All data are invented. A kept store gets a random password, shown once at the end.',

  async run({ values }, terminal) {
    const { stdout } = terminal
    const language = languageOf(values.lang)
    const kept = values.store !== undefined
    const home = kept ? undefined : mkdtempSync(join(tmpdir(), 'lobule-demo-'))
    const directory = home === undefined ? resolve(required('store', values.store)) : join(home, 'store')
    try {
      const [protocols, sample] = await Promise.all([shippedProtocols(), readSampleSite(samplesFolder)])
      const result = await runDemo({ directory, sample, protocols, terminal })
      if (values.json) sayJson(stdout, asJson(result, directory, kept))
      else {
        const look = { language, columns: columnsOf(stdout), paint: paintFor(stdout) }
        say(stdout, `${demoText(result, look)}\n\n${storeText(result, { directory, kept }, language)}`)
      }
      return result.trail.problems.length === 0 ? 0 : 1
    } finally {
      if (home !== undefined) rmSync(home, { recursive: true, force: true })
    }
  },
})

function asJson({ site, before, access, ...rest }: DemoResult, directory: string, kept: boolean) {
  const { training, name, number, on } = site
  return {
    ...{ training, site: { name, number }, on, ...rest },
    withoutSiteCriteria: before,
    store: kept ? { directory, kept, ...access } : { directory, kept },
  }
}
