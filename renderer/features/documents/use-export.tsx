import { Button, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentId } from '#shared/core/ids.ts'
import { type Api, useApi } from '../../api/api.tsx'
import { bytesOf } from './open-pdf.ts'
import { printPdf } from './print-pdf.ts'
import { saveFile } from './save-file.ts'

/** What is going on with one document. */
type Doing = 'file' | 'print' | 'verifier'

interface Failed {
  readonly what: Doing
  readonly error: unknown
}

/** Takes one document out of Lobule, onto paper or into a file; each stands in the trail. */
export function useExport(id: DocumentId) {
  const api = useApi()
  const queries = useQueryClient()
  const offerVerifier = useVerifierOffer()
  const [doing, setDoing] = useState<Doing>()
  const [failed, setFailed] = useState<Failed>()
  const screen = useScreenSignal()
  const work = async (what: Doing, run: () => Promise<void>) => {
    setDoing(what)
    setFailed(undefined)
    try {
      await run()
    } catch (error) {
      if (!screen().aborted) setFailed({ what, error })
    } finally {
      setDoing(undefined)
    }
  }
  const take = async (how: 'file' | 'print') => {
    const file = await api.documents.export({ id, how })
    // The trail has a new entry.
    void queries.invalidateQueries()
    return file
  }
  return {
    doing,
    failed,
    toFile: () =>
      work('file', async () => {
        const { fileName, pdf } = await take('file')
        saveFile(fileName, bytesOf(pdf), 'application/pdf')
        offerVerifier()
      }),
    print: () => work('print', async () => printPdf((await take('print')).pdf, screen())),
    verifierPage: () => work('verifier', () => saveVerifier(api)),
  }
}

/** Keeps the page that verifies what was exported. */
async function saveVerifier(api: Api): Promise<void> {
  const { fileName, text } = await api.documents.verifierPage({})
  saveFile(fileName, text, 'text/html;charset=utf-8')
}

/** Long enough to be read aloud and to decide; the page stays in the menu. */
const OFFER_MS = 30_000

const OFFERED = ['page', 'verifierOffered']

/** After the first export of a session: who gets the PDF will want the page that checks it. */
function useVerifierOffer(): () => void {
  const { t } = useTranslation('documents')
  const api = useApi()
  const queries = useQueryClient()
  return useCallback(() => {
    if (queries.getQueryData(OFFERED) === true) return
    // Goes with the session, as everything that the queries keep.
    queries.setQueryData(OFFERED, true)
    const id = notifications.show({
      title: t('export.done'),
      message: (
        <>
          <Text size="sm">{t('export.verifierOffer')}</Text>
          <Button
            size="xs"
            variant="default"
            mt="xs"
            onClick={() => {
              notifications.hide(id)
              void saveVerifier(api)
            }}
          >
            {t('export.verifier')}
          </Button>
        </>
      ),
      autoClose: OFFER_MS,
    })
  }, [t, api, queries])
}

/** Aborted once the screen that asked is gone, such as after a lock. */
function useScreenSignal(): () => AbortSignal {
  const control = useRef(new AbortController())
  useEffect(() => {
    if (control.current.signal.aborted) control.current = new AbortController()
    return () => control.current.abort()
  }, [])
  return useCallback(() => control.current.signal, [])
}
