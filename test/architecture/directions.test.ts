import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

const root = join(import.meta.dirname, '../..')
const purity = 'test/architecture/core-is-pure.grit'

/** rule, importing file, imported module: each must be refused, by exactly this rule. */
const forbidden = [
  ['core-is-pure', 'shared/core/a.ts', 'node:fs'],
  ['core-is-pure', 'shared/core/a.ts', 'react'],
  ['core-is-pure', 'shared/core/a.ts', 'electron'],
  ['core-is-pure', 'shared/core/a.ts', 'fast-check'],
  ['core-is-pure', 'shared/core/a.ts', '#main/engine.ts'],
  ['core-is-pure', 'shared/core/a.ts', '#test/support/a.ts'],
  ['core-is-pure', 'shared/core/a.ts', '#shared/api/a.ts'],
  ['core-is-pure', 'shared/core/a.ts', '../api/a.ts'],
  ['core-is-pure', 'shared/core/rules/a.ts', '../../api/a.ts'],
  ['core-is-pure', 'shared/core/rules/a.ts', '../../../main/store/a.ts'],
  ['core-is-pure', 'shared/core/a.ts', './a.test.ts'],
  ['api-knows-core-only', 'shared/api/a.ts', 'node:fs'],
  ['api-knows-core-only', 'shared/api/a.ts', 'decimal.js'],
  ['api-knows-core-only', 'shared/api/a.ts', '#main/services/a.ts'],
  ['api-knows-core-only', 'shared/api/a.ts', '../../main/services/a.ts'],
  ['api-knows-core-only', 'shared/api/a.ts', '#renderer/api/a.ts'],
  ['verify-runs-anywhere', 'shared/verify/a.ts', 'node:crypto'],
  ['verify-runs-anywhere', 'shared/verify/a.ts', '@cantoo/pdf-lib'],
  ['verify-runs-anywhere', 'shared/verify/a.ts', '#main/documents/a.ts'],
  ['verify-runs-anywhere', 'shared/verify/a.ts', '#shared/api/a.ts'],
  ['verify-runs-anywhere', 'shared/verify/a.ts', '../api/a.ts'],
  ['verify-runs-anywhere', 'shared/verify/a.ts', '../../main/documents/a.ts'],
  ['verify-runs-anywhere', 'shared/verify/a.ts', './a.test.ts'],
  ['glass', 'renderer/a.ts', 'node:fs'],
  ['glass', 'renderer/a.ts', 'node:fs/promises'],
  ['glass', 'renderer/a.tsx', 'electron'],
  ['glass', 'renderer/features/visits/a.tsx', '#main/services/a.ts'],
  ['glass', 'renderer/features/visits/a.tsx', '../../../main/services/a.ts'],
  ['glass', 'renderer/a.ts', 'better-sqlite3-multiple-ciphers'],
  ['electron-only-in-its-host', 'main/store/a.ts', 'electron'],
  ['electron-only-in-its-host', 'main/services/a.ts', 'electron'],
  ['electron-only-in-its-host', 'main/documents/a.ts', 'electron'],
  ['electron-only-in-its-host', 'main/engine.ts', 'electron/main'],
  ['electron-only-in-its-host', 'main/index.ts', 'electron'],
  ['electron-only-in-its-host', 'main/cli/a.ts', 'electron'],
  ['electron-only-in-its-host', 'main/cli/a.ts', '#main/hosts/electron/a.ts'],
  ['electron-only-in-its-host', 'main/cli/a.ts', '../hosts/electron/a.ts'],
  ['electron-only-in-its-host', 'main/hosts/loopback/a.ts', '../electron/a.ts'],
  ['sqlite-only-in-store', 'main/services/a.ts', 'better-sqlite3-multiple-ciphers'],
  ['sqlite-only-in-store', 'main/interchange/a.ts', 'node:sqlite'],
  ['sqlite-only-in-store', 'main/jobs/a.ts', 'better-sqlite3'],
  ['sqlite-only-in-store', 'main/engine.ts', 'better-sqlite3-multiple-ciphers'],
  ['sqlite-only-in-store', 'main/index.ts', 'better-sqlite3-multiple-ciphers'],
  ['sqlite-only-in-store', 'main/cli/a.ts', 'better-sqlite3-multiple-ciphers'],
  ['sqlite-only-in-store', 'main/hosts/electron/a.ts', 'better-sqlite3-multiple-ciphers'],
  ['sqlite-only-in-store', 'main/hosts/loopback/a.ts', '../../../node_modules/better-sqlite3/index.js'],
  ['sqlite-only-in-store', 'main/services/a.test.ts', 'better-sqlite3-multiple-ciphers'],
  ['sqlite-only-in-store', 'test/faults/a.ts', 'better-sqlite3-multiple-ciphers'],
  ['store-knows-no-service', 'main/store/a.ts', '#main/services/a.ts'],
  ['store-knows-no-service', 'main/store/a.ts', '../services/a.ts'],
  ['store-knows-no-service', 'main/store/migrations/a.ts', '../../services/a.ts'],
  ['store-knows-no-service', 'main/store/a.ts', '../engine.ts'],
  ['store-knows-no-service', 'main/store/a.ts', '#main/hosts/loopback/a.ts'],
  ['store-knows-no-service', 'main/store/a.ts', '#renderer/a.ts'],
  ['services-know-no-host', 'main/services/a.ts', '#main/hosts/loopback/a.ts'],
  ['services-know-no-host', 'main/services/a.ts', '../hosts/loopback/a.ts'],
  ['services-know-no-host', 'main/services/a.ts', '#main/engine.ts'],
  ['services-know-no-host', 'main/services/a.ts', '../engine.ts'],
  ['services-know-no-host', 'main/services/a.ts', '../cli/a.ts'],
  ['services-know-no-host', 'main/services/a.ts', 'react'],
  ['workers-know-no-service', 'main/documents/a.ts', '#main/services/a.ts'],
  ['workers-know-no-service', 'main/interchange/a.ts', '../services/a.ts'],
  ['workers-know-no-service', 'main/jobs/a.ts', '../engine.ts'],
  ['engine-knows-no-host', 'main/engine.ts', '#main/hosts/electron/a.ts'],
  ['engine-knows-no-host', 'main/engine.ts', './cli/a.ts'],
  ['engine-knows-no-host', 'main/engine/a.ts', '../hosts/loopback/a.ts'],
  ['hosts-speak-to-the-engine', 'main/cli/a.ts', '#main/store/a.ts'],
  ['hosts-speak-to-the-engine', 'main/cli/a.ts', '../services/a.ts'],
  ['hosts-speak-to-the-engine', 'main/hosts/loopback/a.ts', '#main/services/a.ts'],
  ['hosts-speak-to-the-engine', 'main/hosts/electron/a.ts', '../../store/a.ts'],
  ['no-test-code-in-product', 'main/services/a.ts', '#test/support/a.ts'],
  ['no-test-code-in-product', 'main/store/a.ts', '../../test/support/a.ts'],
  ['no-test-code-in-product', 'main/store/a.ts', './a.test.ts'],
  ['no-test-code-in-product', 'main/engine.ts', 'vitest'],
  ['no-test-code-in-product', 'renderer/a.tsx', 'fast-check'],
] as const

const allowed = [
  ['shared/core/a.ts', 'zod'],
  ['shared/core/a.ts', 'decimal.js'],
  ['shared/core/a.ts', './b.ts'],
  ['shared/core/rules/a.ts', '../b.ts'],
  ['shared/core/rules/a.ts', '#shared/core/b.ts'],
  ['shared/core/a.test.ts', 'fast-check'],
  ['shared/core/a.test.ts', '#test/support/a.ts'],
  ['shared/core/a.test.ts', '#main/engine.ts'],
  ['shared/api/a.ts', 'zod'],
  ['shared/api/a.ts', '#shared/core/b.ts'],
  ['shared/api/a.ts', '../core/b.ts'],
  ['shared/verify/a.ts', 'pkijs'],
  ['shared/verify/a.ts', 'asn1js'],
  ['shared/verify/a.ts', 'canonicalize'],
  ['shared/verify/a.ts', 'zod'],
  ['shared/verify/a.ts', './b.ts'],
  ['shared/verify/a.ts', '#shared/core/b.ts'],
  ['renderer/a.tsx', 'react'],
  ['renderer/features/visits/a.tsx', '@mantine/core'],
  ['renderer/features/visits/a.tsx', '#shared/api/b.ts'],
  ['renderer/features/visits/a.tsx', '../../main.tsx'],
  ['main/store/a.ts', 'better-sqlite3-multiple-ciphers'],
  ['main/store/a.ts', '../../node_modules/better-sqlite3-multiple-ciphers/index.d.ts'],
  ['main/store/a.ts', 'node:fs'],
  ['main/store/a.ts', '#shared/core/b.ts'],
  ['main/store/migrations/a.ts', '../b.ts'],
  ['main/services/a.ts', '#main/store/b.ts'],
  ['main/services/a.ts', '../store/b.ts'],
  ['main/services/a.ts', '#main/documents/b.ts'],
  ['main/services/a.ts', '#main/interchange/b.ts'],
  ['main/services/a.ts', '#main/jobs/b.ts'],
  ['main/services/a.ts', '#shared/api/b.ts'],
  ['main/services/a.test.ts', '#main/engine.ts'],
  ['main/documents/a.ts', '#shared/core/b.ts'],
  ['main/engine.ts', './services/b.ts'],
  ['main/engine.ts', '#main/store/b.ts'],
  ['main/index.ts', '#main/hosts/electron/b.ts'],
  ['main/hosts/electron/a.ts', 'electron'],
  ['main/hosts/electron/a.ts', '#main/engine.ts'],
  ['main/hosts/loopback/a.ts', '../../engine.ts'],
  ['main/cli/a.ts', '#main/engine.ts'],
  ['main/cli/a.ts', '../engine.ts'],
  ['main/cli/a.ts', './b.ts'],
  ['main/cli/a.ts', 'node:fs'],
  ['test/contract/a.ts', '#main/services/b.ts'],
  ['test/bench/a.ts', 'better-sqlite3'],
] as const

const impure = ['Date.now()', 'new Date()', 'Math.random()']
const pure = ["new Date('2026-01-01')", 'Date.UTC(2026, 0)', 'Math.max(1, 2)']

const hostNames = ['process', 'Buffer', 'window', 'document', 'setTimeout', 'crypto', 'fetch', 'console']

const Report = z.object({
  diagnostics: z.array(
    z.object({
      category: z.string(),
      message: z.string(),
      location: z.object({ path: z.string(), start: z.object({ line: z.number() }) }),
    }),
  ),
})

describe('the directions between the layers', () => {
  // A project of its own under the very same configuration, so that no violation ever lies in this one.
  const project = mkdtempSync(join(tmpdir(), 'directions-'))
  const lines = new Map<string, string[]>()
  let { diagnostics }: z.infer<typeof Report> = { diagnostics: [] }
  let typeErrors = ''

  const plant = (file: string, line: string) => lines.set(file, [...(lines.get(file) ?? []), line])
  const importing = (specifier: string) => `export * from '${specifier}'`
  const diagnosed = (file: string, line: string) =>
    diagnostics.filter(
      ({ location }) => location.path === file && lines.get(file)?.[location.start.line - 1] === line,
    )
  const refusals = (file: string, line: string) =>
    diagnosed(file, line)
      .filter(({ category }) => category === 'lint/style/noRestrictedImports' || category === 'plugin')
      .map(({ message }) => message.split(':')[0])

  beforeAll(() => {
    for (const [, file, specifier] of forbidden) plant(file, importing(specifier))
    for (const [file, specifier] of allowed) plant(file, importing(specifier))
    for (const call of [...impure, ...pure]) plant('shared/core/clock.ts', call)
    for (const name of [...hostNames, 'Map']) plant('shared/core/names.ts', `export const _${name} = ${name}`)
    plant('shared/core/hen.ts', importing('./egg.ts'))
    plant('shared/core/egg.ts', importing('./hen.ts'))
    for (const [file, content] of lines) {
      mkdirSync(dirname(join(project, file)), { recursive: true })
      writeFileSync(join(project, file), content.join('\n'))
    }
    const { vcs: _, ...configuration } = z
      .looseObject({ vcs: z.unknown() })
      .parse(JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8')))
    writeFileSync(join(project, 'biome.json'), JSON.stringify(configuration))
    writeFileSync(join(project, 'package.json'), JSON.stringify({ type: 'module' }))
    cpSync(join(root, purity), join(project, purity))
    for (const file of ['tsconfig.base.json', 'shared/tsconfig.json'])
      cpSync(join(root, file), join(project, file))

    const { stdout } = run('@biomejs/biome/bin/biome', 'lint', '--reporter=json', '--max-diagnostics=none')
    diagnostics = Report.parse(JSON.parse(stdout)).diagnostics
    typeErrors = run('typescript/bin/tsc', '-p', 'shared').stdout
  })
  afterAll(() => rmSync(project, { recursive: true, force: true }))

  const run = (tool: string, ...args: string[]) =>
    spawnSync(process.execPath, [join(root, 'node_modules', tool), ...args], {
      cwd: project,
      encoding: 'utf8',
    })

  it.each(forbidden)('%s: %s may not import %s', (rule, file, specifier) => {
    expect(refusals(file, importing(specifier))).toEqual([rule])
  })

  it.each(allowed)('%s may import %s', (file, specifier) => {
    expect(refusals(file, importing(specifier))).toEqual([])
  })

  it.each(impure)('core-is-pure: shared/core may not call %s', call => {
    expect(refusals('shared/core/clock.ts', call)).toEqual(['core-is-pure'])
  })

  it.each(pure)('shared/core may call %s', call => {
    expect(refusals('shared/core/clock.ts', call)).toEqual([])
  })

  it('two files may not import each other', () => {
    expect(diagnosed('shared/core/hen.ts', importing('./egg.ts'))).toContainEqual(
      expect.objectContaining({ category: 'lint/suspicious/noImportCycles' }),
    )
  })

  it.each(hostNames)('shared has no name %s', name => {
    expect(typeErrors).toMatch(new RegExp(`names.ts.*Cannot find name '${name}'`))
  })

  it('shared has the names of the language', () => {
    expect(typeErrors).not.toContain("'Map'")
  })
})

describe('package.json', () => {
  it('ships the native driver alone; everything else is bundled', () => {
    const { dependencies } = z
      .object({ dependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
    expect(Object.keys(dependencies)).toEqual(['better-sqlite3-multiple-ciphers'])
  })
})
