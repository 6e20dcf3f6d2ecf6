import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Chart } from '#shared/core/facts/candidate.ts'
import { type ChosenReadings, ReadingsFile } from '#shared/core/protocol/reading.ts'

const folder = join(import.meta.dirname, '../../resources/samples')

/** The text of a file of the sample site; also where a page is tested, which has no files beside its modules. */
export function sampleFile(name: string): string {
  return readFileSync(join(folder, name), 'utf8')
}

/** The chart of a candidate of the sample site by the name of its file, such as `tr-001-eligible`. */
export function sampleChart(name: string): Chart {
  return Chart.parse(JSON.parse(sampleFile(`candidates/${name}.json`)))
}

/** The readings that the sample site chose for NCT05106972. */
export function sampleReadings(): ChosenReadings {
  return ReadingsFile.parse(JSON.parse(sampleFile('nct05106972-training-readings.json'))).readings
}
