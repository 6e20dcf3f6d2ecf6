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

/** A clock that was moved says nothing about the entries. */
function isWhole({ problems, findings }: Report): boolean {
  return problems.length === 0 && findings.every(finding => finding === 'clock_moved_back')
}

function reportText(report: Report, output: Output): string {
  const { entries, head, problems, findings } = report
  const paint = paintFor(output)
  return [
    isWhole(report)
      ? paint('green', `The trail is whole: ${entries} entries, none changed, removed or reordered.`)
      : paint('red', `The trail is not whole (${entries} entries):`),
    ...problems.map(({ seq, problem }) => `- entry ${seq}: ${problem}`),
    ...findings.map(finding => `- while opening: ${finding}`),
    `Head ${head ?? '(empty)'}`,
  ].join('\n')
}
