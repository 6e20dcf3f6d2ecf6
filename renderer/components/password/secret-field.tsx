import { PasswordInput, type PasswordInputProps, Text } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** A field for a password: says when Caps Lock is on, and shows what was typed only when asked. */
export function SecretField({ description, ...props }: PasswordInputProps) {
  const { t } = useTranslation('session')
  const [isCapsLockOn, setCapsLock] = useState(false)
  const look = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'))
  return (
    <PasswordInput
      {...props}
      aria-invalid={Boolean(props.error)}
      description={description}
      onKeyDown={look}
      onKeyUp={look}
      visibilityToggleButtonProps={{ 'aria-label': t('password.show'), tabIndex: 0 }}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      autoCapitalize="off"
      spellCheck={false}
      inputContainer={input => (
        <>
          {input}
          <Text size="sm" role="status" c="var(--lobule-open)">
            {isCapsLockOn ? t('password.capsLock') : ''}
          </Text>
        </>
      )}
    />
  )
}
