import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attributesOf, factAbout, shuffled, someDay } from '#test/support/chart-arbitraries.ts'
import { subjectOf } from '#test/support/chart-builder.ts'
import {
  type Case,
  findingOf,
  isDefinite,
  preparedCase,
  questionAbout,
  someCase,
  summary,
} from '#test/support/criterion-arbitraries.ts'
import { refinementsOf } from '#test/support/refinements.ts'
import { type CivilDate, dateOf, dayOf } from '../civil-date.ts'
import { type FactContent, FactKind } from '../facts/content.ts'
import type { Fact } from '../facts/fact.ts'
import { criterionOn, criterionOverTime, saysTheSame } from './criterion.ts'

/** More runs find more: `RUNS=10000 vitest run shared/core/eligibility`. */
const RUNS = Number(process.env['RUNS'] ?? 250)
const TIMEOUT = 30_000 + RUNS * 50

const withFacts = (given: Case, facts: Fact[]): Case => ({ ...given, chart: { ...given.chart, facts } })

/** Checks a property of a random criterion, chart and day; a failure shows the case in few words. */
function holds(check: (given: Case, day: CivilDate) => void): void {
  const shown = (given: Case, day: CivilDate) => {
    try {
      check(given, day)
    } catch (error) {
      if (!(error instanceof Error) || error.constructor.name === 'PreconditionFailure') throw error
      throw new Error(`on ${day}: ${summary(given)}\n${error.message}`, { cause: error })
    }
  }
  fc.assert(fc.property(someCase, someDay, shown), { numRuns: RUNS })
}

const isAskedInVain = (content: FactContent) => content.kind === 'not_known' && content.state === 'unknown'

/** Whether something about a fact is not charted that could be. */
function isOpen(content: FactContent): boolean {
  if (content.kind === 'negative_finding' || content.kind === 'not_known') return false
  const ended = 'on' in content || ('to' in content && content.to !== undefined)
  return !ended || attributesOf(content.kind).some(({ name }) => !(name in content))
}

describe('for every criterion, under every reading', { timeout: TIMEOUT }, () => {
  it('the intervals say on every day of two years what the criterion says on that day', () => {
    const check = (given: Case) => {
      const prepared = preparedCase(given)
      const question = questionAbout(given)
      const segments = criterionOverTime(prepared, question)
      for (let day = dayOf('2026-01-01'); day <= dayOf('2027-12-31'); day += 1) {
        const found = segments.filter(({ from, to }) => from <= day && day <= to)
        expect(found).toHaveLength(1)
        const finding = criterionOn(prepared, question, day)
        if (found[0] && saysTheSame(found[0].finding, finding)) continue
        expect({ day, ...found[0]?.finding }, `${dateOf(day)}: ${summary(given)}`).toEqual({
          day,
          ...finding,
        })
      }
    }
    fc.assert(fc.property(someCase, check), { numRuns: Math.ceil(RUNS / 5) })
  })

  it('an irrelevant fact changes nothing', () => {
    const topics = FactKind.options.filter(kind => kind !== 'laboratory')
    const any = { topics, analytes: ['sodium', 'creatinine', 'ammonia'] as const }
    fc.assert(
      fc.property(someCase, someDay, factAbout(any, fc.constant('irrelevant')), (given, day, fact) => {
        const { scope } = preparedCase(given)
        fc.pre(!scope.topics.includes(subjectOf(fact.content)))
        const more = withFacts(given, [fact, ...given.chart.facts])
        expect(findingOf(more, day).outcome).toBe(findingOf(given, day).outcome)
      }),
      { numRuns: RUNS },
    )
  })

  it('a definite outcome stays when an unknown is given a value', () => {
    holds((given, day) => {
      const { outcome } = findingOf(given, day)
      fc.pre(isDefinite(outcome))
      for (const refined of refinementsOf(given)) {
        const after = findingOf(refined, day).outcome
        expect(after, summary(refined)).toBe(outcome)
      }
    })
  })

  it('without anything about a subject nothing becomes satisfied', () => {
    holds((given, day) => {
      fc.pre(findingOf(given, day).outcome !== 'satisfied')
      for (const subject of new Set(given.chart.facts.map(({ content }) => subjectOf(content)))) {
        const rest = given.chart.facts.filter(({ content }) => subjectOf(content) !== subject)
        expect(findingOf(withFacts(given, rest), day).outcome).not.toBe('satisfied')
      }
    })
  })

  it('without a negative finding nothing unknown becomes satisfied', () => {
    holds((given, day) => {
      fc.pre(findingOf(given, day).outcome !== 'satisfied')
      for (const dropped of given.chart.facts.filter(({ content }) => content.kind === 'negative_finding')) {
        const rest = given.chart.facts.filter(fact => fact !== dropped)
        expect(findingOf(withFacts(given, rest), day).outcome).not.toBe('satisfied')
      }
    })
  })

  it('the order of the facts does not matter', () => {
    const reordered = someCase.chain(given =>
      fc.tuple(fc.constant(given), shuffled(given.chart.facts), someDay),
    )
    fc.assert(
      fc.property(reordered, ([given, facts, day]) => {
        expect(findingOf(withFacts(given, facts), day), summary(given)).toEqual(findingOf(given, day))
      }),
      { numRuns: RUNS },
    )
  })

  it('the names of the facts do not matter', () => {
    holds((given, day) => {
      const ids = given.chart.facts.map(({ id }) => id).reverse()
      const facts = given.chart.facts.map((fact, index) => ({ ...fact, id: ids[index] ?? fact.id }))
      expect(findingOf(withFacts(given, facts), day).outcome).toBe(findingOf(given, day).outcome)
    })
  })

  it('a definite outcome never depends on an unknown fact', () => {
    holds((given, day) => {
      const { outcome, facts: evidence } = findingOf(given, day)
      fc.pre(isDefinite(outcome))
      const answered = given.chart.facts.filter(({ content }) => !isAskedInVain(content))
      expect(findingOf(withFacts(given, answered), day).outcome).toBe(outcome)
      const complete = answered.filter(fact => evidence.includes(fact) || !isOpen(fact.content))
      expect(findingOf(withFacts(given, complete), day).outcome).toBe(outcome)
    })
  })

  it('the evidence of a definite outcome is enough for it', () => {
    holds((given, day) => {
      const { outcome, facts } = findingOf(given, day)
      fc.pre(isDefinite(outcome))
      expect(findingOf(withFacts(given, [...facts]), day).outcome).toBe(outcome)
    })
  })

  it('an outcome that is not definite says what is missing', () => {
    holds((given, day) => {
      const { outcome, missing } = findingOf(given, day)
      fc.pre(!isDefinite(outcome))
      expect(missing.length).toBeGreaterThan(0)
    })
  })
})
