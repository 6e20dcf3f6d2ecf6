import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { CivilDate } from '#shared/core/civil-date.ts'
import { indexChart, type PreparedProtocol, type Screening, screen } from '#shared/core/eligibility/index.ts'
import { Chart } from '#shared/core/facts/candidate.ts'
import { type ChosenReadings, ReadingsFile } from '#shared/core/protocol/reading.ts'
import { prepared, preparedSecond } from '#test/support/protocols.ts'

const folder = new URL('../../resources/samples/', import.meta.url)

/** The text of a file of the sample site. */
export function sampleText(file: string): string {
  return readFileSync(new URL(file, folder), 'utf8')
}

/** The sample site is marked as training data, and screens on one day. */
export const { on } = z
  .object({ training: z.literal(true), on: CivilDate })
  .parse(JSON.parse(sampleText('site.json')))

/** The files of the candidates, in the order of their numbers. */
export const candidateFiles = readdirSync(new URL('candidates/', folder))
  .sort()
  .map(name => `candidates/${name}`)

const charts = new Map(
  candidateFiles.map(file => {
    const chart = Chart.parse(JSON.parse(sampleText(file)))
    return [chart.candidate.screeningNumber, chart] as const
  }),
)

/** The screening numbers of the candidates. */
export const screeningNumbers = [...charts.keys()]

/** The chart of a candidate by screening number. */
export function chartOf(screeningNumber: string): Chart {
  const chart = charts.get(screeningNumber)
  if (chart === undefined) throw new Error(`no candidate ${screeningNumber}`)
  return chart
}

/** The readings that the sample site chose. */
export const chosen = readingsFile('nct05106972-training-readings.json')

const first = prepared(chosen)

/** NCT07413549 with the training criteria, under the readings that the site chose. */
export const second = preparedSecond(readingsFile('nct07413549-training-readings.json'))

const underChosen = new Map<string, Screening>()

/** What the sample site's own screening says of a candidate; worked out once. */
export function screened(screeningNumber: string): Screening {
  const known = underChosen.get(screeningNumber) ?? screenedFor(screeningNumber, first)
  underChosen.set(screeningNumber, known)
  return known
}

/** Screens a candidate for a protocol on the sample date. */
export function screenedFor(screeningNumber: string, protocol: PreparedProtocol): Screening {
  return screen(indexChart(chartOf(screeningNumber)), protocol, on, {}, true)
}

/** Screens a candidate for NCT05106972 where the site has chosen otherwise. */
export function screenedUnder(screeningNumber: string, changes: ChosenReadings): Screening {
  return screenedFor(screeningNumber, prepared({ ...chosen, ...changes }))
}

function readingsFile(file: string): ChosenReadings {
  return ReadingsFile.parse(JSON.parse(sampleText(file))).readings
}
