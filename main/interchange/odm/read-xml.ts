import { SaxesParser } from 'saxes'
import { AppError } from '#shared/api/errors.ts'
import { invalidFile } from '../json-file.ts'

/** What an XML file is told to, element after element. What either throws as a `Fault` refuses the file. */
export interface XmlListener {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  /** `text` is what stood in an element without children. */
  close(name: string, text: string): void
}

/** Something that refuses a file, said without what the file says: that may be patient data. */
export class Fault extends Error {
  override readonly name = 'Fault'
}

const CHUNK_BYTES = 64 * 1024
/** Deeper than ODM's elements can stand. */
const MAXIMUM_DEPTH = 40

/**
 * Reads XML 1.0 in UTF-8 and tells the listener; yields after each chunk, so that nothing but one chunk is held. Throws
 * `invalid_file` with the line of the first fault. Document types, and with them entities, are refused.
 */
export function* readXml(bytes: Uint8Array, file: string, listener: XmlListener): Iterable<void> {
  const parser = new SaxesParser({ xmlns: false, forceXMLVersion: true, defaultXMLVersion: '1.0' })
  listen(parser, listener)
  const guarded = (work: () => void) => {
    try {
      work()
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      const { payload } = invalidFile(file, [{ path: `line ${parser.line}`, message: error.message }])
      throw new AppError(payload, { cause: error })
    }
  }
  const decode = utf8Decoder()
  for (let offset = 0; offset < bytes.byteLength; offset += CHUNK_BYTES) {
    guarded(() => {
      const isLast = offset + CHUNK_BYTES >= bytes.byteLength
      parser.write(decode(bytes.subarray(offset, offset + CHUNK_BYTES), !isLast))
    })
    yield
  }
  guarded(() => void parser.close())
  yield
}

function listen(parser: SaxesParser<{ xmlns: false }>, listener: XmlListener): void {
  let depth = 0
  let text = ''
  parser.on('error', () => {
    throw new Fault('is not well-formed XML; export the file again')
  })
  parser.on('doctype', () => {
    throw new Fault('has a document type (DOCTYPE); remove it, Lobule reads none')
  })
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^utf-?8$/i.test(encoding))
      throw new Fault('is not UTF-8; save it as UTF-8')
  })
  const collect = (more: string) => {
    text += more
  }
  parser.on('text', collect)
  parser.on('cdata', collect)
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1
    if (depth > MAXIMUM_DEPTH) throw new Fault('is nested too deeply')
    text = ''
    listener.open(name, attributes)
  })
  parser.on('closetag', ({ name }) => {
    depth -= 1
    listener.close(name, text)
    text = ''
  })
}

/** Decodes one chunk after the other; characters may be cut by their ends. */
function utf8Decoder(): (bytes: Uint8Array, isMoreToCome: boolean) => string {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  return (bytes, stream) => {
    try {
      return decoder.decode(bytes, { stream })
    } catch (error) {
      if (error instanceof TypeError) throw new Fault('is not UTF-8 text; save it as UTF-8')
      throw error
    }
  }
}
