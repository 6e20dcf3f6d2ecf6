import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Db } from '#main/store/driver.ts'
import type { SignatureId } from '#shared/core/ids.ts'
import { type DecidedSite, sign, startDecidedSite } from '#test/support/decided-site.ts'
import { tamperSignatures } from '#test/support/tamper.ts'

// Each test draws and signs documents.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let site: DecidedSite
let id: SignatureId
beforeEach(async () => {
  site = await startDecidedSite()
  id = (await sign(site, site.request)).id
})
afterEach(() => site.dispose())

const tamper = (change: (raw: Db) => void) => tamperSignatures(site, change)

const edit = (from: string, to: string) => (raw: Db) =>
  raw.prepare('UPDATE signatures SET record = replace(record, ?, ?) WHERE signature_id = ?').run(from, to, id)

const problems = async () => (await site.api.signatures.get({ id })).verification.problems

describe('[E3] a kept signature, checked anew at every reading', () => {
  it.each([
    ['the name', '"fullName":"Chen Wei"', '"fullName":"Chen Wen"'],
    ['the time', '"signedAt":"2026-11-22T10:00', '"signedAt":"2026-11-22T09:00'],
    ['the meaning', '"code":"eligibility_approval"', '"code":"screen_failure"'],
    ['a fact', '"ground":"stable, adherent"', '"ground":"stable, attentive"'],
  ])('shows that %s was edited', async (_what, from, to) => {
    expect(await problems()).toEqual([])
    await tamper(edit(from, to))
    expect(await problems()).toContain('signature_wrong')
  })

  it('shows that the text was written anew, although it says the same', async () => {
    await tamper(edit('{"application":', '{ "application":'))
    expect(await problems()).toEqual(['signature_wrong'])
  })

  it('shows that it was moved to another record', async () => {
    await tamper(raw => {
      const record = raw.prepare('SELECT record FROM signatures WHERE signature_id = ?').pluck().get(id)
      raw
        .prepare('UPDATE signatures SET record = ? WHERE signature_id = ?')
        .run(record, site.configuration.id)
    })
    const { verification } = await site.api.signatures.get({ id: site.configuration.id })
    expect(verification.problems).toContain('record_moved')
  })

  it.each([
    ['patient', "patient_id = 'another'"],
    ['protocol', "protocol_id = 'NCT07413549'"],
    ['time', "signed_at = '2026-11-21T10:00:00.000+08:00'"],
  ])('shows that its row names another %s', async (_what, change) => {
    await tamper(raw => raw.exec(`UPDATE signatures SET ${change} WHERE signature_id = '${id}'`))
    expect(await problems()).toEqual(['record_moved'])
  })

  it('shows a record that cannot be read, and never takes it for an approval', async () => {
    await tamper(raw => raw.exec(`UPDATE signatures SET record = 'nothing' WHERE signature_id = '${id}'`))
    expect(await site.api.signatures.get({ id })).toMatchObject({
      record: null,
      summary: { status: 'not_current', decision: null, signer: { fullName: 'Chen Wei' } },
      verification: { holds: false, problems: ['record_unreadable'] },
    })
  })
})

describe('[A3] a trail that was cut and chained anew', () => {
  it('contradicts the heads that signatures hold, whatever became of the anchor', async () => {
    const { record } = await site.api.signatures.get({ id })
    const seq = record?.trail.seq ?? 0
    await tamper(raw => {
      raw.exec('DROP TRIGGER audit_entries_refuse_update')
      raw.exec(`UPDATE audit_entries SET hash = '${'0'.repeat(64)}' WHERE seq = ${seq}`)
    })
    expect((await site.api.audit.verify({})).problems).toContainEqual({
      seq,
      problem: 'not_the_signed_entry',
    })
  })
})

it('[E3] an approval of the readings that somebody made unreadable approves nothing, and the work list says so', async () => {
  await tamper(raw => {
    raw.prepare("UPDATE signatures SET record = '{' WHERE signature_id = ?").run(site.configuration.id)
  })
  expect((await site.api.signatures.workList({})).map(({ kind }) => kind)).toContain(
    'configuration_not_signed',
  )
  const { blockers } = await site.api.signatures.review({ request: site.request })
  expect(blockers.map(({ code }) => code)).toContain('configuration_not_signed')
})
