import { render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { createListeners } from '#renderer/api/transport.ts'
import { App } from '#renderer/app.tsx'
import { startI18n } from '#renderer/i18n/i18n.ts'
import type { Language } from '#shared/core/text.ts'
import type { TestEngine } from './engine.ts'

interface Showing {
  readonly language?: Language
  /** The address behind the `#`, such as `/protocols`. */
  readonly at?: string
  /** One screen alone instead of the shell. */
  readonly children?: ReactNode
}

/** The page over a real engine in the same process: what a component test looks at and types into. */
export async function showPage(
  { api }: Pick<TestEngine, 'api'>,
  { language = 'en', at = '/', children }: Showing = {},
) {
  window.location.hash = `#${at}`
  const { tell, subscribe } = createListeners()
  const texts = await startI18n(language)
  const preferences = { language, theme: 'light' as const }
  const shown = render(
    <App {...{ api, texts, preferences }} transport={{ subscribe }}>
      {children}
    </App>,
  )
  return { ...shown, tell, user: userEvent.setup() }
}
