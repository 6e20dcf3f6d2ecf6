import { Button, Group, Modal, Stack } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DangerButton } from '../../components/danger-button.tsx'
import { Notice } from '../../components/notice.tsx'
import { useOpener } from '../../components/use-opener.ts'
import classes from './form-dialog.module.css'

interface FormDialogProps {
  readonly title: string
  readonly action: string
  /** Something was typed that closing would lose. */
  readonly isDirty: boolean
  readonly isSaving: boolean
  readonly isDangerous?: boolean
  readonly onSubmit: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A form over the page. Escape closes it, and asks first where something typed would be lost. */
export function FormDialog(props: FormDialogProps) {
  const { title, action, isDirty, isSaving, isDangerous = false, onSubmit, onClose, children } = props
  const { t } = useTranslation(['settings', 'common'])
  const [isAsking, setAsking] = useState(false)
  useOpener()
  const Submit = isDangerous ? DangerButton : Button
  const close = () => (isDirty && !isAsking ? setAsking(true) : onClose())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsking(false)
    if (!isSaving) onSubmit()
  }
  return (
    <Modal
      opened
      onClose={close}
      title={title}
      size="lg"
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        onSubmit={submit}
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event)
        }}
        noValidate
      >
        <Stack gap="sm">
          {children}
          <div className={classes['foot']}>
            {isAsking && (
              <Notice kind="bad" role="alert" title={t('settings:dialog.unsaved')}>
                <Group mt="xs" gap="xs">
                  <Button size="xs" variant="default" onClick={() => setAsking(false)}>
                    {t('settings:dialog.goOn')}
                  </Button>
                  <DangerButton size="xs" onClick={onClose}>
                    {t('settings:dialog.discard')}
                  </DangerButton>
                </Group>
              </Notice>
            )}
            <Group justify="flex-end" mt="xs">
              <Button variant="default" onClick={close}>
                {t('common:cancel')}
              </Button>
              <Submit type="submit" loading={isSaving}>
                {action}
              </Submit>
            </Group>
          </div>
        </Stack>
      </form>
    </Modal>
  )
}
