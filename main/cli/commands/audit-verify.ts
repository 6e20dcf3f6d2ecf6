import type { z } from 'zod'
import type { audit } from '#shared/api/audit.ts'
import type { OpeningFinding } from '#shared/api/session.ts'
import { command, jsonOption, languageOf, languageOption } from '../command.ts'
import { passwordDetails, storeOptions, withStore } from '../open-store.ts'
import { type Output, paintFor, say, sayJson } from '../terminal.ts'

type Report = z.output<typeof audit.verify.output> & { readonly findings: readonly OpeningFinding[] }

/** Recomputes the audit trail of a store; a trail with problems is a refusal. */
export const auditVerifyCommand = command({
  name: 'audit verify',
  summary: "Verify a store's audit trail. Opening it adds a login to the trail.",
  options: { ...storeOptions, json: jsonOption, lang: languageOption },
  details: passwordDetails('audit verify'),

  async run({ values }, terminal) {
    languageOf(values.lang)
    const report = await withStore(values, terminal, async (client, { findings }) => ({
      ...(await client.audit.verify({})),
      findings,
    }))
    if (values.json) sayJson(terminal.stdout, report)
    else say(terminal.stdout, reportText(report, terminal.stdout))
    return isWhole(report) ? 0 : 1
  },
})

/** What says nothing about the entries. A backup that was restored has a whole trail of its own, and is named. */
const HARMLESS: readonly OpeningFinding[] = [
  'clock_moved_back',
  'store_restored',
  'rekeying_broke_off',
  'rekeying_completed',
  'store_migrated',
]

function isWhole({ problems, findings }: Report): boolean {
  return problems.length === 0 && findings.every(finding => HARMLESS.includes(finding))
}

function reportText(report: Report, output: Output): string {
  const { entries, head, problems, findings, restores } = report
  const paint = paintFor(output)
  return [
    isWhole(report)
      ? paint('green', `The trail is whole: ${entries} entries, none changed, removed or reordered.`)
      : paint('red', `The trail is not whole (${entries} entries):`),
    ...problems.map(({ seq, problem }) => `- entry ${seq}: ${problem}`),
    ...findings.map(finding => `- while opening: ${finding}`),
    ...restores.map(restored => `- entry ${restored.seq}: ${restoreText(restored)}`),
    `Head ${head ?? '(empty)'}`,
  ].join('\n')
}

function restoreText({ madeAt, entries, replaced }: Report['restores'][number]): string {
  const lost =
    replaced === null ? 'what came after is not known' : `the store that was put aside had ${replaced}`
  return `a backup of ${madeAt} was restored, with ${entries} entries; ${lost}`
}
