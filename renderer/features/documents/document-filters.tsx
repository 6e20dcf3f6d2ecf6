import { Button, Select } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { DocumentSummary } from '#shared/api/documents.ts'
import { DocumentKind, DocumentLanguage } from '#shared/core/documents/payload.ts'
import { DocumentSearch } from './document-search.ts'
import { useAbout } from './document-words.ts'
import classes from './documents.module.css'

/** What the list can be narrowed to: only what its documents have. */
export function DocumentFilters({ documents }: { readonly documents: readonly DocumentSummary[] }) {
  const { t } = useTranslation('documents')
  const search = useSearch({ from: '/documents' })
  const navigate = useNavigate()
  const aboutOf = useAbout()
  const change = (name: keyof DocumentSearch, value: string | null) =>
    void navigate({
      to: '/documents',
      search: DocumentSearch.parse({ ...search, [name]: value ?? undefined }),
      replace: true,
    })
  const candidates = [...new Set(documents.flatMap(({ patientId }) => patientId ?? []))].flatMap(
    patientId => {
      const about = aboutOf({ patientId })
      return about
        ? [{ value: patientId as string, label: `${about.screeningNumber} ${about.initials}` }]
        : []
    },
  )
  candidates.sort((a, b) => a.label.localeCompare(b.label))
  const protocols = [...new Set(documents.flatMap(({ protocolId }) => protocolId ?? []))].sort()
  const look = { size: 'xs' as const, className: classes['filter'] ?? '', placeholder: t('filter.all') }
  const isFiltered = Object.values(search).some(value => value !== undefined)
  return (
    <fieldset className={classes['filters']} style={{ border: 0, padding: 0 }} aria-label={t('filter.label')}>
      <Select
        {...look}
        label={t('filter.candidate')}
        data={[{ value: 'site', label: t('filter.site') }, ...candidates]}
        value={search.candidate ?? null}
        onChange={value => change('candidate', value)}
        searchable
        clearable
      />
      <Select
        {...look}
        label={t('filter.kind')}
        data={DocumentKind.options.map(value => ({ value, label: t(`kind.${value}`) }))}
        value={search.kind ?? null}
        onChange={value => change('kind', value)}
        clearable
      />
      <Select
        {...look}
        label={t('filter.protocol')}
        data={protocols}
        value={search.protocol ?? null}
        onChange={value => change('protocol', value)}
        clearable
      />
      <Select
        {...look}
        label={t('filter.language')}
        data={DocumentLanguage.options.map(value => ({ value, label: t(`languageName.${value}`) }))}
        value={search.language ?? null}
        onChange={value => change('language', value)}
        clearable
      />
      {isFiltered && (
        <Button
          size="xs"
          variant="subtle"
          onClick={() => void navigate({ to: '/documents', search: {}, replace: true })}
        >
          {t('filter.clear')}
        </Button>
      )}
    </fieldset>
  )
}
