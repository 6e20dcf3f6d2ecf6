import { createHash, randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MAXIMUM_FILE_BYTES, PART_BYTES } from '#shared/api/imports.ts'
import { failureOf, PASSWORD, startSite, type TestSite } from '#test/support/engine.ts'
import { textsFoundIn } from '#test/support/files-of.ts'
import { upload } from '#test/support/upload.ts'

let site: TestSite
beforeEach(async () => {
  site = await startSite()
})
afterEach(() => site.dispose())

const base64 = (text: string) => Buffer.from(text).toString('base64')
const send = (changes: object = {}) =>
  site.api.imports.upload({
    ...{ id: 'u1', name: '十一月.csv', part: base64('abc'), offset: 0, total: 6, ...changes },
  })

describe('a file that is handed over', () => {
  it('is whole once its last part is there, with the hash of what arrived', async () => {
    const content = Buffer.alloc(PART_BYTES + 5, 'ALT;40\n')
    const { name, bytes, sha256 } = await upload(site, 'month.csv', content)
    expect({ name, bytes }).toEqual({ name: 'month.csv', bytes: content.length })
    expect(sha256).toBe(createHash('sha256').update(content).digest('hex'))
  })

  it('waits for the part that follows, and begins anew at its first', async () => {
    expect(await send()).toEqual({ received: 3, upload: null })
    expect(await failureOf(send({ offset: 4, part: base64('d') }))).toMatchObject({
      issues: [{ path: 'offset' }],
    })
    expect(await send()).toEqual({ received: 3, upload: null })
    expect(await send({ offset: 3 })).toMatchObject({ received: 6, upload: { name: '十一月.csv', bytes: 6 } })
  })

  it.each([
    ['more than it said', { part: base64('abcdefg') }, 'part'],
    ['an empty part', { part: '' }, 'part'],
    ['no file name but a way out of a folder', { name: '../../keyring.json' }, 'name'],
    ['half a character in its name', { name: 'a\ud800.csv' }, 'name'],
    ['a name with a line break', { name: 'a\nb.csv' }, 'name'],
    ['more than 64 MB', { total: MAXIMUM_FILE_BYTES + 1 }, 'total'],
    ['an empty file', { total: 0 }, 'total'],
    ['what is no base64', { part: 'ä' }, 'part'],
  ])('is refused with %s', async (_what, changes, path) => {
    expect(await failureOf(send(changes))).toMatchObject({ code: 'invalid_input', issues: [{ path }] })
  })

  it('waits where others already fill the memory that there is for files', async () => {
    for (let number = 0; number < 8; number += 1) await send({ id: `u${number}`, total: MAXIMUM_FILE_BYTES })
    expect(await failureOf(send({ id: 'one-more' }))).toMatchObject({ code: 'unavailable' })
    await site.api.imports.discard({ ids: ['u0'] })
    expect(await send({ id: 'one-more' })).toMatchObject({ received: 3 })
  })

  it('goes with the session, and was never on the disk', async () => {
    const secret = 'SECRET-CODE-4711'
    const { id } = await upload(site, 'secret.csv', Buffer.from(secret))
    expect(textsFoundIn(site.directory, [secret])).toEqual([])
    site.lock()
    await site.api.session.unlock({ loginName: 'chen', password: PASSWORD })
    const call = site.api.imports.check({ job: randomUUID(), files: [id] })
    expect(await failureOf(call)).toMatchObject({ code: 'not_found', entity: 'file' })
  })
})
