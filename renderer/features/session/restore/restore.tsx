import { Button, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Failure } from '../../../components/failure.tsx'
import { FocusedTitle } from '../../../components/focused-title.tsx'
import { ChooseFile } from './choose-file.tsx'
import { CopyReceived } from './copy-received.tsx'
import { FoundBackups } from './found-backups.tsx'
import { ProveBackup } from './prove-backup.tsx'
import { RestoreChoice } from './restore-choice.tsx'
import { SendingFile } from './sending-file.tsx'
import { useRestore } from './use-restore.ts'

interface RestoreProps {
  readonly onBack: () => void
  /** There is no store on this computer yet. */
  readonly isFresh?: boolean
  /** The store is locked as it was before, but another: this screen goes. */
  readonly onRestored?: () => void
}

/** From a backup to the store that opens again: which one, who opens it, what would be lost, and only then in its place. */
export function Restore({ onBack, isFresh = false, onRestored }: RestoreProps) {
  const { t } = useTranslation(['restore', 'session', 'common'])
  const { state, attempt, receiving, startOver, ...way } = useRestore({ isFresh })
  return (
    <Stack gap="md">
      {state.at !== 'plan' && (
        <div>
          <FocusedTitle>{t(isFresh ? 'session:copy.title' : 'restore:title')}</FocusedTitle>
          <Text c="dimmed">{t(isFresh ? 'session:copy.intro' : 'restore:intro')}</Text>
        </div>
      )}
      {state.at === 'choose' && receiving.state === 'none' && (
        <>
          {receiving.error !== undefined && <Failure error={receiving.error} />}
          <FoundBackups isFresh={isFresh} onChoose={way.choose} />
          <ChooseFile isOnly={isFresh} onFile={file => void way.send(file)} />
          <Group>
            <Button variant="default" onClick={onBack}>
              {t('common:back')}
            </Button>
          </Group>
        </>
      )}
      {receiving.state === 'sending' && <SendingFile {...receiving} onCancel={startOver} />}
      {state.at === 'copy' && (
        <CopyReceived
          received={state.received}
          isOpening={attempt.isRunning}
          error={attempt.error}
          onOpen={() => void way.openCopy(state.received)}
          onCancel={startOver}
        />
      )}
      {state.at === 'prove' && (
        <ProveBackup
          backup={state.backup}
          onProve={proof => way.prove(state.backup, proof)}
          onBack={startOver}
        />
      )}
      {state.at === 'plan' && (
        <RestoreChoice
          plan={state.plan}
          attempt={attempt}
          onPerform={() => void way.perform(state.plan).then(isDone => isDone && onRestored?.())}
          onBack={startOver}
        />
      )}
    </Stack>
  )
}
