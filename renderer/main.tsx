import './api/zod-without-eval.ts'
import '@fontsource-variable/inter/index.css'
import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './theme/global.css'
import { setNonce } from 'get-nonce'
import { createRoot } from 'react-dom/client'
import { createClient } from '#shared/api/client.ts'
import { contract } from '#shared/api/contract.ts'
import { httpTransport } from './api/http-transport.ts'
import { portTransport } from './api/port-transport.ts'
import { App } from './app.tsx'
import { computerLanguage, startI18n } from './i18n/i18n.ts'

const transport = location.protocol === 'app:' ? portTransport(window) : httpTransport()
const api = createClient(contract, transport.send)

/** The host puts a nonce into the page; styles that the libraries add carry it. */
const nonce = document.querySelector<HTMLElement>('[nonce]')?.nonce ?? ''
// What locks the page's scrolling under a modal asks here.
setNonce(nonce)

async function start(root: HTMLElement): Promise<void> {
  const preferences = await api.preferences.get({})
  const language = preferences.language ?? computerLanguage(navigator.languages)
  const texts = await startI18n(language)
  createRoot(root).render(<App {...{ api, transport, texts, preferences, nonce }} />)
}

const root = document.getElementById('root')
if (root) void start(root)
