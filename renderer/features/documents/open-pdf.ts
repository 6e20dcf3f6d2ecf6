import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

interface Size {
  readonly width: number
  readonly height: number
}

/** Where a page is drawn. */
interface Place {
  readonly canvas: HTMLCanvasElement
  /** Gets the words of the page over its picture, for those who read or select them. */
  readonly words?: HTMLElement
  /** Pixels of the page's layout to a point. */
  readonly scale: number
  /** Pixels of the canvas to a pixel of the layout. */
  readonly density: number
}

interface Drawing {
  /** Rejects where the page cannot be drawn; a cancelled one just ends. */
  readonly done: Promise<void>
  readonly cancel: () => void
}

/** A PDF in memory, ready to be drawn. */
export interface OpenedPdf {
  /** In points, in order. */
  readonly sizes: readonly Size[]
  draw(page: number, place: Place): Drawing
  /** Ends its worker and lets its memory go. */
  close(): void
}

/** What a browser takes for a canvas on every computer. */
const MOST_PIXELS = 16_000_000

/**
 * Opens a PDF in a worker of its own. The older build of pdf.js, because the newer one asks for a Chromium later than
 * our Electron's. Nothing is fetched: our documents carry their fonts, and no image of theirs needs WebAssembly.
 */
export async function openPdf(base64: string): Promise<OpenedPdf> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  // In one expression: so Vite sees that this is a worker, and makes a script of it.
  const port = new Worker(new URL('pdfjs-dist/legacy/build/pdf.worker.min.mjs', import.meta.url), {
    type: 'module',
  })
  const worker = pdfjs.PDFWorker.create({ port } as never)
  const close = () => {
    void task.destroy()
    worker.destroy()
    port.terminate()
  }
  const task = pdfjs.getDocument({
    data: bytesOf(base64),
    worker,
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    stopAtErrors: false,
  })
  try {
    const { numPages } = await Promise.race([task.promise, failureOf(port)])
    const pdf = await task.promise
    const numbers = Array.from({ length: numPages }, (_, index) => index + 1)
    const pages = await Promise.all(numbers.map(number => pdf.getPage(number)))
    const sizes = pages
      .map(page => page.getViewport({ scale: 1 }))
      .map(({ width, height }) => ({ width, height }))
    return { sizes, close, draw: (page, place) => draw(pages[page], place, pdfjs.TextLayer) }
  } catch (error) {
    close()
    throw error
  }
}

/** The bytes of a PDF as it crosses the contract. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), character => character.charCodeAt(0))
}

type TextLayerClass = typeof import('pdfjs-dist/legacy/build/pdf.mjs')['TextLayer']

function draw(page: PDFPageProxy | undefined, place: Place, TextLayer: TextLayerClass): Drawing {
  if (page === undefined) return { done: Promise.resolve(), cancel: () => undefined }
  const { canvas, words, scale, density } = place
  const viewport = page.getViewport({ scale })
  const most = Math.sqrt(MOST_PIXELS / (viewport.width * viewport.height))
  const sharp = page.getViewport({ scale: scale * Math.min(density, most) })
  canvas.width = Math.floor(sharp.width)
  canvas.height = Math.floor(sharp.height)
  const picture = page.render({ canvas, viewport: sharp })
  words?.replaceChildren()
  const layer =
    words && new TextLayer({ textContentSource: page.streamTextContent(), container: words, viewport })
  let isCancelled = false
  const failed = (error: unknown) => {
    if (!isCancelled) throw error
  }
  return {
    done: Promise.all([picture.promise, layer?.render()]).then(() => undefined, failed),
    cancel() {
      isCancelled = true
      picture.cancel()
      layer?.cancel()
    },
  }
}

/** A worker that cannot start says so here only; what waits for it would wait for ever. */
function failureOf(port: Worker): Promise<never> {
  return new Promise((_resolve, reject) => {
    port.addEventListener('error', () => reject(new Error('the worker of the preview did not start')), {
      once: true,
    })
  })
}
