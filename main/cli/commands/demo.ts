import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { samplesFolder, shippedProtocols } from '#main/hosts/resources.ts'
import { readSampleSite } from '#main/hosts/sample/sample-files.ts'
import { command, jsonOption, languageOf, languageOption, required } from '../command.ts'
import { demoText, documentsText, storeText } from '../demo/demo-text.ts'
import { type DemoResult, runDemo } from '../demo/run-demo.ts'
import type { SignOff } from '../demo/sign-off.ts'
import { columnsOf, paintFor, say, sayJson } from '../terminal.ts'
import { holds, withoutRecord } from '../verification.ts'

/** The product's main job on an invented site, from an empty folder to a verified trail. */
export const demoCommand = command({
  name: 'demo',
  summary: 'Screen an invented site, sign and file decisions and trends, back it up, and verify all of it.',
  options: {
    store: { type: 'string', value: 'DIR', help: 'keep the store in this new folder (default: removed)' },
    documents: {
      type: 'string',
      value: 'DIR',
      help: 'keep the signed PDFs in this folder (default: removed)',
    },
    json: jsonOption,
    lang: languageOption,
  },
  details: 'All data are invented. A kept store gets a random password, shown once at the end.',

  async run({ values }, terminal) {
    const { stdout } = terminal
    const language = languageOf(values.lang)
    const kept = values.store !== undefined
    const home = mkdtempSync(join(tmpdir(), 'lobule-demo-'))
    const directory = kept ? resolve(required('store', values.store)) : join(home, 'store')
    const documents = values.documents === undefined ? join(home, 'documents') : resolve(values.documents)
    try {
      mkdirSync(documents, { recursive: true })
      const [protocols, sample] = await Promise.all([shippedProtocols(), readSampleSite(samplesFolder)])
      const result = await runDemo({ directory, documents, sample, protocols, terminal })
      if (values.json) sayJson(stdout, asJson(result, directory, kept))
      else {
        const look = { language, columns: columnsOf(stdout), paint: paintFor(stdout) }
        const parts = [
          demoText(result, look),
          documentsText(result.signed, values.documents !== undefined, language),
          storeText(result, { directory, kept }, language),
        ]
        say(stdout, parts.join('\n\n'))
      }
      return isAsItShouldBe(result) ? 0 : 1
    } finally {
      rmSync(home, { recursive: true, force: true })
    }
  },
})

/** The trail is whole, what was signed holds, the changed copy does not, and the backup restores. */
function isAsItShouldBe({ trail, signed: { filed, tampered }, data, backedUp }: DemoResult): boolean {
  const held = [...filed, data].every(({ verified }) => holds(verified))
  return trail.problems.length === 0 && held && !holds(tampered) && backedUp.drill.passed
}

function asJson(
  { site, before, access, signed, data, ...rest }: DemoResult,
  directory: string,
  kept: boolean,
) {
  const { training, name, number, on } = site
  return {
    ...{ training, site: { name, number }, on, ...rest },
    withoutSiteCriteria: before,
    signed: signedJson(signed),
    data: { ...data, verified: withoutRecord(data.verified) },
    store: kept ? { directory, kept, ...access } : { directory, kept },
  }
}

function signedJson({ fingerprint, folder, filed, tampered }: SignOff) {
  const files = filed.map(({ verified, ...rest }) => ({ ...rest, verified: withoutRecord(verified) }))
  return { fingerprint, folder, files, tampered: withoutRecord(tampered) }
}
