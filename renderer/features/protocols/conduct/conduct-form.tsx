import { Button, Group, Stack } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../../components/notice.tsx'
import type { FoundDraft as Found } from '../../../drafts/use-draft.ts'
import { useRight } from '../../../session/session.tsx'
import { FoundDraft } from '../../candidates/found-draft.tsx'
import classes from './conduct.module.css'
import { SaveBar } from './save-bar.tsx'

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
  const mayEnter = useRight('protocols.configure')
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const [isWrong, setWrong] = useState(false)
  const needsReason = props.version > 0
  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault()
    if (props.isSaving || props.isOvertaken || !mayEnter) return
    setTried(true)
    if (needsReason && reason.trim() === '') return
    const isTaken = props.onSave(reason.trim())
    setWrong(!isTaken)
    if (isTaken) setReason('')
    setTried(!isTaken)
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
          <SaveBar
            version={props.version}
            reason={reason}
            onReason={setReason}
            isReasonMissing={isTried && needsReason && reason.trim() === ''}
            isWrong={isWrong}
            isSaving={props.isSaving}
            error={props.error}
            onCancel={props.onCancel}
          />
        )}
      </Stack>
    </form>
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
