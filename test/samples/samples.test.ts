import { describe, expect, it } from 'vitest'
import { parseFacts } from '#main/interchange/facts-file.ts'
import type { Screening } from '#shared/core/eligibility/index.ts'
import { nct05106972 } from '#test/support/protocols.ts'
import {
  candidateFiles,
  chartOf,
  chosen,
  on,
  sampleText,
  screened,
  screenedFor,
  screeningNumbers,
  second,
} from './sample-site.ts'

/**
 * What each candidate is, worked out by hand from the protocol's words under the readings that the site chose: the
 * verdict for NCT05106972 on the sample date, what is not satisfied (v violated, u unknown, j needs judgement), from
 * which day to which the candidate is eligible, and the verdict for NCT07413549 under the training criteria.
 */
const byHand: readonly (readonly [string, string, string, string, string])[] = [
  ['TR-001', 'eligible', '', '2026-11-19 to 2035-05-21', 'eligible'],
  ['TR-002', 'ineligible', 'E7:v', '2026-12-06 to 2027-03-13', 'eligible'],
  ['TR-003', 'eligible', '', '2026-11-19 to 2026-11-25', 'eligible'],
  ['TR-004', 'eligible', '', '2026-11-19 to 2032-12-04', 'eligible'],
  ['TR-005', 'eligible', '', '2026-11-19 to 2029-02-27', 'eligible'],
  ['TR-006', 'ineligible', 'E6:v', '', 'undetermined'],
  ['TR-007', 'undetermined', 'E6:u E8:u', '', 'eligible'],
  ['TR-008', 'undetermined', 'E6:u', '', 'eligible'],
  ['TR-009', 'ineligible', 'I4:v E6:v', '', 'ineligible'],
  ['TR-010', 'ineligible', 'I1:v E1:v', '2027-03-02 to 2068-03-01', 'eligible'],
  ['TR-011', 'ineligible', 'I1:v E1:v E3:v', '', 'ineligible'],
  ['TR-012', 'eligible', '', '2026-11-05 to 2026-12-31', 'undetermined'],
  ['TR-013', 'undetermined', 'I1:u E1:u E10:u', '', 'undetermined'],
  [
    'TR-014',
    'undetermined',
    'I1:u I2:u I3:u I4:u I5:u I6:u I7:u E1:u E2:u E3:u E4:u E5:u E6:u E7:u E8:u E9:u E10:u E11:u E12:j',
    '',
    'undetermined',
  ],
  ['TR-015', 'undetermined', 'I2:u', '2026-12-01 to 2044-04-24', 'eligible'],
  ['TR-016', 'ineligible', 'E11:v', '', 'ineligible'],
  ['TR-017', 'ineligible', 'I2:v', '', 'ineligible'],
  ['TR-018', 'ineligible', 'I3:v', '', 'eligible'],
  ['TR-019', 'undetermined', 'I3:j I6:j E12:j', '', 'eligible'],
  ['TR-020', 'ineligible', 'I4:v E8:v', '', 'undetermined'],
  ['TR-021', 'ineligible', 'I5:v E9:v E10:v', '', 'ineligible'],
  ['TR-022', 'ineligible', 'I6:v', '2027-02-02 to 2047-06-05', 'eligible'],
  ['TR-023', 'ineligible', 'I6:v', '', 'eligible'],
  ['TR-024', 'undetermined', 'I7:u', '', 'undetermined'],
  ['TR-025', 'ineligible', 'I7:v', '', 'undetermined'],
  ['TR-026', 'ineligible', 'I7:v', '2026-11-10 to 2026-11-15', 'undetermined'],
  ['TR-027', 'ineligible', 'E2:v E3:v', '', 'eligible'],
  ['TR-028', 'ineligible', 'E4:v E5:v', '', 'ineligible'],
  ['TR-029', 'undetermined', 'E5:u', '', 'eligible'],
  ['TR-030', 'undetermined', 'E8:u', '2026-11-29 to 2032-07-06', 'eligible'],
  ['TR-031', 'undetermined', 'E7:u', '2026-11-26 to 2046-11-14', 'eligible'],
  ['TR-032', 'undetermined', 'E10:u', '', 'undetermined'],
  ['TR-033', 'undetermined', 'E3:u', '', 'eligible'],
  ['TR-034', 'ineligible', 'I2:v', '2027-03-16 to 2046-09-08', 'eligible'],
  ['TR-035', 'ineligible', 'E11:v', '', 'ineligible'],
  ['TR-036', 'undetermined', 'E11:u', '', 'undetermined'],
  ['TR-037', 'eligible', '', '2026-11-19 to 2041-08-31', 'ineligible'],
  ['TR-038', 'ineligible', 'E12:v', '', 'undetermined'],
]

const letters = { satisfied: '', violated: 'v', unknown: 'u', needs_judgement: 'j' }

function notSatisfied({ criteria }: Screening): string {
  const open = criteria.filter(({ outcome }) => outcome !== 'satisfied')
  return open.map(({ label, outcome }) => `${label}:${letters[outcome]}`).join(' ')
}

function ranges({ eligible }: Screening): string {
  return eligible.map(({ from, to }) => `${from} to ${to}`).join(', ')
}

describe('the sample site', () => {
  it('has at least 24 candidates, each marked as training data', () => {
    expect(candidateFiles.length).toBeGreaterThanOrEqual(24)
    expect(screeningNumbers).toHaveLength(candidateFiles.length)
    for (const number of screeningNumbers) expect(chartOf(number).training, number).toBe(true)
  })

  it.each(candidateFiles)('%s is a facts file without a mistake, in units that are known', async file => {
    const [chart] = await parseFacts(sampleText(file), file)
    expect(file).toContain(chart?.candidate.screeningNumber.toLowerCase())
  })

  it('identifies every fact once in the whole site', () => {
    const ids = screeningNumbers.flatMap(number => chartOf(number).facts.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('[F4] shows values that were typed, read from a file, taken from a report and from a device', () => {
    const facts = screeningNumbers.flatMap(number => chartOf(number).facts)
    const kinds = new Set(facts.map(({ source }) => source.kind))
    expect([...kinds].sort()).toEqual(['device', 'file', 'report', 'typed'])
  })

  it('chooses every reading of NCT05106972', () => {
    const asked = nct05106972.readings.map(({ id }) => id)
    expect(Object.keys(chosen).sort()).toEqual(asked.sort())
  })

  it.each(byHand)('%s is %s (%s), eligible %s; NCT07413549: %s', (number, verdict, open, days, other) => {
    const screening = screened(number)
    expect(screening.on).toBe(on)
    expect([screening.verdict, notSatisfied(screening), ranges(screening)]).toEqual([verdict, open, days])
    expect(screenedFor(number, second).verdict).toBe(other)
  })

  it('has every candidate in the table', () => {
    expect(byHand.map(([number]) => number)).toEqual(screeningNumbers)
  })

  it.each(nct05106972.criteria.map(({ label, id }) => [label, id]))(
    'has a candidate who satisfies %s and one who violates it',
    (_, id) => {
      const outcomes = screeningNumbers.map(number => {
        return screened(number).criteria.find(criterion => criterion.id === id)?.outcome
      })
      expect(outcomes).toContain('satisfied')
      expect(outcomes).toContain('violated')
    },
  )
})
