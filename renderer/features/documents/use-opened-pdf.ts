import { useEffect, useState } from 'react'
import { type OpenedPdf, openPdf } from './open-pdf.ts'

interface Opening {
  /** Of which PDF this is the outcome. */
  readonly of: string
  readonly pdf?: OpenedPdf
}

/** Opens a PDF while its screen is there. */
export function useOpenedPdf(base64: string) {
  const [opening, setOpening] = useState<Opening>()
  const [times, setTimes] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another time opens it anew
  useEffect(() => {
    let isGone = false
    let opened: OpenedPdf | undefined
    openPdf(base64).then(
      pdf => {
        if (isGone) return pdf.close()
        opened = pdf
        setOpening({ of: base64, pdf })
      },
      () => {
        if (!isGone) setOpening({ of: base64 })
      },
    )
    return () => {
      isGone = true
      opened?.close()
      setOpening(undefined)
    }
  }, [base64, times])
  const isFailed = opening?.of === base64 && opening.pdf === undefined
  return { pdf: opening?.pdf, isFailed, retry: () => setTimes(before => before + 1) }
}
