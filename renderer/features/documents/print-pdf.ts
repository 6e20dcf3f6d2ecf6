import { type OpenedPdf, openPdf } from './open-pdf.ts'
import classes from './print-pdf.module.css'

/** Dots to a point at 200 dpi: small print stays sharp, and a page stays below four million pixels. */
const DOTS = 200 / 72

/**
 * Draws every page as a picture and opens the print dialog; nothing else of the screen goes onto paper. The pictures
 * are gone once the dialog is closed, or with the screen that asked.
 */
export async function printPdf(base64: string, screen: AbortSignal): Promise<void> {
  const pdf = await openPdf(base64)
  const addresses: string[] = []
  const sheets = document.createElement('div')
  sheets.className = classes['sheets'] ?? ''
  sheets.ariaHidden = 'true'
  try {
    for (const index of pdf.sizes.keys()) {
      screen.throwIfAborted()
      addresses.push(await drawn(pdf, index))
    }
    sheets.append(...(await Promise.all(addresses.map(pictureAt))))
    screen.throwIfAborted()
    document.body.append(sheets)
    document.documentElement.dataset['printing'] = 'document'
    await dialogClosed(screen)
  } finally {
    delete document.documentElement.dataset['printing']
    sheets.remove()
    for (const address of addresses) URL.revokeObjectURL(address)
    pdf.close()
  }
}

async function drawn(pdf: OpenedPdf, index: number): Promise<string> {
  const canvas = document.createElement('canvas')
  await pdf.draw(index, { canvas, scale: DOTS, density: 1 }).done
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve))
  canvas.width = 0
  if (blob === null) throw new Error('a page could not be drawn')
  return URL.createObjectURL(blob)
}

async function pictureAt(address: string): Promise<HTMLImageElement> {
  const picture = new Image()
  picture.src = address
  await picture.decode()
  return picture
}

function dialogClosed(screen: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    window.addEventListener('afterprint', () => resolve(), { once: true, signal: screen })
    screen.addEventListener('abort', () => resolve(), { once: true })
    window.print()
  })
}
