import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import { directClient } from '#main/hosts/direct.ts'
import { playBack, playbackClock } from '#main/hosts/sample/play-back.ts'
import type { SampleSite } from '#main/hosts/sample/sample-files.ts'
import type { audit } from '#shared/api/audit.ts'
import type { screening } from '#shared/api/screening.ts'
import type { CriterionResult } from '#shared/core/eligibility/verdict.ts'
import type { LoadedProtocol } from '#shared/core/protocol/definition.ts'
import { startEngine } from '../start-engine.ts'
import type { Terminal } from '../terminal.ts'
import { type BackedUp, backUp } from './backed-up.ts'
import { type InAndOut, inAndOut } from './in-and-out.ts'
import { type SignOff, signOff } from './sign-off.ts'

type SiteScreening = z.output<typeof screening.site.output>

type Listed = SiteScreening['candidates'][number]

/** A line of the demonstration: what each protocol answers, with the outcome of each criterion. */
export interface DemoCandidate extends Omit<Listed, 'answers'> {
  readonly answers: readonly DemoAnswer[]
}
export type DemoAnswer = Listed['answers'][number] & {
  readonly criteria: readonly Pick<CriterionResult, 'label' | 'outcome'>[]
}

/** What opens the store of a demonstration that is kept. */
interface StoreAccess {
  readonly loginName: string
  readonly password: string
  readonly recoveryKey: string
}

/** What a demonstration found. */
export interface DemoResult {
  readonly site: SampleSite['site']
  readonly protocols: readonly { id: string; version: string }[]
  /** While no criteria were entered for the protocols that publish none. */
  readonly before: SiteScreening['candidates']
  /** With the training criteria. */
  readonly candidates: readonly DemoCandidate[]
  readonly missing: SiteScreening['missing']
  readonly possibleDuplicates: readonly string[]
  readonly signed: SignOff
  readonly data: InAndOut
  readonly backedUp: BackedUp
  readonly trail: z.output<typeof audit.verify.output>
  readonly access: StoreAccess
}

/** Where and with what a demonstration runs. */
export interface DemoSetting {
  readonly directory: string
  /** Where the signed documents are written. */
  readonly documents: string
  readonly sample: SampleSite
  readonly protocols: readonly LoadedProtocol[]
  readonly terminal: Terminal
}

/**
 * Creates an encrypted store, charts the sample site, screens it, signs two decisions, a review of trends and the
 * causality of an adverse event, files and verifies them, takes in a month of results, hands over a dossier, backs the
 * site up, practises a restore, and verifies the trail: all through the engine.
 */
export async function runDemo(setting: DemoSetting): Promise<DemoResult> {
  const { directory, documents, sample, protocols, terminal } = setting
  const { site, charts } = sample
  const clock = playbackClock(charts)
  const engine = startEngine(directory, protocols, { stderr: terminal.stderr, now: clock.now })
  const client = directClient(engine)
  const onProgress = progressOn(terminal)
  try {
    const access = { loginName: 'demo', password: newPassword() }
    const second = { loginName: 'second', password: newPassword() }
    let before: DemoResult['before'] = []
    const { recoveryKey, possibleDuplicates } = await playBack({
      ...{ client, clock, sample, onProgress },
      investigator: { ...access, fullName: 'Demo investigator (training)' },
      colleagues: [{ ...second, fullName: 'Demo coordinator (training)', role: 'coordinator' }],
      async beforeCriteria() {
        before = (await client.screening.site({ on: site.on })).candidates
      },
    })
    onProgress('screening')
    const { candidates: listed, missing } = await client.screening.site({ on: site.on })
    const candidates = await Promise.all(listed.map(candidate => withOutcomes(client, candidate, site.on)))
    const { now } = clock
    const signed = await signOff({ client, investigator: access, second, folder: documents, now, onProgress })
    // The laboratory's file reaches a week further than the day of the screening.
    clock.moveTo(now().getTime() + WEEK)
    const { fingerprint } = signed
    const data = await inAndOut({
      ...{ client, investigator: access, folder: documents, fingerprint, now, onProgress },
    })
    const { password } = access
    const backedUp = await backUp({ backups: client.backups, password, folder: documents, onProgress })
    onProgress('verifying the audit trail')
    const trail = await client.audit.verify({})
    const known = protocols.map(({ definition: { id, version } }) => ({ id, version }))
    return {
      ...{
        site,
        protocols: known,
        before,
        candidates,
        missing,
        possibleDuplicates,
        signed,
        data,
        backedUp,
        trail,
      },
      access: { ...access, recoveryKey },
    }
  } finally {
    await engine.close()
    onProgress('')
  }
}

async function withOutcomes(
  client: ReturnType<typeof directClient>,
  { patientId, screeningNumber }: Listed,
  on: SampleSite['site']['on'],
): Promise<DemoCandidate> {
  const { screenings } = await client.screening.patient({ patientId, on })
  const answers = screenings.map(({ criteria, ...answer }) => ({
    ...answer,
    criteria: criteria.map(({ label, outcome }) => ({ label, outcome })),
  }))
  return { patientId, screeningNumber, answers }
}

const WEEK = 7 * 24 * 3_600_000

const newPassword = () => randomBytes(18).toString('base64url')

/** One line on a terminal that is written over; nothing where nobody watches. */
function progressOn({ stderr }: Terminal): (step: string) => void {
  if (!stderr.isTTY) return () => undefined
  return step => stderr.write(`\r\u001b[K${step === '' ? '' : `${step} …`}`)
}
