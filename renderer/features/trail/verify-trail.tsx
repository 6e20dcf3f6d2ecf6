import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Failure } from '../../components/failure.tsx'
import { Notice } from '../../components/notice.tsx'
import { countText, instantText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { useRight } from '../../session/session.tsx'
import { Acknowledge } from './acknowledge.tsx'
import classes from './trail.module.css'
import { type Checking, useVerifyTrail } from './use-verify-trail.ts'

/** Recomputes the chain of the whole trail and says in words what was found. */
export function VerifyTrail() {
  const { t } = useTranslation('trail')
  const { outcome, start, stop } = useVerifyTrail()
  const isRunning = outcome?.state === 'running'
  return (
    <section className={classes['verify']} aria-label={t('verify.title')}>
      <Group justify="space-between" wrap="nowrap" gap="lg">
        <Text size="sm" c="dimmed" maw={760}>
          {t('verify.hint')}
        </Text>
        {isRunning ? (
          <Button variant="default" flex="none" onClick={stop}>
            {t('verify.stop')}
          </Button>
        ) : (
          <Button
            variant="default"
            flex="none"
            leftSection={<IconShieldCheck size={17} />}
            onClick={() => void start()}
          >
            {t('verify.start')}
          </Button>
        )}
      </Group>
      {outcome?.state === 'failed' && <Failure error={outcome.error} onRetry={() => void start()} />}
      {outcome && outcome.state !== 'failed' && <Found checking={outcome} onAgain={() => void start()} />}
    </section>
  )
}

interface FoundProps {
  readonly checking: Checking
  readonly onAgain: () => void
}

function Found({ checking, onAgain }: FoundProps) {
  const { t } = useTranslation('trail')
  const language = useLanguage()
  const { state, entries, total, problems } = checking
  const isRunning = state === 'running'
  const counts = { done: countText(entries, language), all: countText(total, language) }
  if (state !== 'done')
    return (
      <Stack gap={4} mt="sm">
        <Progress value={total === 0 ? 0 : (100 * entries) / total} aria-label={t('verify.progress')} />
        <Text size="sm" role="status">
          {isRunning ? t('verify.running', counts) : t('verify.stopped', counts)}
        </Text>
      </Stack>
    )
  const isWhole = problems.length === 0
  return (
    <Stack mt="sm" gap="xs">
      <Notice
        kind={isWhole ? 'good' : 'bad'}
        role={isWhole ? 'status' : 'alert'}
        title={isWhole ? t('verify.whole', { count: total, entries: counts.all }) : t('verify.broken')}
      >
        <Summary checking={checking} />
        {!isWhole && <Problems problems={problems} onAgain={onAgain} />}
      </Notice>
    </Stack>
  )
}

function Summary({ checking }: { readonly checking: Checking }) {
  const { t } = useTranslation('trail')
  const { clockFindings, anchoredBySignatures, head, restores } = checking
  return (
    <>
      <div>
        {anchoredBySignatures === 0
          ? t('verify.noneAnchored')
          : t('verify.anchored', { count: anchoredBySignatures })}
      </div>
      {clockFindings > 0 && <div>{t('verify.clock', { count: clockFindings })}</div>}
      {restores.map(restored => (
        <RestoredBackup key={restored.seq} {...restored} />
      ))}
      {head !== null && (
        <div className={classes['head']}>
          {t('verify.head')} <span className={classes['code']}>{head}</span>
        </div>
      )}
    </>
  )
}

/** The trail of a backup is whole in itself: what was after it is in no trail, and that is said. */
function RestoredBackup({ seq, madeAt, entries, replaced }: Checking['restores'][number]) {
  const { t } = useTranslation('trail')
  const language = useLanguage()
  const far = countText(entries, language)
  return (
    <div>
      <strong>{t('number', { seq })}</strong>{' '}
      {t('verify.restored', { at: instantText(madeAt, language), entries: far })}{' '}
      {replaced === null
        ? t('verify.restoredUnknown')
        : t('verify.restoredReplaced', { entries: countText(replaced, language) })}
    </div>
  )
}

/** Found when the store was opened, and settled once somebody who answers for the site has said why. */
const OF_OPENING = new Set([
  'trail_does_not_match_anchor',
  'trail_anchor_missing',
  'backup_is_ahead',
  'security_log_altered',
])

interface ProblemsProps {
  readonly problems: Checking['problems']
  readonly onAgain: () => void
}

function Problems({ problems, onAgain }: ProblemsProps) {
  const { t, i18n } = useTranslation('trail')
  const mayAcknowledge = useRight('users.appoint')
  const [asking, setAsking] = useState<number>()
  const wordOf = (problem: string) =>
    i18n.exists(`trail:problem.${problem}`) ? t(`problem.${problem}` as 'problem.edited') : problem
  return (
    <>
      <ul className={classes['problems']}>
        {problems.map(({ seq, problem }) => (
          <li key={`${seq} ${problem}`}>
            {seq > 0 && <strong>{t('number', { seq })} </strong>}
            {wordOf(problem)}{' '}
            {mayAcknowledge && OF_OPENING.has(problem) && seq > 0 && (
              <Button size="compact-xs" variant="default" onClick={() => setAsking(seq)}>
                {t('acknowledge.open')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div>{t('verify.whatToDo')}</div>
      {asking !== undefined && (
        <Acknowledge
          seq={asking}
          onClose={() => setAsking(undefined)}
          onDone={() => {
            setAsking(undefined)
            onAgain()
          }}
        />
      )}
    </>
  )
}
