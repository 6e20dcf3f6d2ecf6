import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Sha256 } from '#shared/core/ids.ts'
import { type LoadedProtocol, ProtocolDefinition, quotesOf } from '#shared/core/protocol/definition.ts'
import { proveChecksums } from './checksums.ts'
import { type FileIssue, inputIssues, invalidFile, parseAs, readText } from './json-file.ts'

/** The texts that definitions quote from, by file name. */
type SourceTexts = ReadonlyMap<string, string>

/** SHA-256 of a file's text as it stands in the file. */
export function sha256Of(text: string): Sha256 {
  return Sha256.parse(createHash('sha256').update(text, 'utf8').digest('hex'))
}

/**
 * A protocol definition from its text. Refused whole, never loaded in part: where the schema is not met, and where a
 * quote does not stand in its source word for word.
 */
function parseProtocol(text: string, file: string, sources: SourceTexts): LoadedProtocol {
  const definition = parseAs(ProtocolDefinition, text, file)
  const problems = [...missingSources(definition, sources), ...wrongQuotes(definition, sources)]
  if (problems.length > 0) throw invalidFile(file, inputIssues(problems))
  return { definition, sha256: sha256Of(text) }
}

/** A definition from its file; its sources lie in the folder `sources` beside it. */
export async function loadProtocol(path: string): Promise<LoadedProtocol> {
  return parseProtocol(await readText(path), path, await readSources(join(dirname(path), 'sources')))
}

/** Every definition in a folder, in the order of their registry numbers. One broken file refuses all. */
export async function loadProtocols(folder: string): Promise<readonly LoadedProtocol[]> {
  await proveChecksums(folder)
  const files = (await readdir(folder)).filter(name => name.endsWith('.json')).sort()
  const sources = await readSources(join(folder, 'sources'))
  const loaded = new Map<string, LoadedProtocol>()
  for (const file of files) {
    const protocol = parseProtocol(await readText(join(folder, file)), file, sources)
    const { id } = protocol.definition
    if (loaded.has(id)) {
      throw invalidFile(file, [{ path: 'id', message: `${id} is already defined by another file here` }])
    }
    loaded.set(id, protocol)
  }
  return [...loaded.values()].sort((a, b) => (a.definition.id < b.definition.id ? -1 : 1))
}

async function readSources(folder: string): Promise<SourceTexts> {
  const names = (await readdir(folder).catch(() => [])).filter(name => name.endsWith('.txt'))
  return new Map(
    await Promise.all(names.map(async name => [name, await readText(join(folder, name))] as const)),
  )
}

function missingSources({ sources }: ProtocolDefinition, texts: SourceTexts): FileIssue[] {
  return sources.flatMap(({ file }, index) =>
    texts.has(file)
      ? []
      : [{ path: ['sources', index, 'file'], message: `${file} is not in the folder sources` }],
  )
}

function wrongQuotes(definition: ProtocolDefinition, texts: SourceTexts): FileIssue[] {
  const sources = new Map(
    definition.sources.map(({ id, file }) => [id, { file, text: plain(texts.get(file) ?? '') }]),
  )
  return quotesOf(definition).flatMap(({ quote, path }) => {
    const source = sources.get(quote.source)
    const words = plain(quote.text)
    // A source whose text is missing is a problem of its own, told once.
    if (source === undefined || !texts.has(source.file)) return []
    if (words !== '' && source.text.includes(words)) return []
    const message = `these words do not stand in ${source.file}; quote them exactly`
    return [{ path: [...path, 'text'], message }]
  })
}

/** Line breaks and indentation are the page's, not the author's. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
