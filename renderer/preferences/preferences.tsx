import { useMantineColorScheme } from '@mantine/core'
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Preferences } from '#shared/api/preferences.ts'
import { useApi } from '../api/api.tsx'

interface Chosen {
  readonly preferences: Preferences
  /** Takes effect at once and is kept for the next start. */
  readonly choose: (change: Partial<Preferences>) => Promise<void>
}

const PreferencesContext = createContext<Chosen | undefined>(undefined)

interface PreferencesProviderProps {
  readonly initial: Preferences
  readonly children: ReactNode
}

/** Language and theme of this computer. */
export function PreferencesProvider({ initial, children }: PreferencesProviderProps) {
  const api = useApi()
  const { i18n: texts } = useTranslation()
  const { setColorScheme } = useMantineColorScheme()
  const [preferences, setPreferences] = useState(initial)
  const value = useMemo(
    () => ({
      preferences,
      async choose(change: Partial<Preferences>) {
        const next = { ...preferences, ...change }
        setPreferences(next)
        setColorScheme(next.theme)
        if (next.language) await texts.changeLanguage(next.language)
        await api.preferences.set(next)
      },
    }),
    [api, preferences, setColorScheme, texts],
  )
  return <PreferencesContext value={value}>{children}</PreferencesContext>
}

export function usePreferences(): Chosen {
  const value = useContext(PreferencesContext)
  if (value === undefined) throw new Error('no PreferencesProvider above')
  return value
}
