import { X509Certificate } from 'node:crypto'
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fingerprintText } from '#shared/core/signatures/record.ts'
import { jsonOf, lobule } from '#test/support/command-line.ts'
import { authorityOf, signedDocument } from '#test/support/signed-document.ts'
import { signedExport, zipped } from '#test/support/signed-export.ts'
import { type SigningSite, signingSite } from '#test/support/signing-site.ts'

describe('verify', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lobule-verify-'))
  const at = (name: string) => join(folder, name)
  let site: SigningSite

  beforeAll(async () => {
    site = await signingSite()
    const { pdf } = await signedDocument(site)
    writeFileSync(at('signed.pdf'), pdf)
    writeFileSync(at('changed.pdf'), Buffer.concat([pdf, Buffer.from('x')]))
    writeFileSync(at('ca.der'), site.authority.certificate)
    writeFileSync(at('ca.pem'), new X509Certificate(site.authority.certificate).toString())
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const verify = (...args: string[]) => lobule(['verify', ...args])

  it.each(['ca.der', 'ca.pem'])('holds under the certificate in %s', async file => {
    const { code, out } = await verify(at('signed.pdf'), '--ca', at(file))
    expect(out).toContain('signed.pdf: HOLDS')
    expect(code).toBe(0)
  })

  it('holds under the fingerprint as printed, and printed again gives the same bytes', async () => {
    const fingerprint = fingerprintText(authorityOf(site))
    const { code, out } = await verify(at('signed.pdf'), '--fingerprint', fingerprint, '--render')
    expect(out).toContain('Printed again from the attached record: the same bytes.')
    expect(code).toBe(0)
  })

  it('without either is a refusal that says what to compare', async () => {
    const { code, out } = await verify(at('signed.pdf'), '--lang', 'zh-CN')
    expect(out).toContain('请将中心证书指纹与纸质文件上的指纹核对')
    expect(code).toBe(1)
  })

  it('is a refusal where one file of several does not hold, in JSON without the patient’s record', async () => {
    const { code, out } = await verify(at('signed.pdf'), at('changed.pdf'), '--ca', at('ca.der'), '--json')
    expect(jsonOf(out)).toMatchObject([{ verdict: 'holds' }, { verdict: 'fails' }])
    expect(out).not.toContain('lobule.document/1')
    expect(code).toBe(1)
  })

  it('tells wrong usage and a missing file', async () => {
    expect((await verify()).code).toBe(2)
    expect((await verify(at('signed.pdf'), '--fingerprint', '12')).code).toBe(2)
    expect((await verify(at('signed.pdf'), '--ca', at('signed.pdf'))).code).toBe(2)
    expect((await verify(at('none.pdf'))).code).toBe(1)
  })

  it('compares an exported folder and ZIP with their signed list, and names a file that is missing', async () => {
    const exported = await signedExport(site)
    const { 'wide.csv': _gone, ...rest } = exported
    writeFileSync(at('export.zip'), await zipped(exported))
    for (const [name, content] of Object.entries(rest)) {
      mkdirSync(dirname(at(`exported/${name}`)), { recursive: true })
      writeFileSync(at(`exported/${name}`), content)
    }
    expect(await verify(at('export.zip'), '--ca', at('ca.der'))).toMatchObject({ code: 0 })
    const { code, out } = await verify(at('exported'), '--ca', at('ca.der'), '--lang', 'zh-CN')
    expect(out).toContain('缺失：清单所列 wide.csv 不在此处')
    expect(code).toBe(1)
  })

  // Windows makes links for administrators only.
  it.skipIf(process.platform === 'win32')(
    'does not follow a link that lies where a file should',
    async () => {
      for (const [name, content] of Object.entries(await signedExport(site))) {
        mkdirSync(dirname(at(`linked/${name}`)), { recursive: true })
        writeFileSync(at(`linked/${name}`), content)
      }
      expect(await verify(at('linked'), '--ca', at('ca.der'))).toMatchObject({ code: 0 })
      renameSync(at('linked/wide.csv'), at('elsewhere.csv'))
      symlinkSync(at('elsewhere.csv'), at('linked/wide.csv'))
      const { code, out } = await verify(at('linked'), '--ca', at('ca.der'))
      expect(out).toContain('Changed: wide.csv')
      expect(code).toBe(1)
    },
  )
})
