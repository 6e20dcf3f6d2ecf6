import type { z } from 'zod'
import { plainMessage } from './plain-issue.ts'

type Issue = z.core.$ZodIssue

/** What zod says of a union that has no words of its own. */
const NO_ALTERNATIVE = 'Invalid input'

/**
 * Issues as a person can act on them: a union that no alternative fits is replaced by the issues of the alternative
 * that the input comes nearest to, with the path down to the wrong field; zod's own words are put plainly.
 */
export function nearestIssues(issues: readonly Issue[]): Issue[] {
  return issues.flatMap(issue => {
    if (issue.code !== 'invalid_union' || issue.message !== NO_ALTERNATIVE || issue.errors.length === 0) {
      return [{ ...issue, message: plainMessage(issue) }]
    }
    const alternatives = issue.errors.map(nearestIssues)
    const nearest = alternatives.reduce((best, other) => (isNearer(other, best) ? other : best))
    return nearest.map(inner => ({ ...inner, path: [...issue.path, ...inner.path] }))
  })
}

/** The deeper the first mistake lies, the more of the input was right; then the fewer mistakes the better. */
function isNearer(issues: readonly Issue[], than: readonly Issue[]): boolean {
  const deeper = depth(issues) - depth(than)
  return deeper > 0 || (deeper === 0 && issues.length < than.length)
}

function depth(issues: readonly Issue[]): number {
  return Math.min(
    ...issues.map(({ code, path }) => (code === 'unrecognized_keys' ? path.length + 1 : path.length)),
  )
}
