import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { UserId } from '#shared/core/ids.ts'
import { newFolder } from '#test/support/new-store.ts'
import { TEST_KDF } from '#test/support/store-rows.ts'
import { storeFiles } from './files.ts'
import {
  addWrap,
  createKeyring,
  knownLogin,
  makeWrap,
  readKeyring,
  removeWrap,
  replaceWrap,
  unwrapForUser,
  unwrapWithRecovery,
} from './keyring.ts'
import { StoreKey } from './store-key.ts'

const LI = {
  userId: UserId.parse('user-1'),
  loginName: 'li.wei',
  password: 'long enough café',
  kdf: TEST_KDF,
}
const WANG = {
  userId: UserId.parse('user-2'),
  loginName: 'wang',
  password: '一个很长的密码口令',
  kdf: TEST_KDF,
}

async function newKeyring() {
  const directory = newFolder()
  const made = await createKeyring(directory, { ...LI, storeId: 'store-1' })
  const secret = Buffer.from(made.key.bytes())
  const opens = async (login: string, password: string) => {
    const opened = await unwrapForUser(readKeyring(directory), login, password)
    return opened && { userId: opened.userId, same: opened.key.bytes().equals(secret) }
  }
  return { directory, ...made, secret, opens }
}

function edit(directory: string, change: (text: string) => string): void {
  const file = storeFiles(directory).keyring
  writeFileSync(file, change(readFileSync(file, 'utf8')))
}

describe('a keyring', () => {
  it('opens with the password, however the keyboard composes it, and with no other', async () => {
    const { opens } = await newKeyring()
    expect(await opens('li.wei', LI.password)).toEqual({ userId: 'user-1', same: true })
    expect(await opens(' Li.Wei ', LI.password.normalize('NFD'))).toEqual({ userId: 'user-1', same: true })
    expect(await opens('li.wei', `${LI.password} `)).toBeUndefined()
    expect(await opens('nobody', LI.password)).toBeUndefined()
  })

  it('is readable by its owner only and holds neither password nor key', async () => {
    const { directory, secret, recoveryKey } = await newKeyring()
    const { keyring } = storeFiles(directory)
    const text = readFileSync(keyring, 'utf8')
    expect(statSync(keyring).mode & 0o077).toBe(0)
    for (const hidden of [LI.password, secret.toString('hex'), secret.toString('base64'), recoveryKey]) {
      expect(text).not.toContain(hidden)
    }
  })

  it('[S2] is never made in the place of another', async () => {
    const { directory } = await newKeyring()
    const before = readFileSync(storeFiles(directory).keyring)
    await expect(createKeyring(directory, { ...WANG, storeId: 'store-2' })).rejects.toThrow('store_exists')
    expect(readFileSync(storeFiles(directory).keyring)).toEqual(before)
  })

  it('lets a second user in, and out again', async () => {
    const { directory, key, opens } = await newKeyring()
    const wrap = await makeWrap(directory, key, WANG)
    addWrap(directory, key, wrap)
    expect(() => addWrap(directory, key, wrap)).toThrow('duplicate')
    expect(await opens('wang', WANG.password)).toEqual({ userId: 'user-2', same: true })
    removeWrap(directory, key, WANG.userId)
    expect(await opens('wang', WANG.password)).toBeUndefined()
    expect(() => removeWrap(directory, key, LI.userId)).toThrow('unavailable')
  })

  it('opens only with the new password after a change', async () => {
    const { directory, key, opens } = await newKeyring()
    replaceWrap(directory, key, await makeWrap(directory, key, { ...LI, password: 'another long one' }))
    expect(await opens('li.wei', LI.password)).toBeUndefined()
    expect(await opens('li.wei', 'another long one')).toEqual({ userId: 'user-1', same: true })
  })

  it('is never overwritten with a key that is not the store’s', async () => {
    const { directory, opens } = await newKeyring()
    const stranger = StoreKey.generate()
    const wrap = await makeWrap(directory, stranger, { ...LI, password: 'a stranger’s password' })
    expect(() => replaceWrap(directory, stranger, wrap)).toThrow('store_damaged')
    expect(await opens('li.wei', LI.password)).toEqual({ userId: 'user-1', same: true })
  })

  it('knows a login name from anything else that is typed in its place', async () => {
    const { directory } = await newKeyring()
    expect(knownLogin(readKeyring(directory), ' LI.WEI')).toBe('li.wei')
    expect(knownLogin(readKeyring(directory), LI.password)).toBeUndefined()
  })

  it('does not open a wrap that was moved to another user', async () => {
    const { directory, key, opens } = await newKeyring()
    addWrap(directory, key, await makeWrap(directory, key, WANG))
    const keyring = readKeyring(directory)
    const [li, wang] = keyring.wraps
    // With a matching check, as somebody would make who knows the format.
    const { iv, kdf, wrapped } = li ?? keyring.recovery
    const forged = { ...wang, iv, kdf, wrapped }
    edit(directory, () => JSON.stringify({ ...keyring, wraps: [li, forged] }))
    await expect(opens('wang', LI.password)).rejects.toThrow('store_damaged')
  })
})

describe('[S2] a keyring that is', () => {
  it('missing is told from one that cannot be read', async () => {
    const { directory } = await newKeyring()
    edit(directory, text => text.slice(0, -40))
    expect(() => readKeyring(directory)).toThrow('store_damaged')
    rmSync(storeFiles(directory).keyring)
    expect(() => readKeyring(directory)).toThrow('store_missing')
  })

  it('damaged in one wrap says so to that user instead of "wrong password", and opens for the others', async () => {
    const { directory, key, secret, opens, recoveryKey } = await newKeyring()
    addWrap(directory, key, await makeWrap(directory, key, WANG))
    const damagedWrap = readKeyring(directory).wraps[0]?.wrapped ?? ''
    const flipped = (damagedWrap.startsWith('A') ? 'B' : 'A') + damagedWrap.slice(1)
    edit(directory, text => text.replace(damagedWrap, flipped))
    await expect(opens('li.wei', LI.password)).rejects.toThrow('store_damaged')
    expect(await opens('wang', WANG.password)).toEqual({ userId: 'user-2', same: true })
    const recovered = await unwrapWithRecovery(readKeyring(directory), recoveryKey)
    expect(recovered?.bytes().equals(secret)).toBe(true)
  })

  it('damaged in its store id or key check is called damaged', async () => {
    const { directory, opens, key } = await newKeyring()
    edit(directory, text => text.replace('"store-1"', '"store-2"'))
    await expect(opens('li.wei', LI.password)).rejects.toThrow('store_damaged')
    edit(directory, text =>
      text.replace('"store-2"', '"store-1"').replace(/"keyCheck": "./, '"keyCheck": "x'),
    )
    await expect(opens('li.wei', LI.password)).rejects.toThrow('store_damaged')
    expect(() => removeWrap(directory, key, LI.userId)).toThrow('store_damaged')
  })

  it('asking for an absurd derivation is refused before it runs', async () => {
    const { directory } = await newKeyring()
    edit(directory, text => text.replaceAll('"memoryKiB": 1024', '"memoryKiB": 999999999'))
    expect(() => readKeyring(directory)).toThrow('store_damaged')
  })
})

describe('[B3] the recovery key', () => {
  it('opens the store without any password, and lets a user set a new one', async () => {
    const { directory, secret, recoveryKey, opens } = await newKeyring()
    const key = await unwrapWithRecovery(readKeyring(directory), recoveryKey.toLowerCase())
    expect(key?.bytes().equals(secret)).toBe(true)
    if (key === undefined) return
    replaceWrap(directory, key, await makeWrap(directory, key, { ...LI, password: 'set after recovery' }))
    expect(await opens('li.wei', 'set after recovery')).toEqual({ userId: 'user-1', same: true })
    const again = await unwrapWithRecovery(readKeyring(directory), recoveryKey)
    expect(again?.bytes().equals(secret)).toBe(true)
  })

  it('of another store opens nothing, and a mistyped one is told before any derivation', async () => {
    const { directory } = await newKeyring()
    const other = await newKeyring()
    expect(await unwrapWithRecovery(readKeyring(directory), other.recoveryKey)).toBeUndefined()
    const mistyped = other.recoveryKey.replace(/^../, pair => (pair === '00' ? '11' : '00'))
    await expect(unwrapWithRecovery(readKeyring(directory), mistyped)).rejects.toThrow('invalid_input')
  })
})

describe('a store key', () => {
  it('is gone after it was destroyed', () => {
    const key = StoreKey.generate()
    const bytes = key.bytes()
    key.destroy()
    expect(bytes.every(byte => byte === 0)).toBe(true)
    expect(() => key.bytes()).toThrow('destroyed')
  })

  it('zeroes the bytes that it is made from, and refuses another length', () => {
    const given = Buffer.alloc(32, 1)
    const key = StoreKey.take(given)
    expect(given.every(byte => byte === 0)).toBe(true)
    expect(key.sqlCipherLiteral().toString()).toBe(`x'${'01'.repeat(32)}'`)
    expect(() => StoreKey.take(Buffer.alloc(31))).toThrow('32 bytes')
  })
})
