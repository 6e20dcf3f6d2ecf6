import { shippedProtocols } from '#main/hosts/resources.ts'
import type { Chart } from '#shared/core/facts/candidate.ts'
import { contentWarnings } from '#shared/core/facts/warnings.ts'
import { chosenProtocols } from '../chosen-protocols.ts'
import { command, dateOf, jsonOption, languageOf, languageOption, required } from '../command.ts'
import { localDay, screenedCandidate } from '../screened.ts'
import { readBasis, readCharts } from '../screening-basis.ts'
import { candidateText } from '../screening-text.ts'
import { columnsOf, paintFor, say, sayJson, type Terminal } from '../terminal.ts'

/** Screens the candidates of a facts file; keeps nothing. */
export const screenCommand = command({
  name: 'screen',
  summary: 'Say what each criterion says about the candidates of a file. Keeps nothing.',
  options: {
    facts: { type: 'string', value: 'FILE|-', help: 'JSON facts of one candidate, or an array of them' },
    protocol: { type: 'string', value: 'ID', help: 'one protocol only (default: all)' },
    criteria: { type: 'string', value: 'FILE', help: "a site's criteria for a protocol that publishes none" },
    readings: {
      type: 'string',
      multiple: true,
      value: 'FILE',
      help: 'the readings chosen for a protocol; once for each protocol',
    },
    on: { type: 'string', value: 'YYYY-MM-DD', help: 'if registered on this day' },
    json: jsonOption,
    lang: languageOption,
  },
  details: [
    'A criterion passes where it is no obstacle: an inclusion that holds, an exclusion that does not.',
    "Without --on: the candidate's registration date, else today by the clock of this machine.",
    'The forms of the files: lobule schema facts | criteria | readings; of the JSON answer: lobule schema verdict.',
  ].join('\n'),

  async run({ values }, terminal) {
    const { stdin, stdout, now } = terminal
    const path = required('facts', values.facts)
    const language = languageOf(values.lang)
    const on = values.on === undefined ? undefined : dateOf('on', values.on)
    const protocols = chosenProtocols(values.protocol, await shippedProtocols())
    const basis = await readBasis(protocols, { criteria: values.criteria, readings: values.readings ?? [] })
    const charts = await readCharts(path, stdin)
    warn(charts, terminal)
    const question = { ...basis, on, today: localDay(now()) }
    const screened = charts.map(chart => screenedCandidate(chart, question))
    if (values.json) {
      sayJson(stdout, screened)
      return 0
    }
    const look = { language, columns: columnsOf(stdout), paint: paintFor(stdout) }
    say(stdout, screened.map(candidate => candidateText(candidate, look)).join('\n\n\n'))
    return 0
  },
})

/** What the files hold that no criterion will see; beside the answer, so that machines still read it. */
function warn(charts: readonly Chart[], { stderr }: Terminal): void {
  const paint = paintFor(stderr)
  for (const [place, { facts }] of charts.entries()) {
    for (const [index, { content }] of facts.entries()) {
      for (const { path, message } of contentWarnings(content)) {
        const where = `${charts.length > 1 ? `[${place}].` : ''}facts[${index}].content.${path}`
        say(stderr, `${paint('yellow', 'note:')} ${where}: ${message}`)
      }
    }
  }
}
