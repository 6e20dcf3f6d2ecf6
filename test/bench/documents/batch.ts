import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DEFAULT_KDF } from '#main/engine/host-tools.ts'
import { createEngine } from '#main/engine.ts'
import { directClient } from '#main/hosts/direct.ts'
import { documentResources, samplesFolder, shippedProtocols } from '#main/hosts/resources.ts'
import { playBack, playbackClock } from '#main/hosts/sample/play-back.ts'
import { readSampleSite } from '#main/hosts/sample/sample-files.ts'
import { enableSigning, signAll } from '#main/hosts/sample/sign-off.ts'
import { SAMPLE_LOGIN } from '#shared/api/app.ts'
import { ProtocolId } from '#shared/core/ids.ts'

const PROTOCOL = ProtocolId.parse('NCT05106972')

/** Decisions signed in groups as a sitting does, each with its PDF: milliseconds for all, key derivations included. */
export async function signBatch(count: number): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), 'lobule-bench-'))
  const sample = await readSampleSite(samplesFolder)
  const model = sample.charts.find(({ candidate }) => candidate.screeningNumber === 'TR-001')
  if (model === undefined) throw new Error('the sample site has no TR-001')
  const charts = Array.from({ length: count }, (_, index) => ({
    ...model,
    candidate: { ...model.candidate, screeningNumber: `B-${index}` },
  }))
  const clock = playbackClock(charts)
  const engine = createEngine({
    ...{ directory: join(home, 'store'), kdf: DEFAULT_KDF, newId: randomUUID, now: clock.now },
    protocols: await shippedProtocols(),
    documents: documentResources,
    app: { version: '0.0.0', build: null, runtime: {}, sample: true, host: 'direct' },
    report(failure) {
      throw new Error(JSON.stringify(failure))
    },
  })
  const client = directClient(engine)
  const second = { ...SAMPLE_LOGIN, loginName: 'bench' }
  try {
    await playBack({
      ...{ client, clock, sample: { ...sample, charts } },
      investigator: { ...SAMPLE_LOGIN, fullName: 'Bench (training)' },
      colleagues: [{ ...second, fullName: 'Bench two (training)', role: 'coordinator' }],
      onProgress: () => undefined,
    })
    await enableSigning(client, SAMPLE_LOGIN, second)
    await signAll(client, SAMPLE_LOGIN, [{ kind: 'configuration', protocolId: PROTOCOL }])
    const patients = await client.patients.list({})
    const start = performance.now()
    for (let at = 0; at < patients.length; at += GROUP) {
      const group = patients.slice(at, at + GROUP)
      await signAll(
        client,
        SAMPLE_LOGIN,
        group.map(({ id }) => ({ kind: 'eligibility', patientId: id, protocolId: PROTOCOL })),
      )
    }
    return performance.now() - start
  } finally {
    await engine.close()
    rmSync(home, { recursive: true })
  }
}

/** As the window signs them: between groups one sees how far it is, and may stop. */
const GROUP = 3
