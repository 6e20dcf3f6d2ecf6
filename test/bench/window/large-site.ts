import { randomUUID } from 'node:crypto'
import { DEFAULT_KDF } from '#main/engine/host-tools.ts'
import { createEngine } from '#main/engine.ts'
import { directClient } from '#main/hosts/direct.ts'
import { documentResources, samplesFolder, shippedProtocols } from '#main/hosts/resources.ts'
import { playBack, playbackClock } from '#main/hosts/sample/play-back.ts'
import { readSampleSite } from '#main/hosts/sample/sample-files.ts'
import { SAMPLE_LOGIN } from '#shared/api/app.ts'
import { boundsOf, dateOf } from '#shared/core/civil-date.ts'
import { Chart } from '#shared/core/facts/candidate.ts'
import type { FactContentOf } from '#shared/core/facts/content.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import { syntheticCharts } from '../synthetic/charts.ts'

/** The screening number of the candidate who has five hundred facts. */
export const LONG_CHART = 'LONG-500'

/** A training site of synthetic candidates, one of them with a chart of 500 facts, as a store in `directory`. */
export async function makeLargeSite(directory: string, candidates: number): Promise<void> {
  const sample = await readSampleSite(samplesFolder)
  const charts = [...syntheticCharts(candidates - 1), longChart()]
  const clock = playbackClock(charts)
  const engine = createEngine({
    ...{ directory, kdf: DEFAULT_KDF, newId: randomUUID, now: clock.now },
    protocols: await shippedProtocols(),
    documents: documentResources,
    app: { version: '0.0.0', build: null, runtime: {}, sample: true, host: 'direct' },
    report(failure) {
      throw new Error(JSON.stringify(failure))
    },
  })
  try {
    await playBack({
      ...{ client: directClient(engine), clock, sample: { ...sample, charts } },
      investigator: { ...SAMPLE_LOGIN, fullName: 'Bench (training)' },
      colleagues: [
        { ...SAMPLE_LOGIN, loginName: 'bench', fullName: 'Bench two (training)', role: 'coordinator' },
      ],
      onProgress: () => undefined,
    })
  } finally {
    await engine.close()
  }
}

/** A laboratory report every two weeks until there are 500 values: what a patient of some years brings along. */
function longChart(): Chart {
  const model = syntheticCharts(40).find(({ facts }) => facts.filter(isResult).length > 10)
  if (model === undefined) throw new Error('no synthetic chart has a whole laboratory report')
  const report = model.facts.filter(isResult)
  const facts = Array.from({ length: Math.ceil(500 / report.length) }, (_, weeks) =>
    report.map(fact => ({
      ...fact,
      id: `${fact.id}-${weeks}`,
      content: daysBefore(fact.content, 14 * weeks),
    })),
  )
  return Chart.parse({
    ...{ ...model, candidate: { ...model.candidate, screeningNumber: LONG_CHART } },
    facts: facts.flat().slice(0, 500),
  })
}

type Result = Fact & { content: FactContentOf<'laboratory'> }

function isResult(fact: Fact): fact is Result {
  return fact.content.kind === 'laboratory'
}

function daysBefore(content: Result['content'], days: number) {
  const { earliest } = boundsOf(content.on)
  return { ...content, on: dateOf(earliest - days) }
}
