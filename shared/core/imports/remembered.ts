/** Different texts that are remembered: a file has few, and each occurs in many rows. */
const MAXIMUM = 10_000

/** A reading that is done once for each text, as long as there are not too many of them. */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return text => {
    const before = known.get(text)
    if (before !== undefined || known.has(text)) return before as T
    const now = read(text)
    if (known.size < MAXIMUM) known.set(text, now)
    return now
  }
}
