import { z } from 'zod'

/** What the window's menu and its shortcuts ask of the page. */
export const WindowCommand = z.enum([
  'lock',
  'palette',
  'shortcuts',
  'privacy',
  'new-candidate',
  'candidates',
  'protocols',
  'work',
  'deviations',
  'safety',
  'imports',
  'documents',
  'exports',
  'inspection',
  'trail',
  'backups',
  'back-up',
  'verify',
  'settings',
  'about',
])
export type WindowCommand = z.infer<typeof WindowCommand>

/**
 * What the preload posts to its own page. `port` comes with one end of a MessagePort to the engine, again after each
 * restart; `engine_down` says that the engine ended unexpectedly and that calls without an answer will get none.
 * `closing` says that the window stays until a backup is made; closing it a second time does not wait for that.
 */
export const WindowMessage = z.discriminatedUnion('lobule', [
  z.object({ lobule: z.literal('port') }),
  z.object({ lobule: z.literal('engine_down') }),
  z.object({ lobule: z.literal('closing') }),
  z.object({ lobule: z.literal('command'), command: WindowCommand }),
])
export type WindowMessage = z.infer<typeof WindowMessage>

export { PAGE_READY } from './page-ready.ts'
