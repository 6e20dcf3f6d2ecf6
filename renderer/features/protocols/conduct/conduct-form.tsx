import { Button, Group, Stack, Text } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Failure } from '../../../components/failure.tsx'
import { Notice } from '../../../components/notice.tsx'
import type { FoundDraft as Found } from '../../../drafts/use-draft.ts'
import { useRight } from '../../../session/session.tsx'
import { Shortcut } from '../../../shell/shortcut.tsx'
import { FoundDraft } from '../../candidates/found-draft.tsx'
import protocols from '../protocols.module.css'
import { ReasonAndSave } from '../reason-and-save.tsx'
import { useReason } from '../use-reason.ts'
import classes from './conduct.module.css'

/** How a form stands, and what can be done with it. */
export interface ConductFrame {
  /** The version that a save replaces; 0 for the first entry. */
  readonly version: number
  readonly isDirty: boolean
  readonly isOvertaken: boolean
  readonly isSaving: boolean
  readonly error: unknown
  readonly found: Pick<Found<unknown>, 'savedAt'> | undefined
  readonly onTake: () => void
  readonly onDiscard: () => void
  readonly onKeep: () => void
  readonly onNewest: () => void
  /** False where something is wrong: then the places say what. */
  readonly onSave: (reason: string) => boolean
  readonly onCancel: () => void
}

interface ConductFormProps extends ConductFrame {
  readonly label: string
  readonly children: ReactNode
}

/** The frame of a form for what the site decides: drafts, versions and reasons; to read only for who may not configure. */
export function ConductForm(props: ConductFormProps) {
  const { t } = useTranslation('conduct')
  const mayEnter = useRight('protocols.configure')
  const reason = useReason(props.version)
  const [isWrong, setWrong] = useState(false)
  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault()
    if (props.isSaving || props.isOvertaken || !mayEnter) return
    const given = reason.ask()
    if (given === undefined) return
    const isTaken = props.onSave(given)
    setWrong(!isTaken)
    if (isTaken) reason.clear()
  }
  return (
    <form
      aria-label={props.label}
      noValidate
      onSubmit={submit}
      onKeyDown={event => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event)
      }}
    >
      <Stack gap="md">
        {props.found && mayEnter && (
          <FoundDraft savedAt={props.found.savedAt} onTake={props.onTake} onDiscard={props.onDiscard} />
        )}
        <fieldset className={classes['fields']} disabled={!mayEnter}>
          {props.children}
        </fieldset>
        {props.isOvertaken && <Overtaken onKeep={props.onKeep} onNewest={props.onNewest} />}
        {mayEnter && props.isDirty && (
          <div className={protocols['saveBar']}>
            <NotSaved error={props.error} isWrong={isWrong} />
            <ReasonAndSave
              reason={reason}
              save={t('save', { version: props.version + 1 })}
              keys={<Shortcut keys="mod+Enter" />}
              isSaving={props.isSaving}
              onCancel={props.onCancel}
            />
          </div>
        )}
      </Stack>
    </form>
  )
}

function NotSaved({ error, isWrong }: { readonly error: unknown; readonly isWrong: boolean }) {
  const { t } = useTranslation('conduct')
  return (
    <>
      {error !== null && error !== undefined && <Failure error={error} />}
      {isWrong && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert" mb={6}>
          {t('wrong')}
        </Text>
      )}
    </>
  )
}

/** Somebody entered a newer version while this one was typed. */
function Overtaken({ onKeep, onNewest }: { readonly onKeep: () => void; readonly onNewest: () => void }) {
  const { t } = useTranslation('conduct')
  return (
    <Notice kind="bad" role="alert" title={t('overtaken.title')}>
      {t('overtaken.text')}
      <Group gap="xs" mt="xs">
        <Button size="xs" variant="default" onClick={onNewest}>
          {t('overtaken.newest')}
        </Button>
        <Button size="xs" variant="default" onClick={onKeep}>
          {t('overtaken.keep')}
        </Button>
      </Group>
    </Notice>
  )
}
