import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CertifiedCopy } from '#shared/api/certified-copies.ts'
import type { FactId } from '#shared/core/ids.ts'
import { useRead, useWrite } from '../../api/hooks.ts'
import { Facts } from '../../components/facts.tsx'
import { Failure } from '../../components/failure.tsx'
import { Notice } from '../../components/notice.tsx'
import { bytesText } from '../../i18n/bytes-text.ts'
import { dateText, timeText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { useRight } from '../../session/session.tsx'
import { factLine, useSpeech, whenText } from '../chart/fact-words.ts'
import { usePeople } from '../chart/use-people.ts'
import { ChooseFacts } from './choose-facts.tsx'
import classes from './copies.module.css'
import { WithdrawCopy } from './withdraw-copy.tsx'

interface CopyProps {
  readonly copy: CertifiedCopy
}

/** Who certified a copy, when and in which words; its file and hash; what rests on it. */
export function CopyDetails({ copy }: CopyProps) {
  const { t } = useTranslation('copies')
  const language = useLanguage()
  const personOf = usePeople()
  const mayWrite = useRight('facts.write')
  const { dated, originalAt, file, certifiedAt, certifiedBy, statement, withdrawn } = copy
  return (
    <div className={classes['side']}>
      {withdrawn && (
        <Notice kind="bad">
          {t('withdrawnBy', {
            time: timeText(withdrawn.at, language),
            who: personOf(withdrawn.by),
            reason: withdrawn.reason,
          })}
        </Notice>
      )}
      <Facts
        rows={[
          [t('view.certified'), `${timeText(certifiedAt, language)} · ${personOf(certifiedBy)}`],
          [t('view.statement'), <Statement key="statement" said={statement} />],
          [t('view.dated'), dated === null ? t('view.undated') : dateText(dated, language)],
          [t('view.originalAt'), originalAt],
          [t('view.file'), `${file.name}, ${bytesText(file.bytes, language)}`],
          [t('view.hash'), <Hash key="hash" of={file} />],
        ]}
      />
      <RestingOn copy={copy} />
      {mayWrite && withdrawn === null && <WithdrawCopy copy={copy} />}
    </div>
  )
}

function Statement({ said }: { readonly said: string }) {
  return <span className={classes['statement']}>{said}</span>
}

function Hash({ of: { sha256 } }: { readonly of: CertifiedCopy['file'] }) {
  return <span className={classes['hash']}>{sha256}</span>
}

function RestingOn({ copy }: CopyProps) {
  const { t } = useTranslation('copies')
  const mayWrite = useRight('facts.write')
  const [isAttaching, setAttaching] = useState(false)
  const { facts, withdrawn } = copy
  return (
    <section>
      <Title order={3} mb={4}>
        {t('view.facts')}
      </Title>
      {facts.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('view.noFacts')}
        </Text>
      ) : (
        <ul className={classes['facts']}>
          {facts.map(({ factId }) => (
            <li key={factId}>
              <FactText copy={copy} factId={factId} />
            </li>
          ))}
        </ul>
      )}
      {mayWrite && withdrawn === null && !isAttaching && (
        <Button mt="sm" size="xs" variant="default" onClick={() => setAttaching(true)}>
          {t('view.attachMore')}
        </Button>
      )}
      {isAttaching && <AttachMore copy={copy} onDone={() => setAttaching(false)} />}
    </section>
  )
}

function FactText({ copy: { patientId }, factId }: CopyProps & { readonly factId: FactId }) {
  const { t } = useTranslation('copies')
  const speech = useSpeech()
  const { data = [] } = useRead('facts', 'list', { patientId })
  const fact = data.find(({ id }) => id === factId)
  if (fact === undefined) return <Text size="sm">{t('view.retracted')}</Text>
  const { title, details } = factLine(fact.content, speech)
  const said = [title, ...details].join(speech.language === 'en' ? ', ' : '，')
  return <Text size="sm">{`${whenText(fact.content, speech)} · ${said}`}</Text>
}

interface AttachMoreProps extends CopyProps {
  readonly onDone: () => void
}

function AttachMore({ copy: { id, patientId, facts }, onDone }: AttachMoreProps) {
  const { t } = useTranslation(['copies', 'common'])
  const attach = useWrite('certifiedCopies', 'attach')
  const [chosen, setChosen] = useState<readonly FactId[]>([])
  const submit = () => attach.mutate({ id, facts: [...chosen] }, { onSuccess: onDone })
  return (
    <Stack gap="sm" mt="sm">
      <ChooseFacts
        patientId={patientId}
        chosen={chosen}
        onChange={setChosen}
        without={new Set(facts.map(({ factId }) => factId))}
      />
      {attach.error && <Failure error={attach.error} />}
      <Group gap="sm">
        <Button size="xs" disabled={chosen.length === 0} loading={attach.isPending} onClick={submit}>
          {t('copies:view.attach')}
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          {t('common:cancel')}
        </Button>
      </Group>
    </Stack>
  )
}
