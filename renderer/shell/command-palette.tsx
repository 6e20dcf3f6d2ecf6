import { Spotlight, type SpotlightActionData } from '@mantine/spotlight'
import { IconSearch, IconUser } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useRead } from '../api/hooks.ts'
import { usePrivacy } from '../privacy/privacy.tsx'
import { useRight } from '../session/session.tsx'
import type { Command } from './commands.ts'
import { Shortcut } from './shortcut.tsx'

/** Candidates by number or initials, and every command: Ctrl+K. In privacy mode no candidate is listed. */
export function CommandPalette({ commands }: { readonly commands: readonly Command[] }) {
  const { t } = useTranslation('shell')
  const [query, setQuery] = useState('')
  const candidates = useCandidateActions(query)
  const actions: SpotlightActionData[] = commands
    .filter(({ id }) => id !== 'palette')
    .map(({ id, label, keys, run }) => ({
      ...{ id, label, onClick: run },
      rightSection: <Shortcut keys={keys} />,
    }))
  return (
    <Spotlight
      actions={[
        { group: t('palette.commands'), actions },
        { group: t('palette.candidates'), actions: candidates },
      ]}
      query={query}
      // At once: the palette marks its first line before React would have filtered the lines.
      onQueryChange={text => flushSync(() => setQuery(text))}
      shortcut={null}
      maxHeight={440}
      scrollable
      highlightQuery
      nothingFound={t('palette.nothing')}
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden="true" />,
        placeholder: t('searchHint'),
        'aria-label': t('searchHint'),
        onKeyDown: takeFirst,
      }}
    />
  )
}

/** Lines that came after the last letter, as when the candidates were still being read, have none that is marked. */
function takeFirst({ key, nativeEvent, currentTarget }: KeyboardEvent<HTMLElement>): void {
  if (key !== 'Enter' || nativeEvent.isComposing) return
  const palette = currentTarget.closest('[role="dialog"]')
  if (palette?.querySelector('[data-selected]')) return
  palette?.querySelector<HTMLElement>('[data-action]')?.click()
}

const none: never[] = []
/** Candidates that are listed; more are found by another letter. */
const SHOWN = 20

/** Of thousands only those that will be shown become lines. */
function useCandidateActions(query: string): SpotlightActionData[] {
  const mayRead = useRight('patients.read')
  const { isOn } = usePrivacy()
  const navigate = useNavigate()
  const { data: patients = none } = useRead('patients', 'list', {}, { enabled: mayRead && !isOn })
  return useMemo(() => {
    const wanted = query.trim().toLowerCase()
    const found: SpotlightActionData[] = []
    for (const { id, screeningNumber, initials } of isOn ? [] : patients) {
      const label = `${screeningNumber}  ${initials}`
      if (!label.toLowerCase().includes(wanted)) continue
      found.push({
        ...{ id, label, leftSection: <IconUser size={16} aria-hidden="true" /> },
        onClick: () => void navigate({ to: '/candidates/$patientId', params: { patientId: id } }),
      })
      if (found.length === SHOWN) break
    }
    return found
  }, [query, patients, isOn, navigate])
}
