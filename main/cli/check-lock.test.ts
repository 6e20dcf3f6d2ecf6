import { describe, expect, it } from 'vitest'
import { lockProblems } from './check-lock.ts'

const root = { optionalDependencies: {} }
const installed = { integrity: 'sha512-x' }

describe('lockProblems', () => {
  it('accepts a lock with every optional package, hoisted or nested', () => {
    const packages = {
      '': root,
      'node_modules/tool': { ...installed, optionalDependencies: { 'tool-linux': '1', 'tool-win': '1' } },
      'node_modules/tool-linux': installed,
      'node_modules/tool/node_modules/tool-win': installed,
    }
    expect(lockProblems({ packages })).toEqual([])
  })

  it('finds an optional package that is left out, however deep', () => {
    const packages = {
      '': root,
      'node_modules/a/node_modules/@b/tool': { ...installed, optionalDependencies: { '@b/tool-win': '1' } },
      'node_modules/other/node_modules/@b/tool-win': installed,
    }
    expect(lockProblems({ packages })).toEqual([
      'node_modules/a/node_modules/@b/tool lacks its optional package @b/tool-win',
    ])
  })

  it('refuses an entry that names the host it came from', () => {
    const packages = {
      '': root,
      'node_modules/a': { ...installed, resolved: 'https://mirror.example/a.tgz' },
    }
    expect(lockProblems({ packages })).toEqual([
      'node_modules/a names where it came from: https://mirror.example/a.tgz',
    ])
  })

  it('refuses an entry without an integrity hash', () => {
    expect(lockProblems({ packages: { '': root, 'node_modules/a': {} } })).toEqual([
      'node_modules/a has no integrity hash',
    ])
  })
})
