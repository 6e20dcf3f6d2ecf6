import { startApplication } from '#main/hosts/electron/application.ts'
import { askedOf } from '#main/hosts/electron/asked.ts'

declare const __BUILD__: string | null

startApplication({ asked: askedOf(process.argv.slice(1)), build: __BUILD__ })
