import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { i18n } from 'i18next'
import { type ReactNode, useEffect, useState } from 'react'
import { I18nextProvider } from 'react-i18next'
import type { Preferences } from '#shared/api/preferences.ts'
import { type Api, ApiProvider } from './api/api.tsx'
import type { Transport } from './api/transport.ts'
import { TransportProvider } from './api/transport-context.tsx'
import { PreferencesProvider } from './preferences/preferences.tsx'
import { PrivacyProvider } from './privacy/privacy.tsx'
import { SessionProvider } from './session/session.tsx'
import { Shell } from './shell/shell.tsx'
import { theme } from './theme/theme.ts'

interface AppProps {
  readonly api: Api
  readonly transport: Pick<Transport, 'subscribe'>
  readonly texts: i18n
  readonly preferences: Preferences
  readonly nonce?: string
  /** A screen alone, for tests; the shell where absent. */
  readonly children?: ReactNode
}

/** The whole page: everything that screens need around them, then the shell that chooses a screen. */
export function App({ api, transport, texts, preferences, nonce = '', children = <Shell /> }: AppProps) {
  const [queries] = useState(createQueries)
  return (
    <I18nextProvider i18n={texts}>
      <MantineProvider
        theme={theme}
        defaultColorScheme={preferences.theme}
        getStyleNonce={() => nonce}
        colorSchemeManager={inMemory}
      >
        <DocumentLanguage texts={texts} />
        <Notifications position="bottom-right" limit={4} />
        <QueryClientProvider client={queries}>
          <ApiProvider api={api}>
            <PreferencesProvider initial={preferences}>
              <TransportProvider transport={transport}>
                <SessionProvider>
                  <PrivacyProvider>{children}</PrivacyProvider>
                </SessionProvider>
              </TransportProvider>
            </PreferencesProvider>
          </ApiProvider>
        </QueryClientProvider>
      </MantineProvider>
    </I18nextProvider>
  )
}

/** The engine is beside us: nothing is retried, nothing waits for a network, nothing is asked for again by itself. */
function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

/** The theme is kept by the engine with the other preferences, not in the page's own storage. */
const inMemory = {
  get: (scheme: 'light' | 'dark' | 'auto') => scheme,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
}

function DocumentLanguage({ texts }: { readonly texts: i18n }) {
  useEffect(() => {
    const follow = (language: string) => {
      document.documentElement.lang = language
    }
    follow(texts.language)
    texts.on('languageChanged', follow)
    return () => texts.off('languageChanged', follow)
  }, [texts])
  return null
}
