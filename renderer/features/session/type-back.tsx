import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { compareWithKey, GROUPS } from './recovery-key.ts'

interface TypeBackProps {
  readonly recoveryKey: string
  readonly onBack: () => void
  readonly onSame: () => void
  /** Where it goes on; to the workstation where absent. */
  readonly goOn?: string
}

/** The key typed from the print: the only proof that the print can be read. */
export function TypeBack({ recoveryKey, onBack, onSame, goOn }: TypeBackProps) {
  const { t } = useTranslation('session')
  const [typed, setTyped] = useState('')
  const [isTried, setTried] = useState(false)
  const compared = compareWithKey(typed, recoveryKey)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (compared.state === 'same') onSame()
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <div>
          <Title order={1}>{t('typeBack.title')}</Title>
          <Text size="sm" c="dimmed">
            {t('typeBack.hint')}
          </Text>
        </div>
        <Textarea
          label={t('recovery.key')}
          description={t('typeBack.forgiving')}
          value={typed}
          onChange={event => setTyped(event.currentTarget.value)}
          onKeyDown={event => {
            if (event.key === 'Enter') submit(event)
          }}
          styles={{
            input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: '1.125rem' },
          }}
          rows={3}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          autoFocus
          error={errorOf(compared, isTried)}
        />
        <Text size="sm" role="status" c={compared.state === 'same' ? 'var(--lobule-good)' : 'dimmed'}>
          {compared.state === 'same' && t('typeBack.same')}
          {compared.state === 'so_far' && t('typeBack.soFar', { count: compared.groups, all: GROUPS })}
        </Text>
        <Group justify="space-between">
          <Button variant="default" onClick={onBack}>
            {t('typeBack.showAgain')}
          </Button>
          <Button type="submit">{goOn ?? t('typeBack.open')}</Button>
        </Group>
      </Stack>
    </form>
  )

  function errorOf({ state, ...rest }: typeof compared, tried: boolean): string | undefined {
    if (state === 'different' && 'group' in rest) return t('typeBack.different', { group: rest.group })
    if (state === 'too_long') return t('typeBack.tooLong')
    return tried && state !== 'same' ? t('typeBack.incomplete') : undefined
  }
}
