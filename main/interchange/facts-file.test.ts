import { describe, expect, it } from 'vitest'
import { AppError, type InputIssue } from '#shared/api/errors.ts'
import { parseFacts } from './facts-file.ts'

const candidate = { screeningNumber: 'S-SECRET-1', initials: 'LH', sex: 'female', birthDate: '1966-03-14' }
const pt = {
  kind: 'laboratory',
  on: '2026-11-10',
  loinc: '5902-2',
  value: '16.1',
  unit: 's',
  control: '13.1',
}

let count = 0
function fact(content: object, more: object = {}): object {
  count += 1
  return {
    id: `f${count}`,
    enteredAt: '2026-11-14T08:30:00+08:00',
    author: 'sub-investigator',
    source: { kind: 'typed' },
    content,
    ...more,
  }
}

function chart(...facts: object[]): object {
  return { candidate, facts }
}

async function issues(value: unknown): Promise<InputIssue[]> {
  try {
    await parseFacts(JSON.stringify(value), 'facts.json')
    return []
  } catch (error) {
    if (error instanceof AppError && error.payload.code === 'invalid_file') return error.payload.issues
    throw error
  }
}

const content = (field: string) => `facts[0].content.${field}`
const aDay: unknown = expect.stringContaining('a day of the calendar such as 2026-11-14')

describe('a facts file', () => {
  it('holds one candidate or several', async () => {
    const one = chart(fact(pt))
    expect(await parseFacts(JSON.stringify(one), 'facts.json')).toMatchObject([one])
    const other = { ...one, candidate: { ...candidate, screeningNumber: 'S2' } }
    expect(await parseFacts(JSON.stringify([one, other]), 'facts.json')).toHaveLength(2)
  })

  it('must give the control of a prothrombin time, or say that the report does not print one', async () => {
    const { control: _, ...withoutControl } = pt
    const [issue] = await issues(chart(fact(withoutControl)))
    expect(issue).toMatchObject({ path: content('control') })
    expect(issue?.message).toMatch(/needs the control value of its run.*"not_printed"/)
    expect(await issues(chart(fact({ ...withoutControl, control: 'not_printed' })))).toEqual([])
  })

  it.each([
    ['an impossible date', { ...pt, on: '2026-02-30' }, content('on'), aDay],
    ['an impossible month', { ...pt, on: '2026-13' }, content('on'), aDay],
    ['a date written otherwise', { ...pt, on: '10/11/2026' }, content('on'), aDay],
    ['a date in no century of ours', { ...pt, on: '0206-11-10' }, content('on'), aDay],
    ['an impossible end', { kind: 'cirrhosis', to: '2026-02-30' }, content('to'), aDay],
    ['no date', { ...pt, on: undefined }, content('on'), aDay],
    [
      'a planned event',
      { kind: 'albumin_infusion', on: '2026-11-15' },
      content('on'),
      'lies after it was entered; a planned event is not a fact yet',
    ],
    [
      'an end before its start',
      { kind: 'lactation', from: '2026-11-02', to: '2026-11-01' },
      content('to'),
      'lies before `from`; both days are included',
    ],
    [
      'a unit that the analyte is not measured in',
      { ...pt, unit: 'mmol/L' },
      content('unit'),
      'mmol/L is not a unit of prothrombin_time (5902-2) that Lobule converts; use s',
    ],
    [
      'a unit that is not UCUM, for a code that Lobule does not interpret',
      { ...pt, loinc: '2345-7', unit: 'mmols' },
      content('unit'),
      expect.stringContaining('mmols is not a UCUM unit'),
    ],
    ['no unit', { ...pt, unit: undefined }, content('unit'), 'is missing; give text'],
    [
      'a number where text is wanted',
      { ...pt, value: 16.1 },
      content('value'),
      'write the number as text, such as "16.1": it is kept exactly as printed',
    ],
    [
      'a comparator inside the value',
      { ...pt, value: '<20' },
      content('value'),
      expect.stringContaining('digits'),
    ],
    ['a LOINC code of another form', { ...pt, loinc: 'PT' }, content('loinc'), 'a LOINC code such as 5902-2'],
    [
      'an unknown field',
      { ...pt, contrl: '13.1' },
      content('contrl'),
      'unknown field; remove it or correct its name',
    ],
    [
      'an unknown kind',
      { kind: 'bleeding' },
      content('kind'),
      expect.stringContaining('must be one of hepatitis_b, cirrhosis'),
    ],
    [
      'a negative finding about a type that its subject does not have',
      {
        kind: 'negative_finding',
        about: 'infection',
        types: ['worms'],
        to: '2026-11-14',
        askedOf: ['record'],
      },
      `${content('types')}[0]`,
      'not a type of infection; viral, bacterial, fungal, unidentified',
    ],
    [
      'a value out of its list',
      { kind: 'hypersplenism', needsSplenectomy: 'maybe' },
      content('needsSplenectomy'),
      'must be one of yes, no',
    ],
  ])('with %s is refused at the field, with the fix', async (_mistake, wrong, path, message: unknown) => {
    expect(await issues(chart(fact(wrong)))).toEqual([{ path, message }])
  })

  it('with an impossible birth date is refused', async () => {
    const wrong = { candidate: { ...candidate, birthDate: '1966-02-29' }, facts: [] }
    expect(await issues(wrong)).toEqual([{ path: 'candidate.birthDate', message: aDay }])
  })

  it('with two facts of one id is refused', async () => {
    expect(await issues(chart(fact(pt, { id: 'a' }), fact(pt, { id: 'a' })))).toEqual([
      { path: 'facts[1].id', message: 'used twice' },
    ])
  })

  it('with one screening number for two candidates is refused, without the number', async () => {
    expect(await issues([chart(), chart()])).toEqual([
      {
        path: '[1].candidate.screeningNumber',
        message: 'is that of candidate [0] too; one of them is wrong',
      },
    ])
  })

  it('without any candidate is refused', async () => {
    expect(await issues([])).toEqual([{ path: '', message: 'holds no candidate' }])
  })

  it('with several mistakes has all of them told at once, each candidate by place and never by name', async () => {
    const wrong = [
      chart(fact(pt), fact({ ...pt, unit: 'min', on: '2026-02-30' })),
      chart(fact({ ...pt, unit: 'sec', contrl: '13.1' })),
    ]
    const told = await issues(wrong)
    expect(told.map(({ path }) => path).sort()).toEqual([
      '[0].facts[1].content.on',
      '[0].facts[1].content.unit',
      '[1].candidate.screeningNumber',
      '[1].facts[0].content.contrl',
      '[1].facts[0].content.unit',
    ])
    expect(JSON.stringify(told)).not.toContain('SECRET')
  })

  it('that is not JSON is refused with the line', async () => {
    await expect(parseFacts('{\n "candidate": }', 'facts.json')).rejects.toMatchObject({
      payload: { issues: [{ path: 'line 2, column 15', message: 'not JSON: expected a value' }] },
    })
  })

  it.each([[null], [1], ['text'], [{ facts: {} }], [{ facts: [null, { content: { kind: 'laboratory' } }] }]])(
    'that is only %j is refused and not stumbled over',
    async value => {
      expect((await issues(value)).length).toBeGreaterThan(0)
    },
  )
})
