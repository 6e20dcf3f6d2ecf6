import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { AppError, type ErrorPayload } from '#shared/api/errors.ts'
import type { LoadedProtocol } from '#shared/core/protocol/definition.ts'
import type { SiteCriteria } from '#shared/core/protocol/site-criteria.ts'
import { parseCriteria } from './criteria-file.ts'
import { loadProtocols } from './protocol-file.ts'
import { parseReadings } from './readings-file.ts'

const resources = new URL('../../resources/', import.meta.url)
let protocols: readonly LoadedProtocol[]
let siteCriteria: SiteCriteria

beforeAll(async () => {
  protocols = await loadProtocols(fileURLToPath(new URL('protocols', resources)))
  const text = await readFile(new URL('samples/nct07413549-training-criteria.json', resources), 'utf8')
  siteCriteria = parseCriteria(text, 'criteria.json', protocols).criteria
})

function file(protocol: string, readings: unknown): string {
  return JSON.stringify({ schema: 'lobule.readings/1', protocol, readings })
}

function refusal(act: () => unknown): ErrorPayload {
  try {
    act()
  } catch (error) {
    if (error instanceof AppError) return error.payload
    throw error
  }
  throw new Error('was not refused')
}

describe('a readings file', () => {
  it('chooses alternatives of the protocol', () => {
    const chosen = { 'course-of': 'cirrhosis', 'pt-reference': 'control' }
    expect(parseReadings(file('NCT05106972', chosen), 'r.json', protocols).readings).toEqual(chosen)
  })

  it("chooses among the readings of the site's criteria too, once these are given", () => {
    const text = file('NCT07413549', { 'meld-variant': 'meld_na', 't-window-boundary': 'within' })
    expect(parseReadings(text, 'r.json', protocols, siteCriteria).readings).toHaveProperty(
      't-window-boundary',
    )
    expect(refusal(() => parseReadings(text, 'r.json', protocols))).toMatchObject({
      issues: [{ path: 'readings.t-window-boundary' }],
    })
  })

  it('with an unknown reading and an unknown alternative is refused with the valid ones', () => {
    const text = file('NCT07413549', { 'meld-version': 'original', 'after-administration': 'second' })
    expect(refusal(() => parseReadings(text, '/site/r.json', protocols))).toEqual({
      code: 'invalid_file',
      file: 'r.json',
      issues: [
        {
          path: 'readings.meld-version',
          message: 'no such reading; use one of: decompensated-when, after-administration, meld-variant',
        },
        {
          path: 'readings.after-administration',
          message: 'no such alternative; use one of: first, last, each',
        },
      ],
    })
  })

  it('for an unknown protocol is refused with the known ones', () => {
    expect(refusal(() => parseReadings(file('NCT00000000', {}), 'r.json', protocols))).toMatchObject({
      issues: [{ path: 'protocol', message: 'no such protocol; known are NCT05106972, NCT07413549' }],
    })
  })

  it('does not take a name that every object has for a reading', () => {
    const text = file('NCT05106972', { constructor: 'name' })
    expect(refusal(() => parseReadings(text, 'r.json', protocols))).toMatchObject({
      issues: [{ path: 'readings.constructor' }],
    })
  })
})
