import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factAbout, LAST_DAY } from '#test/support/chart-arbitraries.ts'
import { eligibleChart, factOf, subjectOf } from '#test/support/chart-builder.ts'
import { firstChoices, nct05106972, prepared } from '#test/support/protocols.ts'
import { CivilDate, dateOf, dayOf } from '../civil-date.ts'
import { Chart } from '../facts/candidate.ts'
import { FactKind } from '../facts/content.ts'
import type { Fact } from '../facts/fact.ts'
import type { Invalidation } from '../signatures/change.ts'
import { askedOf, basisOn, differenceOf, evidenceIds } from './basis.ts'
import { indexChart, screen } from './index.ts'

const RUNS = Number(process.env['RUNS'] ?? 300)
const TIMEOUT = 30_000 + RUNS * 50

const protocol = prepared(firstChoices)
const scopes = protocol.criteria.map(({ scope }) => scope)
/** What the criteria of the protocol ask about. */
const asked = {
  topics: [...new Set([...scopes.flatMap(({ topics }) => topics), ...scopes.flatMap(({ hints }) => hints)])],
  analytes: [...new Set(scopes.flatMap(({ analytes }) => analytes))],
}
const question = { on: LAST_DAY, today: LAST_DAY, rules: 'r' }
const before = eligibleChart().build()

const basis = (chart: Chart, readings = firstChoices) =>
  basisOn(indexChart(chart, LAST_DAY), prepared(readings), question)

/** What marks a decision about `before`, if its chart becomes `after`. */
function difference(after: Chart, readings = firstChoices): Invalidation | null {
  return differenceOf(basis(before), basis(after, readings), {
    asked: askedOf(protocol),
    decided: { from: LAST_DAY, to: null },
    charted: after.facts,
  })
}

const withFacts = (facts: Fact[]): Chart => ({ ...before, facts })
const used = [...basis(before).facts]
const screening = screen(indexChart(before, LAST_DAY), protocol, LAST_DAY, { today: LAST_DAY })

describe('the basis of a decision', { timeout: TIMEOUT }, () => {
  it('[E6] is what the screening shows: the same evidence, outcomes and verdict', () => {
    expect(new Set(used.map(({ id }) => id))).toEqual(evidenceIds(screening))
    expect(basis(before).outcomes).toEqual(
      screening.criteria.map(({ id, label, outcome }) => ({ id, label, outcome })),
    )
    expect([basis(before).verdict, screening.verdict]).toEqual(['eligible', 'eligible'])
    expect(difference(before)).toBeNull()
  })

  it('[E6] any correction or retraction of a used fact is named, with both values and the flip', () => {
    const change = fc.oneof(
      fc.constant(undefined),
      factAbout(asked, fc.constant('x')).map(({ content }) => content),
    )
    fc.assert(
      fc.property(fc.constantFrom(...used), change, ({ id, version, content: was }, now) => {
        const facts = before.facts.flatMap(fact => {
          if (fact.id !== id) return [fact]
          return now === undefined ? [] : [{ ...fact, version: version + 1, content: now }]
        })
        const after = withFacts(facts)
        const found = difference(after)
        expect(found?.changes).toContainEqual({ item: 'fact', fact: id, was, now: now ?? null })
        expect(found?.verdict).toEqual({ was: 'eligible', now: basis(after).verdict })
        expect(found?.verdict?.now).toBe(
          screen(indexChart(after, LAST_DAY), protocol, LAST_DAY, { today: LAST_DAY }).verdict,
        )
      }),
      { numRuns: RUNS },
    )
  })

  it('[E6] a fact entered later marks exactly where the same question would have used it, or answer otherwise', () => {
    fc.assert(
      fc.property(factAbout(asked, fc.constant('late')), late => {
        const after = withFacts([...before.facts, late])
        const now = screen(indexChart(after, LAST_DAY), protocol, LAST_DAY, { today: LAST_DAY })
        const isSame =
          JSON.stringify([...evidenceIds(now)].sort()) ===
            JSON.stringify([...evidenceIds(screening)].sort()) &&
          now.criteria.every(({ outcome }, index) => outcome === screening.criteria[index]?.outcome)
        const found = difference(after)
        expect(found === null).toBe(isSame)
        if (evidenceIds(now).has(late.id))
          expect(found?.changes).toContainEqual({ item: 'fact', fact: late.id, was: null, now: late.content })
      }),
      { numRuns: RUNS },
    )
  })

  it('[E6] a fact of a kind that no criterion asks, and anything that happened later, changes nothing', () => {
    const topics = FactKind.options.filter(
      kind => !asked.topics.includes(kind) && !['laboratory', 'enrolment', 'dose'].includes(kind),
    )
    const other = factAbout({ topics, analytes: ['sodium', 'ammonia'] }, fc.constant('other')).filter(
      ({ content }) => topics.includes(subjectOf(content)) || subjectOf(content) === 'laboratory',
    )
    const later = fc.integer({ min: 1, max: 200 }).map(days => {
      const on = dateOf(dayOf(LAST_DAY) + days)
      const kinds = [
        { kind: 'upper_gi_bleeding', from: on, to: on },
        { kind: 'laboratory', on, loinc: '42595-9', value: '90000', unit: '[IU]/mL' },
        { kind: 'pregnancy_test', on, result: 'positive' },
        { kind: 'consent', on, protocol: nct05106972.id, version: '1', status: 'withdrawn' },
      ]
      return factOf('later', kinds[days % kinds.length], on)
    })
    fc.assert(
      fc.property(fc.oneof(other, later), fact => {
        expect(difference(withFacts([...before.facts, fact]))).toBeNull()
      }),
      { numRuns: RUNS },
    )
  })

  it('[E6] a used reading that is chosen otherwise is named; one that no criterion uses is not', () => {
    const usedReadings = new Set(protocol.criteria.flatMap(({ readings }) => readings.map(({ id }) => id)))
    const reading = fc.constantFrom(...nct05106972.readings)
    fc.assert(
      fc.property(reading, ({ id, alternatives }) => {
        const now = alternatives[1]?.id ?? ''
        const found = difference(before, { ...firstChoices, [id]: now })
        const change = { item: 'reading', reading: id, was: firstChoices[id], now }
        if (usedReadings.has(id)) expect(found?.changes).toContainEqual(change)
        else expect(found).toBeNull()
      }),
      { numRuns: RUNS / 3 },
    )
  })

  it('[E6] birth date and sex count where they are asked; a registration only where its day is not covered', () => {
    const person = (changes: object) =>
      Chart.parse({ ...before, candidate: { ...before.candidate, ...changes } })
    expect(difference(person({ birthDate: '1980-05-21' }))?.changes).toContainEqual({
      ...{ item: 'candidate', field: 'birthDate', was: '1980-05-20', now: '1980-05-21' },
    })
    const compared = { asked: { birthDate: false, sex: false }, charted: before.facts }
    const until = { from: LAST_DAY, to: CivilDate.parse('2026-12-31') }
    const changes = (registrationDate: string | undefined) =>
      differenceOf(
        basis(before),
        { ...basis(before), candidate: person({ registrationDate, birthDate: '1980-05-21' }).candidate },
        { ...compared, decided: until },
      )
    expect(changes(undefined)).toBeNull()
    expect(changes('2026-12-31')).toBeNull()
    for (const day of ['2026-11-21', '2027-01-01'])
      expect(changes(day)?.changes).toMatchObject([{ field: 'registrationDate', was: null, now: day }])
  })
})
