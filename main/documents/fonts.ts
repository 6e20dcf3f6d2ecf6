import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { create, type Font } from 'fontkit'

/** The files of the fonts that documents are printed in. */
export interface DocumentFonts {
  /** Noto Sans SC: Chinese and Latin. */
  readonly regular: string
  readonly bold: string
  /** Noto Sans, for the narrow marks and superscripts that the Chinese font lacks. */
  readonly latin: string
  readonly symbols: string
}

const packages = join(import.meta.dirname, '../../node_modules/@expo-google-fonts')

const files: DocumentFonts = {
  regular: 'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: 'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  latin: 'noto-sans/400Regular/NotoSans_400Regular.ttf',
  symbols: 'noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf',
}

/** The fonts in a folder that holds all four side by side; without one, those of the packages beside the sources. */
export function shippedFonts(folder?: string): DocumentFonts {
  const at = (file: string) => (folder === undefined ? join(packages, file) : join(folder, basename(file)))
  return {
    regular: at(files.regular),
    bold: at(files.bold),
    latin: at(files.latin),
    symbols: at(files.symbols),
  }
}

/** Which of the fonts a run of text is set in. */
export type Face = keyof DocumentFonts

/** The fonts of one document. */
export type OpenFonts = Readonly<Record<Face, Font>>

const opened = new Map<string, Promise<Font>>()

/** The fonts, each read and opened once in a process. */
export async function openFonts(fonts: DocumentFonts): Promise<OpenFonts> {
  const [regular, bold, latin, symbols] = await Promise.all([
    openFont(fonts.regular),
    openFont(fonts.bold),
    openFont(fonts.latin),
    openFont(fonts.symbols),
  ])
  return { regular, bold, latin, symbols }
}

/**
 * Lets the fonts forget for which character they first met each glyph: fontkit keeps that, two characters may share a
 * glyph, and what one document printed must not show in the next.
 */
export function forgetGlyphs(fonts: OpenFonts): void {
  for (const font of Object.values(fonts)) Object.assign(font, { _glyphs: {} })
}

function openFont(path: string): Promise<Font> {
  const kept = opened.get(path)
  if (kept) return kept
  const opening = readFont(path)
  opened.set(path, opening)
  // A file that could not be read may be there the next time.
  opening.catch(() => opened.delete(path))
  return opening
}

async function readFont(path: string): Promise<Font> {
  const font = create(await readFile(path))
  if ('fonts' in font) throw new Error(`${basename(path)} is a collection, not a font`)
  return font
}
