import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// jsdom has typed arrays of its own; the engine runs in the same process, and what it makes of Node's must be one.
const ofNode: unknown = Object.getPrototypeOf(Buffer.prototype)
if (ofNode !== null && typeof ofNode === 'object') {
  globalThis.Uint8Array = ofNode.constructor as Uint8ArrayConstructor
}

// What Mantine asks of a browser and jsdom does not have.
globalThis.matchMedia ??= query => ({
  matches: false,
  media: query,
  onchange: null,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  addListener: () => undefined,
  removeListener: () => undefined,
  dispatchEvent: () => false,
})
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
}
// Nothing is ever in sight, because nothing is laid out; `sight.ts` has one that can be told.
globalThis.IntersectionObserver ??= class {
  readonly root = null
  readonly rootMargin = ''
  readonly scrollMargin = ''
  readonly thresholds = []
  observe() {}
  unobserve() {}
  disconnect() {}
  takeRecords() {
    return []
  }
}
Element.prototype.scrollIntoView ??= () => undefined

// The engine derives keys and screens for real: on a busy machine an answer takes longer than the usual second.
configure({ asyncUtilTimeout: 8000 })

afterEach(cleanup)
