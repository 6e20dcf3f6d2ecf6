import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ExportFile } from '#main/interchange/export-file.ts'
import type { FactRecord, SiteData, SubjectData } from '#main/interchange/site-data.ts'
import { OffsetDateTime } from '#shared/core/civil-date.ts'
import { Candidate, Chart } from '#shared/core/facts/candidate.ts'
import type { FactContent } from '#shared/core/facts/content.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import { FactId, PatientId, ProtocolId, UserId } from '#shared/core/ids.ts'
import { pbcseqPatients } from './pbcseq.ts'
import { nct05106972, nct07413549 } from './protocols.ts'

const AUTHOR = UserId.parse('user-1')
const samples = join(import.meta.dirname, '../../resources/samples')

/** A site of which exports are made in tests, without a store: charts as they stand, each fact in one version. */
export function chartedSite(charts: readonly Chart[], changes: Partial<SiteData> = {}): SiteData {
  const subjects = charts.map(subjectOf)
  return {
    site: { name: 'Training Hospital 培训医院', number: '07', timeZone: 'Asia/Shanghai' },
    training: true,
    pseudonymised: true,
    madeAt: OffsetDateTime.parse('2026-11-30T09:00:00+08:00'),
    application: { version: '0.0.0', build: null },
    protocols: [nct05106972, nct07413549].map(({ id, version, title }) => ({
      id: ProtocolId.parse(id),
      version,
      sha256: 'a'.repeat(64) as SiteData['protocols'][number]['sha256'],
      title,
    })),
    people: [{ id: AUTHOR, fullName: 'user-1', loginName: 'user-1', role: 'principal_investigator' }],
    count: subjects.length,
    subjects: () => subjects,
    ...changes,
  }
}

function subjectOf({ candidate, facts }: Chart): SubjectData {
  const { screeningNumber, sex, birthDate, registrationDate } = candidate
  return {
    id: PatientId.parse(`patient-${screeningNumber}`),
    ...{ screeningNumber, sex },
    ...(birthDate !== undefined && { birthDate: birthDate.slice(0, 4) }),
    ...(registrationDate !== undefined && { registrationDate }),
    facts: facts.map(recordOf),
    signatures: [],
    deviations: [],
    screenings: [],
  }
}

function recordOf({ author: _author, ...fact }: Fact): FactRecord {
  return { ...fact, author: AUTHOR }
}

/** A patient of whom nothing but some facts is known. */
function chartOfFacts(screeningNumber: string, facts: readonly Fact[]): Chart {
  return { candidate: Candidate.parse({ screeningNumber, initials: 'A', sex: 'male' }), facts: [...facts] }
}

/** A patient with contents as they are, also where no site could have charted them so. */
export function chartOfContents(screeningNumber: string, contents: readonly FactContent[]): Chart {
  const enteredAt = OffsetDateTime.parse('2026-11-22T10:00:00+08:00')
  const facts = contents.map(
    (content, index): Fact => ({
      id: FactId.parse(`fact-${index}`),
      ...{ version: 1, enteredAt, author: AUTHOR, content },
      source: { kind: 'typed' },
    }),
  )
  return chartOfFacts(screeningNumber, facts)
}

/** The sample site: candidates, and the patients who are in a trial. */
export function sampleCharts(): Chart[] {
  return ['candidates', 'patients'].flatMap(folder =>
    readdirSync(join(samples, folder))
      .toSorted()
      .map(name => Chart.parse(JSON.parse(readFileSync(join(samples, folder, name), 'utf8')))),
  )
}

/** The patients of the Mayo trial. */
export function pbcseqCharts(): Chart[] {
  return pbcseqPatients().map(({ id, sex, facts }) => {
    const chart = chartOfFacts(`PBC-${id}`, facts)
    return { ...chart, candidate: { ...chart.candidate, sex } }
  })
}

/** The text of every file of an export, each taken before the next as exports do. */
export function textsOf(files: Iterable<ExportFile>): Map<string, string> {
  const texts = new Map<string, string>()
  for (const { path, chunks } of files) {
    texts.set(
      path,
      [...chunks].map(chunk => (typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString())).join(''),
    )
  }
  return texts
}
