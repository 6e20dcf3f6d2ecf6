import type { QueryContext } from '#main/services/context.ts'
import { readAnchor } from '#main/store/anchor.ts'
import { pagesAgree } from '#main/store/connection.ts'
import { signedAnchors } from '#main/store/signature-repository.ts'
import { type TrailCheck, type TrailReport, verifyTrail } from '#main/store/verify-trail.ts'

type Report = Omit<TrailReport, 'problems'> & { problems: { seq: number; problem: string }[] }

/**
 * Verifies the trail, or a part of it, against its anchor and every signature; with its end the pages against each other,
 * because an older page of records leaves the trail as it is.
 */
export function verifyAll(
  { db, directory, session }: Pick<QueryContext, 'db' | 'directory' | 'session'>,
  part: Pick<TrailCheck, 'from' | 'limit'> = {},
): Report {
  const anchor = readAnchor(directory, session.key)
  const head = anchor.state === 'good' ? anchor.head : undefined
  const report = verifyTrail(db, { ...part, anchor: head, signed: signedAnchors(db) })
  const lost = anchor.state === 'missing' ? 'anchor_missing' : 'anchor_forged'
  const isEnd = report.next === null
  const problems = [
    ...report.problems,
    ...(isEnd && anchor.state !== 'good' ? [{ seq: 0, problem: lost }] : []),
    ...(isEnd && !pagesAgree(db) ? [{ seq: 0, problem: 'pages_contradict' }] : []),
  ]
  return { ...report, problems }
}
