import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { jsonOf, lobule, sampleFiles, textOf } from '#test/support/command-line.ts'
import { ScreenedCandidate } from '../screened.ts'
import { widthOf } from '../text-width.ts'

const example = sampleFiles.candidate('tr-002-albumin-and-birthday')
const basis = ['--readings', sampleFiles.readings, '--protocol', 'NCT05106972']

const Answers = z.array(ScreenedCandidate)

async function screened(args: readonly string[], stdin = '') {
  const { code, out, err } = await lobule(['screen', '--json', ...args], { stdin })
  expect([code, err]).toEqual([0, ''])
  return Answers.parse(jsonOf(out))
}

/** A facts file as text editors see it: anything may stand anywhere. */
interface Draft {
  candidate: Record<string, unknown>
  facts: { content: Record<string, unknown> }[]
}

/** The example file with something changed. */
function changed(change: (chart: Draft) => void): string {
  const chart = jsonOf(textOf(example)) as Draft
  change(chart)
  return JSON.stringify(chart)
}

function laboratoryOf(chart: Draft) {
  const index = chart.facts.findIndex(({ content }) => content['kind'] === 'laboratory')
  const fact = chart.facts[index]
  if (fact === undefined) throw new Error('the example has no laboratory value')
  return fact
}

describe('screen', () => {
  it('says from which day to which day the example is eligible, and what opens and closes it', async () => {
    const [answer] = await screened(['--facts', example, '--on', '2026-12-06', ...basis])
    const [screening] = answer?.screenings ?? []
    expect(screening).toMatchObject({ verdict: 'eligible', projected: true, training: true })
    const [range] = screening?.eligible ?? []
    expect(range).toMatchObject({ from: '2026-12-06', to: '2027-03-13', projectedFrom: '2026-12-06' })
    expect(range?.openedBy.map(({ label }) => label)).toEqual(['E7'])
    expect(range?.closedBy.map(({ label }) => label)).toEqual(['I1', 'E1'])
  })

  it('writes the same for people, marked as training data and as projected', async () => {
    const { code, out } = await lobule(['screen', '--facts', example, '--on', '2026-12-06', ...basis])
    expect(code).toBe(0)
    expect(out).toContain('TRAINING DATA')
    expect(out).toMatch(/^WOULD BE ELIGIBLE$/m)
    expect(out).toContain('eligible 2026-12-06 – 2027-03-13, both days included')
    expect(out).toMatch(/until 2026-12-05: E7 fails .*from 2027-03-14: I1 fails /s)
    expect(out).toContain('projected: after the last entry')
    expect(out).toMatch(/evidence: .*\[tr02-/)
    expect(out).toContain('window-boundary: ')
  })

  it('stays within a narrow terminal, in both languages', async () => {
    for (const lang of ['en', 'zh-CN']) {
      const args = ['screen', '--facts', example, '--lang', lang, ...basis]
      const { out } = await lobule(args, { columns: 72 })
      const wide = out.split('\n').filter(line => widthOf(line) > 72)
      expect(wide).toEqual([])
    }
  })

  it('asks about the registration date unless told otherwise, and about today where there is none', async () => {
    const [registered] = await screened(['--facts', example, ...basis])
    expect(registered?.screenings[0]?.on).toBe('2026-11-20')
    const stdin = changed(({ candidate }) => {
      delete candidate['registrationDate']
    })
    const [unregistered] = await screened(['--facts', '-', ...basis], stdin)
    expect(unregistered?.screenings[0]?.on).toBe('2026-11-22')
  })

  it('answers every candidate of an array, against both protocols, with shared concepts side by side', async () => {
    const charts = ['tr-001-eligible', 'tr-006-pt-prolonged'].map(name =>
      jsonOf(textOf(sampleFiles.candidate(name))),
    )
    const args = ['--facts', '-', '--criteria', sampleFiles.criteria, '--readings', sampleFiles.readings]
    const answers = await screened(args, JSON.stringify(charts))
    expect(answers.map(({ candidate }) => candidate.screeningNumber)).toEqual(['TR-001', 'TR-006'])
    expect(answers.map(({ screenings }) => screenings.map(({ protocol }) => protocol.id))).toEqual(
      Array(2).fill(['NCT05106972', 'NCT07413549']),
    )
    const age = answers[0]?.concepts.find(({ concept }) => concept === 'age')
    expect(age?.criteria.map(({ protocol }) => protocol)).toContain('NCT07413549')
    expect(age?.criteria.map(({ protocol }) => protocol)).toContain('NCT05106972')
  })

  it('cannot determine NCT07413549 until criteria are given, and marks invented ones', async () => {
    const chart = sampleFiles.candidate('tr-001-eligible')
    const args = ['--facts', chart, '--protocol', 'NCT07413549']
    const [without] = await screened(args)
    expect(without?.screenings[0]?.statement.en).toBe(
      'cannot be determined: criteria not published; enter them from the approved protocol',
    )
    const { out } = await lobule(['screen', ...args, '--criteria', sampleFiles.criteria])
    expect(out).toMatch(/site's criteria, version .*\(TRAINING DATA\)/)
  })

  it('asks for the missing control of a prothrombin time instead of guessing', async () => {
    const chart = sampleFiles.candidate('tr-007-pt-without-control')
    const { code, out } = await lobule(['screen', '--facts', chart, ...basis])
    expect(code).toBe(0)
    expect(out).toMatch(/E6 +unknown/)
    expect(out).toContain('missing: enter the control value of the run of PT')
  })

  it.each([
    [
      'a wrong unit',
      changed(chart => {
        laboratoryOf(chart).content['unit'] = 'mg/furlong'
      }),
      /facts\[\d+\]\.content\.unit: mg\/furlong is not a .*use \S+/,
    ],
    [
      'an impossible date',
      changed(chart => {
        laboratoryOf(chart).content['on'] = '2026-02-30'
      }),
      /facts\[\d+\]\.content\.on: a day of the calendar.* such as 2026-11-14/,
    ],
    [
      'an unknown field',
      changed(chart => {
        laboratoryOf(chart).content['results'] = '3'
      }),
      /facts\[\d+\]\.content\.results: unknown field; remove it or correct its name/,
    ],
    [
      'a number that is no text',
      changed(chart => {
        laboratoryOf(chart).content['value'] = 16.1
      }),
      /facts\[\d+\]\.content\.value: /,
    ],
    [
      'an event of the future',
      changed(chart => {
        laboratoryOf(chart).content['on'] = '2027-01-01'
      }),
      /content\.on: lies after it was entered; a planned event is not a fact yet/,
    ],
    ['text that is no JSON', '{"candidate": nobody}', /line 1, column 15/],
    ['nothing', '', /standard input is not valid/],
  ])('refuses %s with the field and the fix', async (_what, stdin, problem) => {
    const { code, out, err } = await lobule(['screen', '--facts', '-'], { stdin })
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(problem)
  })

  it('tells every mistake of a file at once, for machines too, without naming the candidate', async () => {
    const stdin = changed(chart => {
      laboratoryOf(chart).content['unit'] = 'mg/furlong'
      laboratoryOf(chart).content['results'] = '3'
    })
    const { code, out, err } = await lobule(['screen', '--json', '--facts', '-'], { stdin })
    expect(code).toBe(1)
    expect(jsonOf(out)).toMatchObject({
      error: { code: 'invalid_file', file: 'standard input', issues: { length: 2 } },
    })
    expect(out + err).not.toContain('TR-002')
  })

  it('refuses readings that do not exist, and the same protocol twice', async () => {
    const wrong = await lobule(['screen', '--facts', example, '--readings', sampleFiles.criteria])
    expect([wrong.code, wrong.out]).toEqual([1, ''])
    const twice = await lobule(['screen', '--facts', example, ...basis, '--readings', sampleFiles.readings])
    expect(twice.code).toBe(1)
    expect(twice.err).toContain('given twice')
  })

  it('refuses criteria for a protocol that publishes its own or that is not asked about', async () => {
    const { code, err } = await lobule([
      'screen',
      '--facts',
      example,
      ...basis,
      '--criteria',
      sampleFiles.criteria,
    ])
    expect(code).toBe(1)
    expect(err).toContain('known are NCT05106972')
  })

  it('speaks Chinese about a file that is not there', async () => {
    const { code, err } = await lobule(['screen', '--facts', '/nowhere/王.json', '--lang', 'zh-CN'])
    expect(code).toBe(1)
    expect(err).toContain('文件 王.json 无效')
    expect(err).not.toContain('nowhere')
  })
})
