import type { ReadRow } from '#shared/core/imports/row.ts'
import { odmChecker } from './check-odm.ts'
import type { OdmSubject } from './odm-subject.ts'
import { rowOf, subjectOf } from './read-records.ts'
import { Fault, readXml, type XmlListener } from './read-xml.ts'
import { type SubjectForms, subjectCollector } from './subject-collector.ts'

/** What is read from an ODM file. Each of both reads the file anew, so that none of it is held. */
export interface OdmReading {
  /** What stands in the file at last of each fact; `row` is the running number of the fact in the file, from 1. */
  rows(): Iterable<ReadRow>
  subjects(): Iterable<OdmSubject>
}

/**
 * Reads an ODM 1.3.2 file that Lobule wrote. With a site's number, patients of another site are unknown to an import.
 * Both throw `invalid_file` where it is another's, broken or hostile.
 */
export function readOdm(bytes: Uint8Array, file: string, siteNumber?: string): OdmReading {
  return {
    *rows() {
      let row = 0
      for (const subject of readSubjects(bytes, file)) {
        for (const fact of subject.facts.values()) {
          row += 1
          yield rowOf(fact, { row, subject, siteNumber })
        }
      }
    },
    *subjects() {
      for (const subject of readSubjects(bytes, file)) yield subjectOf(subject, file)
    },
  }
}

function* readSubjects(bytes: Uint8Array, file: string): Iterable<SubjectForms> {
  const ready: SubjectForms[] = []
  const checker = odmChecker(message => {
    throw new Fault(`is not as ODM 1.3.2 wants it: ${message}`)
  })
  const collector = subjectCollector(subject => ready.push(subject))
  const both: XmlListener = {
    open(name, attributes) {
      checker.open(name, attributes)
      collector.open(name, attributes)
    },
    close(name, text) {
      checker.close(name, text)
      collector.close(name, text)
    },
  }
  for (const _ of readXml(bytes, file, both)) yield* ready.splice(0)
}
