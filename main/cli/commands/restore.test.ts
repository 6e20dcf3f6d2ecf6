import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { backupOf } from '#test/support/backup-of.ts'
import { jsonOf, lobule } from '#test/support/command-line.ts'
import { PASSWORD, startSite, type TestSite } from '#test/support/engine.ts'
import { chartSample, enableChen, SIGNED_PROTOCOL, signNow, signReadings } from '#test/support/sign.ts'

// Each command derives a key at its full cost.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const NOW = { now: '2026-11-22T12:00:00Z' }

describe('a backup by the command line', () => {
  let site: TestSite
  let home: string
  let fingerprint: string
  const at = (name: string) => join(home, name)

  beforeAll(async () => {
    site = await startSite()
    home = dirname(site.directory)
    await enableChen(site)
    await signReadings(site)
    fingerprint = (await site.api.signing.authority({}))?.sha256 ?? ''
    await backupOf(site, at('early.lobule'))
    const patientId = await chartSample(site, 'tr-001-eligible')
    await signNow(site, { kind: 'eligibility', patientId, protocolId: SIGNED_PROTOCOL })
    const [document] = await site.api.documents.list({ patientId })
    if (document === undefined) throw new Error('a signature makes a document')
    const { file } = await site.api.documents.get({ id: document.id })
    writeFileSync(at('signed.pdf'), Buffer.from(file.pdf, 'base64'))
    await site.api.session.lock({})
    writeFileSync(at('password'), `${PASSWORD}\n`)
    writeFileSync(at('wrong'), 'not the password\n')
    writeFileSync(at('recovery'), `${site.recoveryKey}\n`)
    // Where the command looks for the store of a data folder.
    mkdirSync(at('data'))
    renameSync(site.directory, at('data/site'))
  })
  afterAll(() => site.dispose())

  async function given(secret: string, ...args: string[]) {
    const descriptor = openSync(at(secret), 'r')
    try {
      return await lobule([...args, '--password-fd', String(descriptor)], NOW)
    } finally {
      closeSync(descriptor)
    }
  }
  const asChen = (...args: string[]) => given('password', ...args, '--user', 'chen')
  const inStore = (store: string) =>
    asChen('verify', at('signed.pdf'), '--fingerprint', fingerprint, '--store', store)

  it('[B1] is practised without its store, with a legible result', async () => {
    const { code, out } = await asChen('drill', at('early.lobule'))
    expect(out).toContain('early.lobule: can be restored')
    expect(out).toMatch(/✓ the audit trail is whole \(\d+\)/)
    expect(code).toBe(0)
    expect(
      await given('recovery', 'drill', at('early.lobule'), '--recovery-key', '--lang', 'zh-CN'),
    ).toMatchObject({
      code: 0,
      out: expect.stringContaining('稽查轨迹完整') as string,
    })
  })

  it('cannot be relied on where it does not open, or is none', async () => {
    const wrong = await given('wrong', 'drill', at('early.lobule'), '--user', 'chen', '--lang', 'zh-CN')
    expect(wrong.code).toBe(1)
    expect(wrong.out).toContain('✗ 可以打开 (0): 所输入的内容无法打开该备份')
    expect(await asChen('drill', at('signed.pdf'))).toMatchObject({ code: 1 })
    expect(await asChen('drill', at('none.lobule'))).toMatchObject({ code: 1 })
  })

  it('[A3] a signed PDF finds the store that it was signed in as it was', async () => {
    const { code, out } = await inStore(at('data/site'))
    expect(out).toContain('The audit trail of this store still holds entry')
    expect(code).toBe(0)
  })

  it('says what would be lost and replaces nothing unasked', async () => {
    const { code, out } = await asChen('restore', at('early.lobule'), '--data', at('data'))
    expect(out).toMatch(/The store has \d+ entries after it/)
    expect(out).toContain('Nothing was changed.')
    expect(code).toBe(1)
    expect(readdirSync(at('data'))).toEqual(['site'])
    const wrong = await given(
      'wrong',
      'restore',
      at('early.lobule'),
      '--data',
      at('data'),
      '--user',
      'chen',
      '--replace',
    )
    expect(wrong).toMatchObject({ code: 1, out: '' })
    expect(readdirSync(at('data'))).toEqual(['site'])
  })

  it('[B1] [A3] takes the place of the store where that is asked for; a signed PDF finds that an older one is there', async () => {
    const { code, out } = await asChen(
      'restore',
      at('early.lobule'),
      '--data',
      at('data'),
      '--replace',
      '--json',
    )
    expect(code).toBe(0)
    const { keptAside } = z
      .looseObject({ keptAside: z.string(), restored: z.literal(true) })
      .parse(jsonOf(out))
    expect(existsSync(join(keptAside, 'lobule.db'))).toBe(true)
    const behind = await inStore(at('data/site'))
    expect(behind.out).toContain('an older store was put back, or a backup restored')
    expect(behind.code).toBe(1)
    expect((await inStore(keptAside)).code).toBe(0)
    const verified = await asChen('audit', 'verify', '--store', at('data/site'))
    expect(verified.out).toContain('The trail is whole')
    expect(verified.out).toMatch(/a backup of 2026-11-22T02:00:00.000Z was restored, with \d+ entries/)
    expect(verified.code).toBe(0)
  })

  it('needs no --replace on a computer that has no store, and opens with the recovery key', async () => {
    rmSync(at('fresh'), { recursive: true, force: true })
    const { code, out } = await given(
      'recovery',
      'restore',
      at('early.lobule'),
      '--data',
      at('fresh'),
      '--recovery-key',
    )
    expect(out).toContain('There is no store here')
    expect(code).toBe(0)
    expect(existsSync(at('fresh/site/lobule.db'))).toBe(true)
  })

  it('tells wrong usage', async () => {
    expect(await lobule(['restore', at('early.lobule')])).toMatchObject({ code: 2 })
    expect(await lobule(['drill'])).toMatchObject({ code: 2 })
  })
})
