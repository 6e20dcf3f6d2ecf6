/** Lays nothing out: what is watched comes in sight only when a test says so. */
export interface Sight {
  /** Everything that is watched comes in sight, as when somebody scrolled to its end. */
  scrollToEnd(): void
  restore(): void
}

/** Takes the place of the browser's `IntersectionObserver`, which jsdom does not have. */
export function watchSight(): Sight {
  const before = globalThis.IntersectionObserver
  const watching = new Map<Element, () => void>()
  class Watcher {
    readonly #tell: (entries: { isIntersecting: boolean; target: Element }[]) => void
    readonly #own: Element[] = []
    constructor(tell: (entries: { isIntersecting: boolean; target: Element }[]) => void) {
      this.#tell = tell
    }
    observe(target: Element) {
      this.#own.push(target)
      watching.set(target, () => this.#tell([{ isIntersecting: true, target }]))
    }
    disconnect() {
      for (const target of this.#own) watching.delete(target)
    }
  }
  globalThis.IntersectionObserver = Watcher as unknown as typeof IntersectionObserver
  return {
    scrollToEnd() {
      for (const tell of [...watching.values()]) tell()
    },
    restore() {
      globalThis.IntersectionObserver = before
    },
  }
}
