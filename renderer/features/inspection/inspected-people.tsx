import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api/hooks.ts'
import classes from './inspection.module.css'
import { Loaded } from './loaded.tsx'

/** Who works with the store, and as what. */
export function InspectedPeople() {
  const { t } = useTranslation(['inspection', 'shell'])
  const query = useRead('users', 'list', {})
  return (
    <Loaded query={query}>
      {people => (
        <>
          <table className={classes['table']}>
            <thead>
              <tr>
                <th scope="col">{t('inspection:people.name')}</th>
                <th scope="col">{t('inspection:people.role')}</th>
                <th scope="col">{t('inspection:people.state')}</th>
              </tr>
            </thead>
            <tbody>
              {people.map(({ id, fullName, loginName, role, active, mayReadIdentity }) => (
                <tr key={id}>
                  <th scope="row">
                    {fullName} <span className={classes['dim']}>{loginName}</span>
                  </th>
                  <td>{t(`shell:role.${role}`)}</td>
                  <td>
                    {t(active ? 'inspection:people.active' : 'inspection:people.inactive')}
                    {mayReadIdentity && (
                      <span className={classes['second']}>{t('inspection:people.identity')}</span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <Text size="sm" c="dimmed" mt="sm">
            {t('inspection:people.hint')}
          </Text>
        </>
      )}
    </Loaded>
  )
}
