import { protocol, type Session } from 'electron'
import { pageAssets } from '#main/hosts/page/assets.ts'
import { APP_SCHEME, isAppUrl, SCHEME_PRIVILEGES } from './policy.ts'

/** Makes our scheme known. Call before `ready`. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: SCHEME_PRIVILEGES }])
}

/** Serves the built page from `folder`; the address is all that a request can say. */
export function serveApp(session: Session, folder: string): void {
  const assets = pageAssets(folder)
  session.protocol.handle(APP_SCHEME, async ({ url, method }) => {
    if (method !== 'GET' || !isAppUrl(url)) return new Response(null, { status: 404 })
    const { status, headers, body } = await assets.respond(new URL(url).pathname)
    return new Response(body, { status, headers })
  })
}
