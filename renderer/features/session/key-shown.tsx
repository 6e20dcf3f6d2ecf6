import { Anchor, Button, Group, List, Stack, Text } from '@mantine/core'
import { IconDeviceFloppy, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FocusedTitle } from '../../components/focused-title.tsx'
import { Notice } from '../../components/notice.tsx'
import { KeySheet } from './key-sheet.tsx'
import classes from './key-shown.module.css'
import { saveText, useSheet } from './recovery-sheet.ts'
import type { TypedSite } from './site-step.tsx'

interface KeyShownProps {
  readonly site: TypedSite
  readonly recoveryKey: string
  readonly onTakenDown: () => void
  readonly onLeave: () => void
  /** What leaving is here; to go on without the key where absent. */
  readonly leave?: string
}

/** The key in its groups, large, with the two ways of keeping it. */
export function KeyShown({ site, recoveryKey, onTakenDown, onLeave, leave }: KeyShownProps) {
  const { t } = useTranslation('session')
  const sheet = useSheet(site, recoveryKey)
  const [isSaving, setSaving] = useState(false)
  return (
    <>
      <Stack gap="md" className={classes['screen'] ?? ''}>
        <div>
          <FocusedTitle>{t('key.title')}</FocusedTitle>
          <Text size="sm" c="dimmed">
            {t('key.what')}
          </Text>
        </div>
        <ol className={classes['groups']} aria-label={t('key.title')}>
          {sheet.groups.map((group, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two groups can be the same
            <li key={index} className={classes['group']}>
              <span className={classes['number']} aria-hidden="true">
                {index + 1}
              </span>
              <span className={classes['digits']}>{group}</span>
            </li>
          ))}
        </ol>
        <List size="sm" spacing={4}>
          <List.Item>{t('key.where')}</List.Item>
          <List.Item>{t('key.whoever')}</List.Item>
          <List.Item>{t('key.both')}</List.Item>
        </List>
        {isSaving && (
          <SaveWarning
            onSave={() => saveText('lobule-recovery-key.txt', sheet.text)}
            onClose={() => setSaving(false)}
          />
        )}
        <Group gap="sm">
          <Button variant="default" leftSection={<IconPrinter size={17} />} onClick={() => window.print()}>
            {t('key.print')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconDeviceFloppy size={17} />}
            onClick={() => setSaving(true)}
            aria-expanded={isSaving}
          >
            {t('key.save')}
          </Button>
          <Button ml="auto" onClick={onTakenDown}>
            {t('key.taken')}
          </Button>
        </Group>
        <Anchor component="button" type="button" size="sm" ta="right" onClick={onLeave}>
          {leave ?? t('key.leave')}
        </Anchor>
      </Stack>
      <KeySheet sheet={sheet} />
    </>
  )
}

interface SaveWarningProps {
  readonly onSave: () => void
  readonly onClose: () => void
}

function SaveWarning({ onSave, onClose }: SaveWarningProps) {
  const { t } = useTranslation(['session', 'common'])
  return (
    <Notice kind="bad" title={t('session:key.saveTitle')} role="alert">
      {t('session:key.saveHint')}
      <Group mt="xs" gap="xs">
        <Button size="xs" onClick={onSave}>
          {t('session:key.saveNow')}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t('common:close')}
        </Button>
      </Group>
    </Notice>
  )
}
