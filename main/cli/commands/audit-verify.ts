import { resolve } from 'node:path'
import type { z } from 'zod'
import { directClient } from '#main/hosts/direct.ts'
import { shippedProtocols } from '#main/hosts/resources.ts'
import type { audit } from '#shared/api/audit.ts'
import { AppError } from '#shared/api/errors.ts'
import type { OpeningFinding } from '#shared/api/session.ts'
import { command, jsonOption, languageOf, languageOption, required } from '../command.ts'
import { passwordOption, readPassword } from '../password.ts'
import { startEngine } from '../start-engine.ts'
import { type Output, paintFor, say, sayJson } from '../terminal.ts'

type Report = z.output<typeof audit.verify.output> & { readonly findings: readonly OpeningFinding[] }

/** Recomputes the audit trail of a store; a trail with problems is a refusal. */
export const auditVerifyCommand = command({
  name: 'audit verify',
  summary: "Verify a store's audit trail. Opening it adds a login to the trail.",
  options: {
    store: { type: 'string', value: 'DIR', help: 'the folder of the store' },
    user: { type: 'string', value: 'NAME', help: 'the login name' },
    'password-fd': passwordOption,
    json: jsonOption,
    lang: languageOption,
  },
  details: [
    'The password is typed, or read from a file descriptor: never an argument, never the environment.',
    'npm hands on no descriptor but 0; for another one call node itself:',
    '  npm run -s lobule -- audit verify --store DIR --user NAME --password-fd 0 < FILE',
    '  node_modules/.bin/node main/cli/lobule.ts audit verify --store DIR --user NAME --password-fd 3 3< FILE',
  ].join('\n'),

  async run({ values }, terminal) {
    const directory = resolve(required('store', values.store))
    const loginName = required('user', values.user)
    languageOf(values.lang)
    const engine = startEngine(directory, await shippedProtocols(), terminal)
    try {
      const client = directClient(engine)
      const status = await client.site.status({})
      if (status.state === 'none') throw new AppError({ code: 'not_found', entity: 'store', id: directory })
      if (status.state === 'incomplete') throw new AppError({ code: 'store_missing', part: status.missing })
      const password = await readPassword(values['password-fd'], terminal)
      const { findings } = await client.session.unlock({ loginName, password })
      const report = { ...(await client.audit.verify({})), findings }
      if (values.json) sayJson(terminal.stdout, report)
      else say(terminal.stdout, reportText(report, terminal.stdout))
      return isWhole(report) ? 0 : 1
    } finally {
      engine.close()
    }
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
