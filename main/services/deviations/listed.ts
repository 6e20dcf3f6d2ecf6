import type { z } from 'zod'
import { type Conduct, conductAt } from '#main/services/visits/calendars.ts'
import { patientsInTrials, type TrialPatient, trialPatient } from '#main/services/visits/in-trials.ts'
import { type AddedDeviation, addedDeviations, currentNotes } from '#main/store/deviation-repository.ts'
import { currentFacts, firstEntries } from '#main/store/fact-repository.ts'
import { listDeviations, type StoredDeviation } from '#main/store/plan-repository.ts'
import { gateReasons } from '#shared/api/error-words.ts'
import { dateOf, localDateOf } from '#shared/core/civil-date.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { PatientId } from '#shared/core/ids.ts'
import type { Deviation } from '#shared/core/schedule/deviation.ts'
import { deviationKey, deviationsOf } from '#shared/core/schedule/deviations-of.ts'
import { siteDaysOf } from '#shared/core/schedule/event-days.ts'
import type { SeenDeviation } from '#shared/core/schedule/seen-deviation.ts'
import { doseTitle } from '#shared/core/schedule/visit-templates.ts'
import { type LocalizedText, text, verbatim } from '#shared/core/text.ts'
import type { QueryContext } from '../context.ts'
import { patientOf } from '../patients.ts'

type Shown = z.input<typeof Deviation>

/** The deviations of one patient or of all, seen and added, the newest first. */
export function deviationList(patientId: PatientId | undefined, context: QueryContext): Shown[] {
  const { db } = context
  const conduct = conductAt(context)
  const added = addedDeviations(db, patientId)
  const patients =
    patientId === undefined
      ? patientsInTrials(
          conduct,
          added.map(one => one.patientId),
        )
      : [trialPatient(patientOf(db, patientId), currentFacts(db, patientId), conduct)]
  const ids = patients.map(({ patient }) => patient.id)
  const stored = {
    firstEntered: firstEntries(db, ids),
    gates: Map.groupBy(listDeviations(db, patientId), row => row.patientId),
    added: Map.groupBy(added, row => row.patientId),
    notes: currentNotes(db, patientId),
  }
  return patients
    .flatMap(patient => patientDeviations(patient, stored, conduct))
    .sort((a, b) => (a.on > b.on ? -1 : Number(a.on < b.on)))
}

interface Stored {
  readonly firstEntered: ReturnType<typeof firstEntries>
  readonly gates: ReadonlyMap<PatientId, readonly StoredDeviation[]>
  readonly added: ReadonlyMap<PatientId, readonly AddedDeviation[]>
  readonly notes: ReturnType<typeof currentNotes>
}

function patientDeviations(
  { patient: { id: patientId, screeningNumber }, facts, calendars }: TrialPatient,
  stored: Stored,
  conduct: Conduct,
): Shown[] {
  const { siteDay, protocols } = conduct
  const seen = calendars.flatMap(calendar => {
    const schedule = protocols.find(({ definition }) => definition.id === calendar.protocol)?.schedule
    const seeing = {
      ...{ facts, siteDay, lateEntryDays: schedule?.content.lateEntryDays },
      firstEntered: (id: Fact['id']) => stored.firstEntered.get(id),
    }
    return deviationsOf(calendar, seeing).map(one => ({ ...one, protocol: calendar.protocol }))
  })
  const gates = (stored.gates.get(patientId) ?? []).map(row => ({
    ...gateDeviation(row, facts, conduct),
    protocol: row.protocolId,
  }))
  const added = (stored.added.get(patientId) ?? []).map(row => ({
    ...{ key: row.key, kind: 'other' as const, on: row.on, text: verbatim(row.text), facts: [] },
    protocol: row.protocolId,
  }))
  const keyed = [...seen, ...gates].map(one => ({
    ...one,
    key: deviationKey(patientId, one.protocol, one.key),
  }))
  return [...keyed, ...added].map(one => ({
    ...{ ...one, facts: [...one.facts], patientId, screeningNumber },
    note: shownNote(one.key, stored),
  }))
}

/** What was recorded with a second person when it was charted; it stays although the fact may be retracted since. */
function gateDeviation(row: StoredDeviation, facts: readonly Fact[], { siteDay }: Conduct): SeenDeviation {
  const content = facts.find(({ id }) => id === row.fact)?.content
  const time = content && ('on' in content ? content.on : 'from' in content ? content.from : undefined)
  const on = time === undefined ? localDateOf(row.enteredAt) : dateOf(siteDaysOf(time, siteDay).earliest)
  const step = stepName(row)
  const lacking = row.missing.map(reason => gateReasons[reason])
  return {
    ...{ key: `gate:${row.id}`, kind: 'step_without_gate', on, facts: [row.fact] },
    text: text(
      `${step.en}: ${lacking.map(({ en }) => en).join('; ')}. ${row.reason}`,
      `${step['zh-CN']}：${lacking.map(words => words['zh-CN']).join('；')}。${row.reason}`,
    ),
  }
}

function stepName({ step, number }: StoredDeviation): LocalizedText {
  if (step === 'enrolment') return text('Enrolment', '入组')
  if (step === 'post_dose_visit') return text(`Visit after dose ${number}`, `第${number}次给药后访视`)
  return doseTitle(number ?? 1)
}

function shownNote(key: string, { notes }: Stored): Shown['note'] {
  const found = notes.get(key)
  if (found === undefined) return null
  const { note, version, enteredAt, authorId } = found
  return { ...note, version, enteredAt, author: authorId }
}
