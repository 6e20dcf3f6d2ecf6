import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useRead, useWrite } from '../../api/hooks.ts'
import { Failure } from '../../components/failure.tsx'
import { Identity } from '../../privacy/privacy.tsx'
import classes from './log-views.module.css'
import type { Patient } from './patient.ts'
import { useAgeText } from './use-age-text.ts'

interface PossibleDuplicatesProps {
  readonly patient: Patient
  readonly possibleDuplicates: readonly string[]
  readonly onGoTo: (patient: Pick<Patient, 'id'>) => void
}

/** Right after registration: who may be the same person, and the choice between the two ways on. */
export function PossibleDuplicates({ patient, possibleDuplicates, onGoTo }: PossibleDuplicatesProps) {
  const { t } = useTranslation('candidates')
  const ageText = useAgeText()
  const { data: patients = [] } = useRead('patients', 'list', {})
  const remove = useWrite('patients', 'remove')
  const others = patients.filter(({ screeningNumber }) => possibleDuplicates.includes(screeningNumber))
  const takeBack = async (same: Patient) => {
    const reason = t('duplicate.reason', { number: same.screeningNumber })
    await remove.mutateAsync({ id: patient.id, expectedVersion: patient.version, reason })
    onGoTo(same)
  }
  return (
    <Stack maw={720} gap="md" align="flex-start">
      <Title order={1}>{t('duplicate.title')}</Title>
      <Text>{t('duplicate.what', { number: patient.screeningNumber })}</Text>
      <table className={classes['table']}>
        <tbody>
          {others.map(other => (
            <tr key={other.id}>
              <th scope="row">{other.screeningNumber}</th>
              <td>
                <Identity>{other.initials}</Identity>
              </td>
              <td>{t(`sex.${other.sex}`)}</td>
              <td>{ageText(other.birthDate)}</td>
              <td>
                <Group gap="xs" justify="flex-end">
                  <Button size="xs" variant="default" onClick={() => onGoTo(other)}>
                    {t('duplicate.open', { number: other.screeningNumber })}
                  </Button>
                  <Button
                    size="xs"
                    variant="default"
                    loading={remove.isPending}
                    onClick={() => void takeBack(other).catch(() => undefined)}
                  >
                    {t('duplicate.same', { number: patient.screeningNumber })}
                  </Button>
                </Group>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {remove.error !== null && <Failure error={remove.error} />}
      <Button onClick={() => onGoTo(patient)}>
        {t('duplicate.other', { number: patient.screeningNumber })}
      </Button>
    </Stack>
  )
}
