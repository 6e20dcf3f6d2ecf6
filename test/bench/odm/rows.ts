import { XMLBuilder, XMLParser } from 'fast-xml-parser'
import { odmFiles } from '#main/interchange/odm/odm-files.ts'
import { readOdm } from '#main/interchange/odm/read-odm.ts'
import type { SiteData } from '#main/interchange/site-data.ts'
import { bytesOf } from '#test/support/site-with-history.ts'
import { laboratorySite } from '../flat/site.ts'
import { collect, compare } from '../measure.ts'
import type { Row } from '../table.ts'

const FILE = 'odm.xml'
const options = { ignoreAttributes: false, attributeNamePrefix: '@', suppressEmptyNode: true }

/** ODM of a site of `count` subjects written and read, each beside fast-xml-parser on the same elements. */
export async function odmRows(count: number, rounds: number): Promise<Row[]> {
  // Seconds each, and tens of seconds for the other's objects of a large file.
  const few = Math.max(2, Math.ceil(rounds / 4))
  const size = `${count.toLocaleString('en')} subjects x 12 visits x 15 items`
  const bytes = bytesOf(odmFiles(laboratorySite(count)))
  const megabytes = Math.round(bytes.byteLength / 1_000_000)
  const writing = peakOf(() => chunksOf(laboratorySite(count)))
  const reading = peakOf(() => readOdm(bytes, FILE).subjects())
  const written = await compareExport(laboratorySite(count), bytes, few)
  const read = await compare(
    () => lengthOf(readOdm(bytes, FILE).rows()),
    () => new XMLParser(options).parse(Buffer.from(bytes).toString()) as unknown,
    few,
  )
  return [
    {
      work: `ODM of ${size}, ${megabytes} MB, written, at most ${writing} MB held`,
      beside: 'fast-xml-parser building the same elements from objects',
      ratio: written,
      aim: 2,
    },
    {
      work: `the same read, every fact checked, at most ${reading} MB held besides the file`,
      beside: 'fast-xml-parser alone, all of it held',
      ratio: read,
      aim: 2,
    },
  ]
}

/** The subjects are in memory on both sides: what it costs to read them is measured elsewhere. */
function compareExport(site: SiteData, bytes: Uint8Array, rounds: number) {
  const subjects = [...site.subjects()]
  const held = { ...site, subjects: () => subjects }
  const tree = new XMLParser(options).parse(Buffer.from(bytes).toString()) as unknown
  return compare(
    () => lengthOf(chunksOf(held)),
    () => new XMLBuilder(options).build(tree).length,
    rounds,
  )
}

function chunksOf(site: SiteData): Iterable<string | Uint8Array> {
  for (const { chunks } of odmFiles(site)) return chunks
  throw new Error('no ODM file')
}

/** Takes everything as it comes and lets go of it. */
function lengthOf(pieces: Iterable<unknown>): number {
  let length = 0
  for (const _piece of pieces) length += 1
  return length
}

/** By how many megabytes what is held in memory grew at most, litter cleared away. */
function peakOf(work: () => Iterable<unknown>): number {
  collect()
  const before = process.memoryUsage().heapUsed
  let most = 0
  let taken = 0
  for (const _piece of work()) {
    taken += 1
    if (taken % EVERY !== 0) continue
    collect()
    most = Math.max(most, process.memoryUsage().heapUsed - before)
  }
  return Math.round(most / 1_000_000)
}

/** Subjects between two looks at the memory. */
const EVERY = 50
