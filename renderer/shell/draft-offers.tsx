import { Box, Button, Group, Text } from '@mantine/core'
import { type LinkProps, useLocation, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useRead, useWrite } from '../api/hooks.ts'
import { Notice } from '../components/notice.tsx'
import { isDraftForm, placeOfDraft } from '../drafts/draft-forms.ts'
import { timeText } from '../i18n/format.ts'
import { useLanguage } from '../i18n/i18n.ts'
import { usePrivacy } from '../privacy/privacy.tsx'

/** Drafts that were kept when the window locked or stopped: what, about whom, from when; taken up or let go. */
export function DraftOffers() {
  const { t } = useTranslation('shell')
  const language = useLanguage()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const { isOn } = usePrivacy()
  const { data: drafts = [] } = useRead('drafts', 'list', {})
  const discard = useWrite('drafts', 'discard')
  if (isOn) return null
  return drafts.map(({ form, patientId, screeningNumber, savedAt, content }) => {
    const place = isDraftForm(form) ? placeOfDraft({ form, patientId, content }) : undefined
    // The form itself offers its draft; saying it twice on one screen helps nobody.
    if (!isDraftForm(form) || place === undefined || isHere(pathname, place)) return null
    const what = t(`draft.form.${form}`)
    const at = timeText(savedAt, language)
    return (
      <Box key={`${form} ${patientId}`} mb="md">
        <Notice kind="info">
          <Group justify="space-between" gap="md">
            <Text size="sm">
              {screeningNumber === null
                ? t('draft.offer', { what, at })
                : t('draft.offerFor', { what, at, who: screeningNumber })}
            </Text>
            <Group gap="xs">
              <Button
                size="xs"
                variant="default"
                onClick={() => discard.mutate({ form, patientId })}
                loading={discard.isPending}
              >
                {t('draft.discard')}
              </Button>
              <Button size="xs" onClick={() => void navigate(place)}>
                {t('draft.continue')}
              </Button>
            </Group>
          </Group>
        </Notice>
      </Box>
    )
  })
}

function isHere(pathname: string, { to, params }: LinkProps): boolean {
  const values = Object.entries(typeof params === 'object' ? params : {})
  const path = values.reduce((text, [name, value]) => text.replace(`$${name}`, String(value)), to ?? '')
  return pathname === path
}
