import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** Who may come in: the one browser that opened the printed link. */
export interface Access {
  /** What the link carries. Works once. */
  readonly ticket: string
  /** Takes the ticket for the cookie of the session, as a `Set-Cookie` header has it. */
  redeem(ticket: string): string | undefined
  /** Whether a `Cookie` header holds the cookie of the session. */
  admits(cookies: string | undefined): boolean
}

/** Access to the host on a port. Cookies know no ports, so that this one's name has to. */
export function createAccess(port: number): Access {
  const ticket = secret()
  const name = `lobule-${port}`
  let session: string | undefined
  return {
    ticket,
    redeem(given) {
      if (session !== undefined || !isSame(given, ticket)) return
      session = secret()
      return `${name}=${session}; Path=/; HttpOnly; SameSite=Strict`
    },
    admits(cookies = '') {
      const expected = `${name}=${session}`
      return session !== undefined && cookies.split('; ').some(cookie => isSame(cookie, expected))
    },
  }
}

function secret(): string {
  return randomBytes(32).toString('base64url')
}

/** In constant time, also where the lengths differ. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
