import { Button, FileButton, Group, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Sha256 } from '#shared/core/ids.ts'
import { fingerprintText } from '#shared/core/signatures/record.ts'
import type { Expected } from './check-file.ts'
import { readCertificateFile, readFingerprint } from './read-authority.ts'
import classes from './verify.module.css'

/** Whose signature is expected. */
export interface Choice {
  readonly whose: 'own' | 'other'
  readonly expected: Expected
}

interface AuthorityChoiceProps {
  readonly own: Sha256 | undefined
  readonly choice: Choice
  readonly onChange: (choice: Choice) => void
}

/** The site certificate that files are checked against: our own, or another from paper or as a file; never from the PDF. */
export function AuthorityChoice({ own, choice, onChange }: AuthorityChoiceProps) {
  const { t } = useTranslation('verify')
  return (
    <Radio.Group
      label={t('against.label')}
      description={t('against.hint')}
      value={choice.whose}
      onChange={whose =>
        onChange(whose === 'own' ? { whose: 'own', expected: own } : { whose: 'other', expected: undefined })
      }
    >
      <Stack gap="xs" mt="xs">
        {own !== undefined && (
          <Radio
            value="own"
            label={t('against.own')}
            description={<span className={classes['code']}>{fingerprintText(own)}</span>}
          />
        )}
        <Radio value="other" label={t('against.other')} />
        {choice.whose === 'other' && (
          <Other onExpect={expected => onChange({ whose: 'other', expected })} expected={choice.expected} />
        )}
      </Stack>
    </Radio.Group>
  )
}

interface OtherProps {
  readonly expected: Expected
  readonly onExpect: (expected: Expected) => void
}

function Other({ expected, onExpect }: OtherProps) {
  const { t } = useTranslation('verify')
  const [typed, setTyped] = useState('')
  const [file, setFile] = useState<{ readonly name: string; readonly isRead: boolean }>()
  const isWrong = typed.trim() !== '' && readFingerprint(typed) === undefined
  const type = (text: string) => {
    setTyped(text)
    setFile(undefined)
    onExpect(readFingerprint(text))
  }
  const take = async (chosen: File | null) => {
    if (chosen === null) return
    const certificate = await readCertificateFile(chosen)
    setTyped('')
    setFile({ name: chosen.name, isRead: certificate !== undefined })
    onExpect(certificate)
  }
  return (
    <div className={classes['other']}>
      <TextInput
        label={t('against.fingerprint')}
        description={t('against.fingerprintHint')}
        value={typed}
        onChange={event => type(event.currentTarget.value)}
        error={isWrong && t('against.fingerprintWrong')}
        autoComplete="off"
        spellCheck={false}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
      />
      <Group gap="sm" mt="xs">
        <FileButton accept=".cer,.crt,.der,.pem" onChange={chosen => void take(chosen)}>
          {props => (
            <Button {...props} variant="default" size="xs">
              {t('against.file')}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed" role="status">
          {file?.isRead && t('against.fileRead', { name: file.name })}
          {file && !file.isRead && t('against.fileWrong', { name: file.name })}
          {!file && expected === undefined && t('against.nothing')}
        </Text>
      </Group>
    </div>
  )
}
