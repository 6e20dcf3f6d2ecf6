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

const bytes = new Map<string, Promise<Buffer>>()

/**
 * Opens the fonts for one document. The bytes are read once; the fonts are opened anew, because fontkit remembers for
 * which character it first met a glyph, and one document would leave that to the next.
 */
export async function openFonts(fonts: DocumentFonts): Promise<OpenFonts> {
  const [regular, bold, latin, symbols] = await Promise.all([
    openFont(fonts.regular),
    openFont(fonts.bold),
    openFont(fonts.latin),
    openFont(fonts.symbols),
  ])
  return { regular, bold, latin, symbols }
}

async function openFont(path: string): Promise<Font> {
  const kept = bytes.get(path) ?? readFile(path)
  bytes.set(path, kept)
  try {
    const font = create(await kept)
    if ('fonts' in font) throw new Error(`${basename(path)} is a collection, not a font`)
    return font
  } catch (error) {
    bytes.delete(path)
    throw error
  }
}
