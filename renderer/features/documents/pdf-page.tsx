import { type CSSProperties, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenedPdf } from './open-pdf.ts'
import classes from './pdf-preview.module.css'

interface PdfPageProps {
  readonly pdf: OpenedPdf
  /** From 0. */
  readonly index: number
  readonly scale: number
  readonly onFailure: () => void
}

/** One page: drawn while it is near what is seen, an empty sheet of the same size otherwise. */
export function PdfPage({ pdf, index, scale, onFailure }: PdfPageProps) {
  const { t } = useTranslation('documents')
  const sheet = useRef<HTMLElement>(null)
  const isNear = useNear(sheet)
  const size = pdf.sizes[index]
  if (size === undefined) return null
  const look: CSSProperties & Record<'--total-scale-factor', number> = {
    '--total-scale-factor': scale,
    width: Math.floor(size.width * scale),
    height: Math.floor(size.height * scale),
  }
  return (
    <section
      ref={sheet}
      className={classes['page']}
      style={look}
      data-page={index}
      aria-label={t('preview.pageName', { page: index + 1 })}
    >
      {isNear && <Drawn {...{ pdf, index, scale, onFailure }} />}
    </section>
  )
}

function Drawn({ pdf, index, scale, onFailure }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const words = useRef<HTMLDivElement>(null)
  const fail = useRef(onFailure)
  fail.current = onFailure
  useEffect(() => {
    if (canvas.current === null || words.current === null) return undefined
    const drawn = canvas.current
    const place = { canvas: drawn, words: words.current, scale, density: window.devicePixelRatio }
    const { done, cancel } = pdf.draw(index, place)
    done.catch(() => fail.current())
    return () => {
      cancel()
      // Its pixels go now, not when the canvas is collected.
      drawn.width = 0
    }
  }, [pdf, index, scale])
  return (
    <>
      <div className={classes['picture']} aria-hidden="true">
        <canvas ref={canvas} />
      </div>
      <div ref={words} className={classes['words']} />
    </>
  )
}

function useNear(sheet: React.RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    if (sheet.current === null) return undefined
    const root = sheet.current.parentElement
    const observer = new IntersectionObserver(
      entries => setNear(entries.some(({ isIntersecting }) => isIntersecting)),
      { root, rootMargin: '100% 0px' },
    )
    observer.observe(sheet.current)
    return () => observer.disconnect()
  }, [sheet])
  return isNear
}
