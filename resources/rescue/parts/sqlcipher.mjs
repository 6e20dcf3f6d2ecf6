import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import { Refusal } from './words.mjs'

/** What SQLCipher 4 is told, in the order that it needs. */
export function statements(plain, key) {
  return `PRAGMA key = "x'${key.toString('hex')}'";
PRAGMA cipher_compatibility = 4;
ATTACH DATABASE '${plain.replaceAll("'", "''")}' AS plain KEY '';
SELECT sqlcipher_export('plain');
DETACH DATABASE plain;
`
}

/** Through its standard input: an argument would show the key to everybody on the computer. */
export function exportBy(program, { database, plain, key }) {
  const { status, error } = spawnSync(program, ['-batch', '-bail', database], {
    input: statements(plain, key),
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  if (error) throw new Refusal(`Cannot be run: ${program}`, `无法运行：${program}`)
  if (status !== 0 || !fs.existsSync(plain))
    throw new Refusal('SQLCipher did not export; version 4 is needed.', 'SQLCipher 未能导出；需要第 4 版。')
}
