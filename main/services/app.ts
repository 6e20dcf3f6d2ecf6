import type { app } from '#shared/api/app.ts'
import type { AreaHandlers } from './handlers.ts'

export const appHandlers: AreaHandlers<typeof app> = {
  info: (_input, { app, directory }) => ({ ...app, dataFolder: directory }),
}
