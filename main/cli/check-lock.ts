// A lock made where a registry lacks some platform's package silently leaves that package out, and a later
// `npm ci` then refuses the lock; a lock that names a host cannot be installed from another mirror.
import { readFileSync } from 'node:fs'
import { z } from 'zod'

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      optionalDependencies: z.record(z.string(), z.string()).optional(),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
    }),
  ),
})
type Lock = z.infer<typeof Lock>

/** Folders in which Node looks for a dependency of the package at `at`, nearest first. */
function lookupFolders(at: string): string[] {
  if (at === '') return ['']
  const cut = at.lastIndexOf('/node_modules/')
  return [`${at}/`, ...(cut < 0 ? [''] : lookupFolders(at.slice(0, cut)))]
}

/** What is wrong with a parsed lock file, one sentence each; empty when it can be installed anywhere. */
export function lockProblems({ packages }: Lock): string[] {
  return Object.entries(packages).flatMap(([at, entry]) => [
    ...Object.keys(entry.optionalDependencies ?? {})
      .filter(name => !lookupFolders(at).some(folder => `${folder}node_modules/${name}` in packages))
      .map(name => `${at} lacks its optional package ${name}`),
    ...(entry.resolved === undefined ? [] : [`${at} names where it came from: ${entry.resolved}`]),
    ...(at === '' || entry.integrity ? [] : [`${at} has no integrity hash`]),
  ])
}

if (import.meta.main) {
  const problems = lockProblems(
    Lock.parse(JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'))),
  )
  for (const problem of problems) console.error(problem)
  if (problems.length > 0) process.exitCode = 1
}
