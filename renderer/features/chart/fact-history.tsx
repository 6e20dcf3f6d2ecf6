import { Group, Stack, Text, Title } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import type { FactContent } from '#shared/core/facts/content.ts'
import type { FactId } from '#shared/core/ids.ts'
import { useRead } from '../../api/hooks.ts'
import { Failure } from '../../components/failure.tsx'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { timeText } from '../../i18n/format.ts'
import { useRight } from '../../session/session.tsx'
import { type Difference, differencesOf } from './fact-differences.ts'
import classes from './fact-view.module.css'
import { sourceText, useSpeech } from './fact-words.ts'
import { usePeople } from './use-people.ts'

/** Every version of a fact, the newest first: when, who, why, and what changed. */
export function FactHistory({ factId }: { readonly factId: FactId }) {
  const speech = useSpeech()
  const { language, t } = speech
  const personOf = usePeople()
  const mayAudit = useRight('audit.read')
  const { data: versions, error } = useRead('facts', 'history', { factId })
  if (error) return <Failure error={error} />
  if (versions === undefined) return null
  const contentBefore = (version: number): FactContent | null | undefined =>
    versions.find(one => one.version === version - 1)?.content
  return (
    <section aria-label={t('history.title')}>
      <Group justify="space-between" align="baseline">
        <Title order={3} mb={6}>
          {t('history.title')}
        </Title>
        {mayAudit && (
          <LinkAnchor to="/trail" search={{ field: `facts.${factId}` }} size="sm">
            {t('history.trail')}
          </LinkAnchor>
        )}
      </Group>
      <ol className={classes['history']} reversed>
        {[...versions].reverse().map(({ version, enteredAt, author, reason, content, source }) => {
          const before = contentBefore(version)
          return (
            <li key={version}>
              <div className={classes['version']}>
                <strong>
                  {version === 1
                    ? t('history.charted')
                    : content
                      ? t('history.corrected')
                      : t('history.retracted')}
                </strong>
                <span>{timeText(enteredAt, language)}</span>
                <span>{personOf(author)}</span>
              </div>
              {reason && <Text size="sm">{t('history.reason', { reason })}</Text>}
              {content && before && <Differences differences={differencesOf(before, content, speech)} />}
              {version === 1 && (
                <Text size="sm" c="dimmed">
                  {sourceText(source, speech)}
                </Text>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** Old and new of each attribute that changed. */
export function Differences({ differences }: { readonly differences: readonly Difference[] }) {
  const { t } = useSpeech()
  if (differences.length === 0) return <Text size="sm">{t('history.sameContent')}</Text>
  return (
    <Stack gap={2} mt={2}>
      {differences.map(({ name, before, after }) => (
        <div key={name} className={classes['difference']}>
          <span className={classes['name']}>{name}</span>
          <del>{before}</del>
          <IconArrowRight size={13} aria-label={t('history.becomes')} />
          <ins>{after}</ins>
        </div>
      ))}
    </Stack>
  )
}
