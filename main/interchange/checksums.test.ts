import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { CHECKSUMS, proveChecksums } from './checksums.ts'
import { loadProtocols } from './protocol-file.ts'

const shipped = fileURLToPath(new URL('../../resources/protocols', import.meta.url))
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lobule-test-'))
  await cp(shipped, folder, { recursive: true })
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const refusalOf = (file: string) => ({ payload: { code: 'invalid_file', file } })

it('lists every protocol file that is shipped', async () => {
  await proveChecksums(shipped)
  const listed = (await readFile(join(shipped, CHECKSUMS), 'utf8')).match(/\S+$/gm)
  const files = (await readdir(shipped, { recursive: true })).filter(name => /\.(?:json|txt)$/.test(name))
  expect(listed?.sort()).toEqual(files.map(name => name.replaceAll('\\', '/')).sort())
})

it('refuses a threshold that changed, although it would be a protocol like any other', async () => {
  const file = join(folder, 'nct05106972.json')
  const text = await readFile(file, 'utf8')
  const changed = text.replace('"years": 20', '"years": 10')
  expect(changed).not.toBe(text)
  await writeFile(file, changed)
  await expect(loadProtocols(folder)).rejects.toMatchObject(refusalOf('nct05106972.json'))
  await rm(join(folder, CHECKSUMS))
  await expect(loadProtocols(folder), 'without the list nobody notices').resolves.toHaveLength(2)
})

it.each([
  ['a file that is gone', 'sources/nct07413549.txt', 'nct07413549.txt'],
  ['its own damage', CHECKSUMS, CHECKSUMS],
])('refuses %s', async (_case, path, named) => {
  if (path === CHECKSUMS) await writeFile(join(folder, path), 'not a list\n')
  else await rm(join(folder, path))
  await expect(proveChecksums(folder)).rejects.toMatchObject(refusalOf(named))
})

it('asks nothing of a folder without a list', async () => {
  await rm(join(folder, CHECKSUMS))
  await writeFile(join(folder, 'nct05106972.json'), 'anything')
  await proveChecksums(folder)
})
