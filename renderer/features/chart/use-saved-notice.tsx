import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { InputIssue } from '#shared/api/errors.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import { useApi } from '../../api/api.tsx'
import { useErrorText } from '../../components/error-text.ts'
import { factTitle, useSpeech } from './fact-words.ts'
import { explain } from './form/explain.ts'

const NOTICE_MS = 12_000

interface Saved {
  readonly facts: readonly Fact[]
  readonly warnings: readonly InputIssue[]
}

/** Says what was charted, with what an evaluation will miss of it, and offers to take it back at once. */
export function useSavedNotice(): (saved: Saved) => void {
  const api = useApi()
  const queries = useQueryClient()
  const speech = useSpeech()
  const errorText = useErrorText()
  return useCallback(
    ({ facts, warnings }) => {
      const { t, language } = speech
      const undo = async (id: string) => {
        notifications.hide(id)
        try {
          // One after the other: the first refusal tells, and the rest stays charted.
          for (const { id: factId, version } of facts)
            await api.facts.retract({ factId, expectedVersion: version, reason: t('saved.undoReason') })
          notifications.show({ message: t('saved.undone', { count: facts.length }) })
        } catch (error) {
          notifications.show({ color: 'orange', title: t('saved.undoFailed'), message: errorText(error) })
        } finally {
          await queries.invalidateQueries()
        }
      }
      const [first] = facts
      const isOne = first !== undefined && facts.length === 1
      const id = `saved-${first?.id ?? ''}`
      notifications.show({
        id,
        autoClose: NOTICE_MS,
        title: isOne
          ? t('saved.one', { what: factTitle(first.content.kind, language) })
          : t('saved.many', { count: facts.length }),
        message: (
          <Group justify="space-between" gap="sm">
            <Text size="sm" style={{ flex: 1 }}>
              {warnings.map(({ message }) => explain(message, speech)).join(' ')}
            </Text>
            <Button size="xs" variant="default" onClick={() => void undo(id)}>
              {t('saved.undo')}
            </Button>
          </Group>
        ),
      })
    },
    [api, queries, speech, errorText],
  )
}
