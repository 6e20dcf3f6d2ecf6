import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { newFolder } from '#test/support/new-store.ts'

const module = JSON.stringify(new URL('./files.ts', import.meta.url).href)
const LIMIT_BYTES = 4096

/** Calls a function of files.ts in a process that may write no file past the limit, as on a full disk. */
function callOnFullDisk(name: 'writeAtomically' | 'appendDurably', file: string, text: string) {
  const call = `const files = await import(${module}); files.${name}(${JSON.stringify(file)}, ${JSON.stringify(text)})`
  const limited = `ulimit -f ${LIMIT_BYTES / 1024}; exec "$0" --input-type=module -e "$1"`
  return spawnSync('bash', ['-c', limited, process.execPath, call], { encoding: 'utf8' })
}

describe.skipIf(process.platform === 'win32')('[B2] on a disk that takes only a part', () => {
  it('a file that is replaced keeps its old content, and the caller is told', () => {
    const folder = newFolder()
    const file = join(folder, 'keyring.json')
    writeFileSync(file, 'the good one')
    const { status, stderr } = callOnFullDisk('writeAtomically', file, 'x'.repeat(LIMIT_BYTES + 1))
    expect(status).not.toBe(0)
    expect(stderr).toContain('EFBIG')
    expect(readFileSync(file, 'utf8')).toBe('the good one')
    expect(readdirSync(folder)).toEqual(['keyring.json'])
  })

  it('an addition that does not fit is told to the caller', () => {
    const file = join(newFolder(), 'security.log')
    writeFileSync(file, 'x'.repeat(LIMIT_BYTES - 10))
    const { status, stderr } = callOnFullDisk('appendDurably', file, 'y'.repeat(20))
    expect(status).not.toBe(0)
    expect(stderr).toContain('EFBIG')
  })

  it('what fits is written', () => {
    const file = join(newFolder(), 'security.log')
    expect(callOnFullDisk('appendDurably', file, 'a line\n').status).toBe(0)
    expect(readFileSync(file, 'utf8')).toBe('a line\n')
  })
})
