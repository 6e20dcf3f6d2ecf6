import { Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FactContent } from '#shared/core/facts/content.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { useRead } from '../../api/hooks.ts'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { timeText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { useRight } from '../../session/session.tsx'
import { factLine, sourceText, useSpeech, whenText } from '../chart/fact-words.ts'
import { TrialNamesProvider } from '../chart/trial/trial-names-provider.tsx'
import { usePeople } from '../chart/use-people.ts'
import classes from './inspection.module.css'
import { Loaded } from './loaded.tsx'

/** What taking part hangs on: whether the patient agreed, was enrolled, got a dose, and how it ended. */
const KINDS: ReadonlySet<FactContent['kind']> = new Set([
  'consent',
  'enrolment',
  'dose',
  'unblinding',
  'pregnancy',
  'liver_transplant',
  'death',
])

interface MilestonesProps {
  readonly patientId: PatientId
}

/** The steps of one candidate through a trial in their order, each with who entered it, when, and from what. */
export function Milestones({ patientId }: MilestonesProps) {
  const { t } = useTranslation('inspection')
  const query = useRead('facts', 'list', { patientId })
  return (
    <TrialNamesProvider>
      <section aria-labelledby="inspected-milestones">
        <Title order={3} mt="lg" mb="xs" id="inspected-milestones">
          {t('milestones.title')}
        </Title>
        <Loaded query={query}>{facts => <Steps facts={stepsIn(facts)} patientId={patientId} />}</Loaded>
      </section>
    </TrialNamesProvider>
  )
}

function stepsIn(facts: readonly Fact[]): readonly Fact[] {
  return facts
    .filter(({ content }) => KINDS.has(content.kind))
    .toSorted((a, b) => startOf(a).localeCompare(startOf(b)))
}

function startOf({ content }: Fact): string {
  const { on, from } = { on: undefined, from: undefined, ...content }
  return on ?? from ?? ''
}

function Steps({ facts, patientId }: MilestonesProps & { readonly facts: readonly Fact[] }) {
  const { t } = useTranslation('inspection')
  if (facts.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('milestones.none')}
      </Text>
    )
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">{t('milestones.when')}</th>
          <th scope="col">{t('milestones.what')}</th>
          <th scope="col">{t('milestones.entered')}</th>
        </tr>
      </thead>
      <tbody>
        {facts.map(fact => (
          <Step key={fact.id} fact={fact} patientId={patientId} />
        ))}
      </tbody>
    </table>
  )
}

function Step({ fact, patientId }: MilestonesProps & { readonly fact: Fact }) {
  const { t } = useTranslation('inspection')
  const language = useLanguage()
  const speech = useSpeech()
  const personOf = usePeople()
  const mayAudit = useRight('audit.read')
  const { id, version, content, enteredAt, author, source } = fact
  const { title, details } = factLine(content, speech)
  return (
    <tr>
      <td className={classes['nowrap']}>{whenText(content, speech)}</td>
      <th scope="row">
        <strong>{title}</strong>
        <span className={classes['second']}>{details.join(' · ')}</span>
      </th>
      <td>
        {personOf(author)}
        <span className={classes['second']}>
          {timeText(enteredAt, language)} · {sourceText(source, speech)}
        </span>
        {mayAudit && (
          <LinkAnchor
            to="/trail"
            search={{ patientId, field: `facts.${id}` }}
            size="sm"
            display="block"
            w="max-content"
          >
            {version > 1 ? t('milestones.versions', { count: version }) : t('milestones.history')}
          </LinkAnchor>
        )}
      </td>
    </tr>
  )
}
