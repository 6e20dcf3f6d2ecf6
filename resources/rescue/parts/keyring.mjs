import * as crypto from 'node:crypto'
import { Refusal } from './words.mjs'

export function keyringIn(text) {
  try {
    const keyring = JSON.parse(text || '')
    if (keyring.format === 1 && Array.isArray(keyring.wraps)) return keyring
  } catch {}
  throw new Refusal('keyring.json is missing or damaged.', 'keyring.json 缺失或已损坏。')
}

export function keyByPassword(keyring, user, password) {
  const login = user.trim().normalize('NFKC').toLowerCase()
  const wrap = keyring.wraps.find(({ loginName }) => loginName === login)
  if (wrap === undefined) {
    const known = keyring.wraps.map(({ loginName }) => loginName).join(', ')
    throw new Refusal(`No such user; there are: ${known}`, `没有该用户；现有：${known}`)
  }
  return unwrapped(keyring, wrap, Buffer.from(password.normalize('NFKC')), `user:${wrap.userId}`)
}

export function keyByRecovery(keyring, typed) {
  return unwrapped(keyring, keyring.recovery, recoveryBytes(typed), 'recovery')
}

/** Argon2id derives what AES-256-GCM unwraps by; holder and store are authenticated with the key. */
function unwrapped({ storeId, keyCheck }, { check, ...wrap }, secret, holder) {
  if (hash('sha256', `${storeId}\n${canonical(wrap)}`) !== check)
    throw new Refusal(
      'This way in is damaged in keyring.json; try another one.',
      'keyring.json 中该条目已损坏；请换用其他方式。',
    )
  const { memoryKiB: memory, iterations: passes, parallelism, salt } = wrap.kdf
  const nonce = Buffer.from(salt, 'base64')
  const cost = { message: secret, nonce, memory, passes, parallelism, tagLength: 32 }
  const wrapped = Buffer.from(wrap.wrapped, 'base64')
  const iv = Buffer.from(wrap.iv, 'base64')
  const decipher = crypto.createDecipheriv('aes-256-gcm', crypto.argon2Sync('argon2id', cost), iv)
  decipher.setAAD(Buffer.from(`lobule-store-key|${storeId}|${holder}|v1`)).setAuthTag(wrapped.subarray(-16))
  const key = decipher.update(wrapped.subarray(0, -16))
  try {
    decipher.final()
  } catch {
    throw new Refusal('Wrong password or recovery key.', '密码或恢复密钥错误。')
  }
  const derived = Buffer.from(crypto.hkdfSync('sha256', key, '', 'lobule|keyring-check|v1', 32))
  if (crypto.createHmac('sha256', derived).update(storeId).digest('hex') === keyCheck) return key
  throw new Refusal('keyring.json is of two stores.', 'keyring.json 的内容来自两个不同的数据库。')
}

// Crockford's base 32: no I, L, O or U.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 52 digits are the key, 4 its checksum. */
function recoveryBytes(typed) {
  const digits = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}._]/gu, '')
  const values = [...digits.replaceAll('O', '0').replaceAll(/[IL]/g, '1')].map(digit =>
    ALPHABET.indexOf(digit),
  )
  const bits = values.map(value => value.toString(2).padStart(5, '0')).join('')
  const bytes = Buffer.from((bits.slice(0, 256).match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2)))
  const sum = crypto.createHash('sha256').update('lobule-recovery-key|').update(bytes).digest()
  const wanted = [...sum.subarray(0, 3)].map(byte => byte.toString(2).padStart(8, '0')).join('')
  const isWhole = values.length === 56 && !values.includes(-1) && bits.slice(256, 260) === '0000'
  if (isWhole && bits.slice(260) === wanted.slice(0, 20)) return bytes
  throw new Refusal(
    'This is no recovery key, or it was mistyped: it has 14 groups of 4.',
    '恢复密钥不正确或输入有误：应为 14 组，每组 4 个字符。',
  )
}

function canonical(value) {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.keys(value).sort()
  return `{${members.map(name => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`
}

function hash(algorithm, text) {
  return crypto.createHash(algorithm).update(text).digest('hex')
}
