import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { errorText } from './error-text.ts'
import { errorWord } from './error-words.ts'
import { ErrorPayload } from './errors.ts'

const samples: ErrorPayload[] = [
  { code: 'invalid_input', issues: [{ path: 'facts[3].content.unit', message: 'use g/L' }] },
  { code: 'invalid_file', file: 'a.json', issues: [{ path: '', message: 'is empty' }] },
  { code: 'not_found', entity: 'patient', id: 'p1' },
  { code: 'stale_version', entity: 'fact', current: 3 },
  { code: 'duplicate', entity: 'patient', field: 'screeningNumber' },
  { code: 'locked' },
  { code: 'cancelled' },
  { code: 'wrong_password', retryAfterSeconds: 15 },
  { code: 'too_many_attempts', retryAfterSeconds: 60 },
  { code: 'not_permitted', right: 'facts.write' },
  { code: 'password_due' },
  { code: 'signing_disabled', why: 'ended' },
  { code: 'login_name_asked' },
  { code: 'cannot_sign', blockers: [{ code: 'undetermined', about: ['I4'] }] },
  { code: 'changed_since_shown' },
  { code: 'second_person_refused', why: 'first_password', retryAfterSeconds: 0 },
  { code: 'authority_unavailable' },
  { code: 'gate_closed', reasons: ['no_consent'] },
  { code: 'store_exists' },
  { code: 'store_missing', part: 'keyring' },
  { code: 'store_damaged', part: 'database' },
  { code: 'no_place', place: 'backup', trouble: 'missing' },
  { code: 'store_in_use' },
  { code: 'store_newer', store: 110, application: 100 },
  { code: 'unavailable', what: 'a newer store' },
  { code: 'internal', reference: 'r-1' },
]

describe('a failure in words', () => {
  it('has a sample of every code', () => {
    const codes = ErrorPayload.options.map(({ shape }) => shape.code.value)
    expect(samples.map(({ code }) => code)).toEqual(codes)
  })

  it.each(samples)('$code reads as a sentence in both languages', error => {
    expect(errorText(error, 'en')).toMatch(/^[A-Z].*[a-z]/)
    expect(errorText(error, 'zh-CN')).toMatch(/\p{Script=Han}/u)
  })

  it('tells a damaged store, a missing part and a wrong password apart', () => {
    const texts = samples
      .filter(({ code }) => /^store_|password$|attempts|permitted/.test(code))
      .map(error => errorText(error, 'en'))
    expect(new Set(texts).size).toBe(texts.length)
  })

  it('names the field, the fix and the wait', () => {
    const [input] = samples
    expect(input && errorText(input, 'zh-CN')).toContain('facts[3].content.unit：use g/L')
    expect(errorText({ code: 'wrong_password', retryAfterSeconds: 15 }, 'en')).toContain('15 s')
    expect(errorText({ code: 'wrong_password', retryAfterSeconds: 0 }, 'en')).not.toContain('0 s')
  })

  it('has Chinese for whatever the sources name in one', () => {
    const source = globSync('{main,renderer}/**/*.{ts,tsx}', { exclude: name => /\.test\.tsx?$/.test(name) })
      .map(file => readFileSync(file, 'utf8'))
      .join('\n')
    const named = (pattern: RegExp) => [
      ...new Set([...source.matchAll(pattern)].map(([, name = '']) => name)),
    ]
    const entities = named(/(?:notFound\(|\bentity: )'([^']+)'/g)
    const unavailable = named(/code: 'unavailable', what: '([^']+)'/g)
    expect(entities.length).toBeGreaterThan(15)
    expect(entities.filter(name => errorWord('entities', name, 'zh-CN') === name)).toEqual([])
    expect(unavailable.filter(name => errorWord('unavailable', name, 'zh-CN') === name)).toEqual([])
  })
})
