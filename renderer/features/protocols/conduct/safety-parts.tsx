import { Checkbox, Group, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { WhoUmcCategory } from '#shared/core/adverse-events/who-umc.ts'
import { valueName } from '#shared/core/names.ts'
import { useCoreText } from '../../../components/core-text.ts'
import classes from './conduct.module.css'
import { Choice, ShortField } from './conduct-fields.tsx'
import { Part } from './part.tsx'
import type { SafetyDraft } from './safety-draft.ts'
import type { SafetyPartProps } from './safety-reporting-parts.tsx'
import { TextRows } from './text-rows.tsx'

/** Which WHO-UMC categories the site's form calls related. */
export function RelatedPart({ draft, onChange }: SafetyPartProps) {
  const { t } = useTranslation('safetySite')
  const textOf = useCoreText()
  const choose = (chosen: string[]) =>
    onChange({ relatedCategories: WhoUmcCategory.options.filter(one => chosen.includes(one)) })
  return (
    <Part title={t('conduct.related')} hint={t('conduct.relatedHint')}>
      <Checkbox.Group
        label={t('conduct.relatedCategories')}
        value={draft.relatedCategories}
        onChange={choose}
      >
        <Group gap="6px 16px" mt={4}>
          {WhoUmcCategory.options.map(one => (
            <Checkbox key={one} value={one} label={textOf(valueName(one))} />
          ))}
        </Group>
      </Checkbox.Group>
    </Part>
  )
}

/** What limits a dose, and how long after one it is looked for. */
export function DoseLimitingPart({ draft, onChange, tell }: SafetyPartProps) {
  const { t } = useTranslation('safetySite')
  return (
    <Part title={t('conduct.doseLimiting')} hint={t('conduct.doseLimitingHint')}>
      <Textarea
        label={t('conduct.definition')}
        value={draft.definition}
        onChange={({ currentTarget }) => onChange({ definition: currentTarget.value })}
        error={tell('definition')}
        maxLength={2000}
        rows={4}
        resize="vertical"
        maw={720}
        mb={8}
      />
      <div className={classes['row']}>
        <ShortField
          label={t('conduct.windowDays')}
          hint={t('conduct.windowHint')}
          unit={t('conduct.days')}
          value={draft.windowDays}
          onChange={windowDays => onChange({ windowDays })}
          error={tell('windowDays')}
        />
        <Choice
          label={t('conduct.after')}
          value={draft.after}
          onChange={value => onChange({ after: value as SafetyDraft['after'] })}
          options={[
            ['first_dose', t('conduct.first_dose')],
            ['each_dose', t('conduct.each_dose')],
          ]}
          error={tell('after')}
        />
      </div>
    </Part>
  )
}

interface CohortsPartProps extends SafetyPartProps {
  readonly newId: () => string
}

/** The cohorts of a dose escalation by name; none of them says who got what. */
export function CohortsPart({ draft, onChange, tell, newId }: CohortsPartProps) {
  const { t } = useTranslation('safetySite')
  return (
    <Part title={t('conduct.cohorts')} hint={t('conduct.cohortsHint')}>
      <TextRows
        label={t('conduct.cohort')}
        addLabel={t('conduct.addCohort')}
        rows={draft.cohorts}
        newRow={() => ({ id: newId(), text: '' })}
        onChange={cohorts => onChange({ cohorts })}
        tell={id => tell(`cohorts.${id}`)}
      />
    </Part>
  )
}

/** When a complication that comes again is the same episode. */
export function EpisodesPart({ draft, onChange, tell }: SafetyPartProps) {
  const { t } = useTranslation('safetySite')
  return (
    <Part title={t('conduct.episodes')} hint={t('conduct.episodesHint')}>
      <ShortField
        label={t('conduct.sameEpisode')}
        unit={t('conduct.days')}
        value={draft.sameEpisodeDays}
        onChange={sameEpisodeDays => onChange({ sameEpisodeDays })}
        error={tell('sameEpisodeDays')}
      />
    </Part>
  )
}
