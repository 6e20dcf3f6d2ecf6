import { describe, expect, it } from 'vitest'
import { securityHeaders } from './security-headers.ts'

const directives = new Map(
  (securityHeaders('abc')['Content-Security-Policy'] ?? '').split('; ').map(directive => {
    const [name = '', ...sources] = directive.split(' ')
    return [name, sources.join(' ')]
  }),
)

describe('the policy of the page', () => {
  it('lets in nothing unsafe and nothing from elsewhere', () => {
    const sources = new Set([...directives.values()].flatMap(value => value.split(' ')))
    expect(sources).toEqual(new Set(["'none'", "'self'", "'nonce-abc'", 'data:', 'blob:']))
  })

  it.each([
    ['default-src', "'none'"],
    ['script-src', "'self' 'nonce-abc'"],
    ['style-src', "'self' 'nonce-abc'"],
    ['connect-src', "'self'"],
    ['worker-src', "'self'"],
    ['img-src', "'self' data: blob:"],
    ['frame-ancestors', "'none'"],
    ['base-uri', "'none'"],
    ['form-action', "'none'"],
  ])('has %s %s', (name, sources) => {
    expect(directives.get(name)).toBe(sources)
  })
})
