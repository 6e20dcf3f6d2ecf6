import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { collectLicences, LICENCES_FILE } from './licences.ts'

describe('the licences on the About page', () => {
  const collected = collectLicences()

  it('are those of what is installed; else run `node main/cli/licences.ts`', () => {
    expect(JSON.parse(readFileSync(LICENCES_FILE, 'utf8'))).toEqual(collected)
  })

  it.each([
    'react',
    '@mantine/core',
    'zod',
    'electron',
    'better-sqlite3-multiple-ciphers',
    '@zxcvbn-ts/core',
  ])('name %s, which is shipped, with its licence', name => {
    const found = collected.packages.find(one => one.name === name)
    expect(collected.texts[found?.text ?? -1]).toMatch(/permission is hereby granted/i)
  })

  it.each(['vitest', '@biomejs/biome', 'cql-execution', '@electron/get'])(
    'leave out %s, which builds or tests only',
    name => {
      expect(collected.packages.map(one => one.name)).not.toContain(name)
    },
  )
})
