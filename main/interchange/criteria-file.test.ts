import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '#shared/api/errors.ts'
import type { LoadedProtocol } from '#shared/core/protocol/definition.ts'
import { parseCriteria } from './criteria-file.ts'
import { loadProtocols } from './protocol-file.ts'

const resources = new URL('../../resources/', import.meta.url)
const FILE = 'nct07413549-training-criteria.json'
let protocols: readonly LoadedProtocol[]
let text: string

beforeAll(async () => {
  protocols = await loadProtocols(fileURLToPath(new URL('protocols', resources)))
  text = JSON.stringify(JSON.parse(await readFile(new URL(`samples/${FILE}`, resources), 'utf8')))
})

function issuesOfPlanted(from: string, to: string): unknown {
  if (!text.includes(from)) throw new Error(`nothing to break: ${from}`)
  try {
    return parseCriteria(text.replaceAll(from, to), FILE, protocols)
  } catch (error) {
    if (error instanceof AppError && error.payload.code === 'invalid_file') return error.payload.issues
    throw error
  }
}

describe('a criteria file', () => {
  it('for training loads, and says in each quote and title that it is invented', () => {
    const { criteria, sha256 } = parseCriteria(text, FILE, protocols)
    expect(criteria.training).toBe(true)
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
    for (const { quote, title } of criteria.criteria) {
      expect(quote.text).toMatch(/^TRAINING DATA, invented: /)
      expect(title.en).toMatch(/^Training: /)
      expect(title['zh-CN']).toMatch(/^培训用：/)
    }
  })

  it('is refused for a protocol that Lobule does not know', () => {
    expect(issuesOfPlanted('"protocol":"NCT07413549"', '"protocol":"NCT00000000"')).toEqual([
      { path: 'protocol', message: 'no such protocol; known are NCT05106972, NCT07413549' },
    ])
  })

  it('is refused for a protocol whose criteria are published', () => {
    expect(issuesOfPlanted('"protocol":"NCT07413549"', '"protocol":"NCT05106972"')).toEqual([
      {
        path: 'protocol',
        message: 'the criteria of NCT05106972 are published and come with Lobule; they are not entered',
      },
    ])
  })

  it('is refused where a reading or a criterion takes a name of the record', () => {
    expect(issuesOfPlanted('"t-window-boundary"', '"meld-variant"')).toEqual([
      { path: 'readings[0].id', message: "meld-variant is taken by the record's own; choose another name" },
    ])
    expect(issuesOfPlanted('"t-i2"', '"condition"')).toEqual([
      { path: 'criteria[1].id', message: "condition is taken by the record's own; choose another name" },
    ])
  })

  it('is refused where it quotes anything but the approved protocol', () => {
    expect(
      issuesOfPlanted('"approved-protocol","text":"TRAINING DATA, invented: aged', '"memory","text":"aged'),
    ).toEqual([
      { path: 'criteria[0].quote.source', message: 'must be approved-protocol: quote the approved text' },
    ])
  })

  it('is refused where a reading leaves an alternative without a case', () => {
    expect(
      issuesOfPlanted('"cases":{"within":"within","outside":"outside"}', '"cases":{"within":"within"}'),
    ).toEqual([
      {
        path: 'criteria[10].condition.when.farthestDay',
        message: 'must have one case for each alternative of t-window-boundary: within, outside',
      },
    ])
  })

  it('is refused where a limit has a unit that the analyte is not converted from', () => {
    expect(issuesOfPlanted('"limit":"171","unit":"umol/L"', '"limit":"171","unit":"g/L"')).toEqual([
      { path: 'criteria[2].condition.unit', message: 'not a unit of this quantity; use umol/L, mg/dL' },
    ])
  })
})
