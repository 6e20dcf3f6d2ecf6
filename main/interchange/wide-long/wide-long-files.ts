import { type Cell, csvFile, csvRow } from '../csv.ts'
import { type CurrentFact, currentFactsOf } from '../current-facts.ts'
import type { ExportFile } from '../export-file.ts'
import type { SiteData, SubjectData } from '../site-data.ts'
import { siteDays } from '../site-day.ts'
import { codebookHead, codebookRows } from './codebook.ts'
import { type ColumnSet, columnSet } from './columns.ts'
import { longColumns, longRows } from './long.ts'
import { peopleHead, peopleRows, subjectHead, subjectRow } from './persons.ts'
import { type Places, wideHead, wideRows } from './wide.ts'

/** What is learned of a site while its long table is written. */
interface Survey {
  readonly columns: ColumnSet
  readonly subjects: Cell[][]
}

/**
 * A site's records as `long.csv`, a row for each value, `wide.csv`, a row for each patient and day, `subjects.csv`,
 * `people.csv` and `codebook.csv`. Taken one after another, each patient is read twice and never held: which columns
 * the wide table needs is learned while the long one is written.
 */
export function* wideLongFiles(data: SiteData): Iterable<ExportFile> {
  const survey: { made?: Survey } = {}
  yield csvFile('long.csv', longColumns, longTexts(data, survey))
  const { columns, subjects } = survey.made ?? surveyOf(data)
  const names = columns.names()
  yield csvFile('wide.csv', [...wideHead, ...names], wideTexts(data, names))
  yield csvFile('subjects.csv', subjectHead, subjects.map(csvRow))
  yield csvFile('people.csv', peopleHead, peopleRows(data).map(csvRow))
  yield csvFile('codebook.csv', codebookHead, codebookRows(names).map(csvRow))
}

function* longTexts(data: SiteData, survey: { made?: Survey }): Iterable<string> {
  const made = newSurvey()
  for (const subject of data.subjects()) {
    const facts = currentFactsOf(subject)
    note(made, subject, facts)
    yield facts.flatMap(fact => longRows(subject.screeningNumber, fact).map(csvRow)).join('')
  }
  survey.made = made
}

function* wideTexts(data: SiteData, names: readonly string[]): Iterable<string> {
  const places: Places = new Map(names.map((name, place) => [name, place]))
  const siteDay = siteDays(data.site.timeZone)
  for (const subject of data.subjects()) {
    const rows = wideRows(subject.screeningNumber, currentFactsOf(subject), { places, siteDay })
    yield rows.map(csvRow).join('')
  }
}

/** For whoever wants the wide table without the long one. */
function surveyOf(data: SiteData): Survey {
  const made = newSurvey()
  for (const subject of data.subjects()) note(made, subject, currentFactsOf(subject))
  return made
}

function newSurvey(): Survey {
  return { columns: columnSet(), subjects: [] }
}

function note({ columns, subjects }: Survey, subject: SubjectData, facts: readonly CurrentFact[]): void {
  subjects.push(subjectRow(subject, facts.length))
  for (const fact of facts) columns.add(fact)
}
