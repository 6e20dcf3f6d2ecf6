import type { ReadableDb } from '#main/store/connection.ts'
import { type FactVersion, factHistory } from '#main/store/fact-repository.ts'
import { listUsers } from '#main/store/user-repository.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { UserId } from '#shared/core/ids.ts'
import type { UsedFact } from '#shared/core/signatures/subject.ts'

/** Facts as a record names them: with who entered each, and what it said before. */
export function usedFacts(facts: readonly Fact[], db: ReadableDb): UsedFact[] {
  const names = new Map(listUsers(db).map(({ id, fullName }) => [id, fullName]))
  return facts.map(fact => usedFact(fact, factHistory(db, fact.id), names))
}

function usedFact(
  { id, version, enteredAt, source, content }: Fact,
  history: readonly FactVersion[],
  names: ReadonlyMap<UserId, string>,
): UsedFact {
  const nameOf = (author: UserId | undefined) => (author && names.get(author)) ?? ''
  const earlier = history.slice(0, -1).map((before, index) => ({
    version: before.version,
    enteredAt: before.enteredAt,
    author: nameOf(before.authorId),
    content: before.content,
    reason: history[index + 1]?.reason ?? '',
  }))
  return { id, version, enteredAt, author: nameOf(history.at(-1)?.authorId), source, content, earlier }
}
