import type { InputIssue } from '#shared/api/errors.ts'
import { dataChecker } from './check-data.ts'
import { type Report, structureChecker } from './check-structure.ts'
import { definitionCollector, noDefinitions } from './definitions.ts'
import { readXml, type XmlListener } from './read-xml.ts'

/** The most that is told of one file. */
const MAXIMUM_ISSUES = 20

/** Every rule that an ODM file is held to: structure, references, values, transactions. */
export function odmChecker(report: Report): XmlListener {
  const definitions = noDefinitions()
  const listeners = [
    structureChecker(report),
    definitionCollector(definitions, report),
    dataChecker(definitions, report),
  ]
  return {
    open: (name, attributes) => {
      for (const listener of listeners) listener.open(name, attributes)
    },
    close: (name, text) => {
      for (const listener of listeners) listener.close(name, text)
    },
  }
}

/**
 * What in a file is not ODM 1.3.2 as far as Lobule's own rules go, with the number of the element, the first 20 of
 * them; they repeat no value of the file. Throws `invalid_file` where it is no XML.
 */
export function checkOdm(bytes: Uint8Array, file: string): InputIssue[] {
  const issues: InputIssue[] = []
  let elements = 0
  const checker = odmChecker(message => {
    if (issues.length < MAXIMUM_ISSUES) issues.push({ path: `element ${elements}`, message })
  })
  const counting: XmlListener = {
    open(name, attributes) {
      elements += 1
      checker.open(name, attributes)
    },
    close: checker.close,
  }
  for (const _ of readXml(bytes, file, counting)) if (issues.length === MAXIMUM_ISSUES) break
  return issues
}
