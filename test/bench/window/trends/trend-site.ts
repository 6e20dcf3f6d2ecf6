import { randomUUID } from 'node:crypto'
import { createEngine } from '#main/engine.ts'
import { directClient } from '#main/hosts/direct.ts'
import { documentResources, samplesFolder, shippedProtocols } from '#main/hosts/resources.ts'
import { playBack, playbackClock } from '#main/hosts/sample/play-back.ts'
import { readSampleSite } from '#main/hosts/sample/sample-files.ts'
import { SAMPLE_LOGIN } from '#shared/api/app.ts'
import { Chart } from '#shared/core/facts/candidate.ts'
import type { Trends } from '#shared/core/trends/series.ts'
import { FAST_KDF } from '#test/support/engine.ts'
import { type RawFact, weeklyPatient } from '../../trends/records.ts'

/** Facts that one call may record. */
const AT_ONCE = 2000
const TEN_YEARS = 520
const REPORTS = 10

/** The screening number of the patient with ten years of weekly reports. */
const TEN_YEAR_CHART = 'TEN-YEARS'

/** A training site with one patient of ten years and a cohort, as a store in `directory`. Its key is derived cheaply. */
export async function makeTrendSite(directory: string, cohort: number): Promise<void> {
  const sample = await readSampleSite(samplesFolder)
  const charts = [
    chartOf(TEN_YEAR_CHART, weeklyPatient(TEN_YEARS, 1)),
    ...Array.from({ length: cohort - 1 }, (_, index) =>
      chartOf(`COHORT-${index + 1}`, weeklyPatient(REPORTS, index + 2, 3)),
    ),
  ]
  const clock = playbackClock(charts)
  const engine = await engineOn(directory, clock.now)
  try {
    await playBack({
      ...{ client: directClient(engine), clock, sample: { ...sample, charts } },
      investigator: { ...SAMPLE_LOGIN, fullName: 'Bench (training)' },
      colleagues: [
        { ...SAMPLE_LOGIN, loginName: 'bench', fullName: 'Bench two (training)', role: 'sub_investigator' },
      ],
      onProgress: () => undefined,
    })
  } finally {
    await engine.close()
  }
}

/** The patient of ten years in such a site, and what the charts of it draw. */
export async function tenYears(directory: string): Promise<{ patientId: string; trends: Trends }> {
  const engine = await engineOn(directory, () => new Date())
  try {
    const { session, patients, trends } = directClient(engine)
    await session.unlock(SAMPLE_LOGIN)
    const patient = (await patients.list({})).find(one => one.screeningNumber === TEN_YEAR_CHART)
    if (patient === undefined) throw new Error(`no ${TEN_YEAR_CHART} in this site`)
    const answer = await trends.patient({ patientId: patient.id })
    return { patientId: patient.id, trends: answer.trends }
  } finally {
    await engine.close()
  }
}

async function engineOn(directory: string, now: () => Date) {
  return createEngine({
    ...{ directory, kdf: FAST_KDF, newId: randomUUID, now },
    protocols: await shippedProtocols(),
    documents: documentResources,
    app: { version: '0.0.0', build: null, runtime: {}, sample: true, host: 'direct' },
    report(failure) {
      throw new Error(JSON.stringify(failure))
    },
  })
}

/** Entered in as few visits to the keyboard as there can be: when it was entered is not what is timed. */
function chartOf(screeningNumber: string, facts: readonly RawFact[]): Chart {
  return Chart.parse({
    candidate: { screeningNumber, initials: 'XX', sex: 'female', birthDate: '1970-05-20' },
    training: true,
    facts: facts.map((fact, index) => ({ ...fact, enteredAt: enteredAt(Math.floor(index / AT_ONCE)) })),
  })
}

function enteredAt(visit: number): string {
  return `2026-06-0${visit + 1}T16:00:00+08:00`
}
