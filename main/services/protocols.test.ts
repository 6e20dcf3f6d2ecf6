import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ProtocolId } from '#shared/core/ids.ts'
import { failureOf, startSite, type TestSite } from '#test/support/engine.ts'

let site: TestSite
beforeEach(async () => {
  site = await startSite()
})
afterEach(() => site.dispose())

const published = ProtocolId.parse('NCT05106972')
const unpublished = ProtocolId.parse('NCT07413549')
const file = 'training-criteria.json'
const text = readFileSync('resources/samples/nct07413549-training-criteria.json', 'utf8')
const enter = (expectedVersion: number, more: object = {}) =>
  site.api.protocols.enterCriteria({ protocolId: unpublished, expectedVersion, file, text, ...more })
const choose = (readings: Record<string, string>, expectedVersion = 0, more: object = {}) =>
  site.api.protocols.chooseReadings({ protocolId: published, expectedVersion, readings, ...more })

describe('protocols', () => {
  it('are listed with what their record publishes, and with what the site entered', async () => {
    await enter(0)
    const list = await site.api.protocols.list({})
    expect(
      list.map(({ id, eligibilityCriteria, criteriaVersion }) => ({
        id,
        eligibilityCriteria,
        criteriaVersion,
      })),
    ).toEqual([
      { id: published, eligibilityCriteria: 'published', criteriaVersion: 0 },
      { id: unpublished, eligibilityCriteria: 'entered', criteriaVersion: 1 },
    ])
  })

  it('show their definition with its hash, and nothing chosen or entered at first', async () => {
    const details = await site.api.protocols.get({ id: published })
    expect(details.definition.id).toBe(published)
    expect(details).toMatchObject({ criteria: null, readings: null })
    const bytes = readFileSync('resources/protocols/nct05106972.json')
    expect(details.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  it('are not found under another number', async () => {
    const id = ProtocolId.parse('NCT00000000')
    const missing = { code: 'not_found', entity: 'protocol', id }
    expect(await failureOf(site.api.protocols.get({ id }))).toEqual(missing)
    expect(await failureOf(site.api.protocols.history({ id }))).toEqual(missing)
  })
})

describe('criteria of the site', () => {
  it('[A1] become version 1 with the hash of the file, and stand in the trail', async () => {
    const entered = await enter(0)
    expect(entered.version).toBe(1)
    expect(entered.sha256).toBe(createHash('sha256').update(text).digest('hex'))
    expect((await site.api.protocols.get({ id: unpublished })).criteria).toEqual(entered)
    const [entry] = await site.api.audit.list({ action: 'protocol.enter_criteria' })
    expect(entry).toMatchObject({ oldValue: null, newValue: { version: 1, sha256: entered.sha256, file } })
  })

  it('[A4] are changed only with a reason and from the current version; every version is kept', async () => {
    await enter(0)
    const silent = enter(1)
    expect(await failureOf(silent)).toMatchObject({ issues: [{ path: 'reason' }] })
    expect(await failureOf(enter(0, { reason: 'again' }))).toEqual({
      code: 'stale_version',
      entity: 'criteria',
      current: 1,
    })
    await enter(1, { reason: 'amendment 2' })
    const { criteria } = await site.api.protocols.history({ id: unpublished })
    expect(criteria.map(({ version, reason }) => ({ version, reason }))).toEqual([
      { version: 2, reason: 'amendment 2' },
      { version: 1, reason: undefined },
    ])
  })

  it('can be looked at before: the file is read and refused alike, and nothing changes', async () => {
    const preview = (more: object = {}) =>
      site.api.protocols.previewCriteria({ protocolId: unpublished, file, text, ...more })
    const before = await site.api.audit.list({ limit: 1000 })
    const { criteria, sha256 } = await preview()
    expect(sha256).toBe(createHash('sha256').update(text).digest('hex'))
    for (const wrong of [
      { text: '{' },
      { text: text.replaceAll(unpublished, published) },
      { protocolId: published },
      { protocolId: ProtocolId.parse('NCT00000000') },
    ]) {
      expect(await failureOf(preview(wrong))).toEqual(await failureOf(enter(0, wrong)))
    }
    expect(await site.api.audit.list({ limit: 1000 })).toEqual(before)
    expect((await enter(0)).criteria).toEqual(criteria)
  })

  it('are refused where they are broken, or meant for a protocol that has its own', async () => {
    expect(await failureOf(enter(0, { text: '{' }))).toMatchObject({ code: 'invalid_file', file })
    const other = text.replaceAll(unpublished, published)
    expect(await failureOf(enter(0, { text: other }))).toMatchObject({
      code: 'invalid_file',
      issues: [{ path: 'protocol' }],
    })
    expect(await failureOf(enter(0, { protocolId: published }))).toMatchObject({
      code: 'invalid_input',
      issues: [{ path: 'text' }],
    })
    expect((await site.api.protocols.get({ id: unpublished })).criteria).toBeNull()
  })
})

describe('readings', () => {
  it('[A1] are chosen by version, with the old and the new choice in the trail', async () => {
    await choose({ 'window-boundary': 'within' })
    await choose({ 'window-boundary': 'outside' }, 1, { reason: 'sponsor answered' })
    const { readings } = await site.api.protocols.get({ id: published })
    expect(readings).toMatchObject({ version: 2, readings: { 'window-boundary': 'outside' } })
    const [, entry] = await site.api.audit.list({ action: 'protocol.choose_readings' })
    expect(entry).toMatchObject({
      oldValue: { 'window-boundary': 'within' },
      newValue: { 'window-boundary': 'outside' },
      reason: 'sponsor answered',
    })
  })

  it('are refused where the protocol does not have them; the valid ones are named', async () => {
    expect(await failureOf(choose({ 'window-boundary': 'both' }))).toEqual({
      code: 'invalid_input',
      issues: [
        { path: 'readings.window-boundary', message: expect.stringContaining('within, outside') as unknown },
      ],
    })
    expect(await failureOf(choose({ weather: 'fine' }))).toMatchObject({
      issues: [{ path: 'readings.weather' }],
    })
  })
})
