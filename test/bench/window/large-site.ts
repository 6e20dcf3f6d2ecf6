import { randomUUID } from 'node:crypto'
import { createEngine } from '#main/engine.ts'
import { directClient } from '#main/hosts/direct.ts'
import { samplesFolder, shippedProtocols } from '#main/hosts/resources.ts'
import { playBack, playbackClock } from '#main/hosts/sample/play-back.ts'
import { readSampleSite } from '#main/hosts/sample/sample-files.ts'
import { SAMPLE_LOGIN } from '#shared/api/app.ts'
import { Chart } from '#shared/core/facts/candidate.ts'
import { FAST_KDF } from '#test/support/engine.ts'
import { syntheticCharts } from '../synthetic/charts.ts'

/** The screening number of the candidate who has five hundred facts. */
export const LONG_CHART = 'LONG-500'

/** A training site of synthetic candidates, one of them with a chart of 500 facts, as a store in `directory`. */
export async function makeLargeSite(directory: string, candidates: number): Promise<void> {
  const sample = await readSampleSite(samplesFolder)
  const charts = [...syntheticCharts(candidates - 1), longChart()]
  const clock = playbackClock(charts)
  const engine = createEngine({
    ...{ directory, kdf: FAST_KDF, newId: randomUUID, now: clock.now },
    protocols: await shippedProtocols(),
    app: { version: '0.0.0', build: null, runtime: {}, sample: true, host: 'direct' },
    report(failure) {
      throw new Error(JSON.stringify(failure))
    },
  })
  try {
    await playBack({
      ...{ client: directClient(engine), clock, sample: { ...sample, charts } },
      investigator: { ...SAMPLE_LOGIN, fullName: 'Bench (training)' },
      onProgress: () => undefined,
    })
  } finally {
    engine.close()
  }
}

/** Twenty laboratory reports over the synthetic season: what a patient of some years brings along. */
function longChart(): Chart {
  const [model] = syntheticCharts(40).filter(({ facts }) =>
    facts.some(({ content }) => content.kind === 'laboratory' && content.loinc === '1742-6'),
  )
  const results = model?.facts.filter(({ content }) => content.kind === 'laboratory') ?? []
  if (model === undefined || results.length === 0)
    throw new Error('no synthetic chart has laboratory results')
  const facts = Array.from({ length: 500 }, (_, index) => {
    const { content, ...fact } = results[index % results.length] ?? (results[0] as (typeof results)[number])
    const day = String(1 + (index % 28)).padStart(2, '0')
    const month = String(1 + (Math.floor(index / 28) % 9)).padStart(2, '0')
    return { ...fact, id: `long-${index}`, content: { ...content, on: `2026-${month}-${day}` } }
  })
  return Chart.parse({ ...model, candidate: { ...model.candidate, screeningNumber: LONG_CHART }, facts })
}
