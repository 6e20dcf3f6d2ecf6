/** One thing that a version says: `key` is the same in every version, the words are for people. */
export interface ConductLine {
  readonly key: string
  readonly name: string
  readonly value: string
}

export interface ConductChange {
  readonly key: string
  readonly name: string
  readonly before: string | undefined
  readonly after: string | undefined
}

/** What became different between two versions, in the order of the newer one; what it left out comes last. */
export function changesBetween(
  before: readonly ConductLine[],
  after: readonly ConductLine[],
): readonly ConductChange[] {
  const old = new Map(before.map(line => [line.key, line]))
  const kept = new Set(after.map(({ key }) => key))
  return [
    ...after.map(({ key, name, value }) => ({ key, name, before: old.get(key)?.value, after: value })),
    ...before
      .filter(({ key }) => !kept.has(key))
      .map(({ key, name, value }) => ({ key, name, before: value, after: undefined })),
  ].filter(change => change.before !== change.after)
}
