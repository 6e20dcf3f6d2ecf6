import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
// Read before the first test, so that no wait counts them.
import '#renderer/shell/workstation.tsx'
import './imports-page.tsx'
import './new-import.tsx'
import { FactContent } from '#shared/core/facts/content.ts'
import { startSite, type TestSite } from '#test/support/engine.ts'
import { type Laboratory, laboratoryFile, withLaboratory } from '#test/support/laboratory-file.ts'
import { showPage } from '#test/support/page.tsx'

let site: TestSite
let lab: Laboratory
beforeEach(async () => {
  site = await startSite()
  lab = await withLaboratory(site)
})
afterEach(() => site.dispose())

type Shown = Awaited<ReturnType<typeof showPage>>

/** Every call goes to the real engine, one after the other. */
const SLOW = 60_000

const ALT = 'S-001,2026/11/17 07:40,谷丙转氨酶,38,U/L,9-50'
const ALBUMIN = 'S-001,2026/11/17 07:40,白蛋白,33.40,g/L,40.0-55.0'
const SLIP = 'S-001,2026/11/18 07:40,白蛋白,334,g/L,40.0-55.0'
const OF_NOBODY = 'S-009,2026/11/17 07:40,白蛋白,30,g/L,40.0-55.0'

const chartAlbumin = (value: string) =>
  site.api.facts.record({
    patientId: lab.patientId,
    facts: [
      {
        content: FactContent.parse({
          ...{ kind: 'laboratory', on: '2026-11-17T07:40:00+08:00', loinc: '1751-7', value, unit: 'g/L' },
          ...{ range: { low: '40.0', high: '55.0' }, laboratory: '检验科' },
        }),
      },
    ],
  })

function fileOf(...rows: string[]): File {
  return new File([new Uint8Array(laboratoryFile(...rows))], 'november.csv', { type: 'text/csv' })
}

async function choose(user: Shown['user'], ...files: File[]) {
  const input = await waitFor(() => {
    const found = document.querySelector<HTMLInputElement>('input[type=file]')
    if (found === null) throw new Error('no place for files')
    return found
  })
  await user.upload(input, files)
}

/** From the empty screen to the mapping of a file that was looked at. */
async function toMapping(...rows: string[]) {
  const shown = await showPage(site, { at: '/imports/new' })
  await choose(shown.user, fileOf(...rows))
  await screen.findByText(/row(?:s)? below the header/)
  await shown.user.click(screen.getByLabelText(/^Laboratory or department/, { selector: 'input' }))
  await shown.user.click(await screen.findByRole('option', { name: '检验科', hidden: true }))
  await shown.user.click(screen.getByRole('button', { name: 'Go on' }))
  await screen.findByRole('heading', { name: 'Columns' })
  return shown
}

async function toDryRun(...rows: string[]) {
  const shown = await toMapping(...rows)
  await shown.user.click(await screen.findByRole('button', { name: 'Confirm and check' }))
  await screen.findByRole('heading', { name: 'Dry run: nothing is charted yet' })
  return shown
}

describe('the imports', () => {
  it('tell what comes next where there is none', async () => {
    await showPage(site, { at: '/imports' })
    expect(await screen.findByText('No import yet')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Import files' })).toBeTruthy()
  })

  it('are listed with their originals, and one is undone as a whole with its reason', async () => {
    await lab.take(laboratoryFile(ALT, OF_NOBODY))
    const { user } = await showPage(site, { at: '/imports' })
    const row = within(await screen.findByRole('row', { name: /十一月\.csv/ }))
    expect(row.getByText('1 new')).toBeTruthy()
    expect(row.getByText('1 refused')).toBeTruthy()
    await user.click(row.getByRole('button', { name: /^Undo the import/ }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.click(dialog.getByRole('button', { name: 'Undo the import' }))
    expect(dialog.getByText('Say why, in a few words.')).toBeTruthy()
    await user.type(dialog.getByLabelText(/^Reason/), 'the file was of another month')
    await user.click(dialog.getByRole('button', { name: 'Undo the import' }))
    expect(await screen.findByText(/1 result retracted/)).toBeTruthy()
    expect(await site.api.facts.list({ patientId: lab.patientId })).toEqual([])
    expect(screen.queryByRole('button', { name: /^Undo the import/ })).toBeNull()
  })

  it('[U2] are read by a monitor, who takes nothing in and undoes nothing', async () => {
    await lab.take(laboratoryFile(ALT))
    await site.addUser('monitor')
    await site.as('monitor')
    await showPage(site, { at: '/imports' })
    const row = within(await screen.findByRole('row', { name: /十一月\.csv/ }))
    expect(row.getByRole('button', { name: 'Save the original of 十一月.csv' })).toBeTruthy()
    expect(row.queryByRole('button', { name: /^Undo/ })).toBeNull()
    expect(screen.queryByRole('link', { name: 'Import files' })).toBeNull()
  })

  it('name nobody while the patient can see the screen', async () => {
    await lab.take(laboratoryFile(ALT))
    const { user } = await showPage(site, { at: '/imports' })
    await screen.findByRole('row', { name: /十一月\.csv/ })
    await user.keyboard('{F9}')
    expect(screen.queryByRole('table')).toBeNull()
    expect(screen.getByText(/Files and results name patients/)).toBeTruthy()
  })
})

describe('a new import', () => {
  it(
    'refuses an empty file, and one that is not what it takes, and says so beside each',
    async () => {
      const { user } = await showPage(site, { at: '/imports/new' })
      await choose(user, new File([], 'empty.csv'), new File(['%PDF-1.7'], 'report.csv'))
      expect(await screen.findByText('The file is empty.')).toBeTruthy()
      await waitFor(() => expect(screen.getAllByRole('alert')).toHaveLength(2))
      await user.click(screen.getByRole('button', { name: 'Check the files' }))
      expect(screen.getByText(/Wait until every file has arrived/)).toBeTruthy()
      await user.click(screen.getByRole('button', { name: 'Remove empty.csv' }))
      expect(screen.queryByText('empty.csv')).toBeNull()
    },
    SLOW,
  )

  it(
    'fills in what it recognised and marks it as suggested',
    async () => {
      await toMapping(ALT)
      const column = within(screen.getByRole('row', { name: /^筛选号/ }))
      expect(
        column.getByLabelText<HTMLInputElement>('What “筛选号” holds', { selector: 'input' }).value,
      ).toBe('Patient')
      expect(column.getByText('suggested')).toBeTruthy()
      expect(column.getByText('S-001')).toBeTruthy()
      expect(screen.getByText(/No column holds the control value/)).toBeTruthy()
    },
    SLOW,
  )

  it(
    'takes what is new once its dry run was seen, and the rows that were refused are on no chart',
    async () => {
      const { user } = await toDryRun(ALT, ALBUMIN, OF_NOBODY)
      expect(screen.getByText('Statements: 3 · Patients: 1')).toBeTruthy()
      const refused = within(await screen.findByRole('row', { name: /row 4/ }))
      expect(refused.getByText(/No candidate has this number/)).toBeTruthy()
      expect(await lab.charted()).toEqual([])
      await user.click(screen.getByRole('button', { name: 'Take 2 results' }))
      expect(await screen.findByText('The results are on the charts')).toBeTruthy()
      expect(screen.getByText(/1 row was refused/)).toBeTruthy()
      expect(await lab.charted()).toEqual(['1742-6 38 v1 november.csv:2', '1751-7 33.40 v1 november.csv:3'])
    },
    SLOW,
  )

  it(
    'corrects what is on record only where somebody said so, with the reason',
    async () => {
      await chartAlbumin('34.30')
      const { user } = await toDryRun(ALBUMIN)
      const row = within(await screen.findByRole('row', { name: /row 2/ }))
      expect(row.getByText('34.30 g/L')).toBeTruthy()
      expect(row.getByText('33.40 g/L')).toBeTruthy()
      await user.click(screen.getByRole('button', { name: 'Take 0 results' }))
      expect(screen.getByText('Choose what becomes of the results that differ.')).toBeTruthy()
      await user.click(screen.getByRole('radio', { name: 'Correct them by the file' }))
      await user.type(screen.getByLabelText(/^Reason for the corrections/), 'slip when typed')
      await user.click(screen.getByRole('button', { name: 'Take 1 result' }))
      await screen.findByText('The results are on the charts')
      expect(await lab.charted()).toEqual(['1751-7 33.40 v2 november.csv:2'])
    },
    SLOW,
  )

  it(
    'asks about each doubtful value, and charts it only where it is taken with a reason',
    async () => {
      const { user } = await toDryRun(ALT, SLIP)
      const [question] = await screen.findAllByRole('radiogroup', { name: 'Answer for row 3' })
      await user.click(screen.getByRole('button', { name: 'Take 1 result' }))
      expect(screen.getByText(/Answer every question first/)).toBeTruthy()
      await user.click(within(question as HTMLElement).getByRole('radio', { name: 'Take as printed' }))
      await user.click(screen.getByRole('button', { name: 'Take 2 results' }))
      expect(screen.getAllByText('Say why they are right.')).not.toHaveLength(0)
      await user.type(screen.getByLabelText(/^Why the ones taken are right/), 'compared with the report')
      await user.click(screen.getByRole('button', { name: 'Take 2 results' }))
      await screen.findByText('The results are on the charts')
      expect(await lab.charted()).toHaveLength(2)
    },
    SLOW,
  )

  it(
    'leaves out the questions that nobody answered once that is said',
    async () => {
      const { user } = await toDryRun(ALT, SLIP)
      await user.click(await screen.findByRole('button', { name: 'Leave out all that are not answered' }))
      await user.click(screen.getByRole('button', { name: 'Take 1 result' }))
      await screen.findByText('The results are on the charts')
      expect(await lab.charted()).toEqual(['1742-6 38 v1 november.csv:2'])
    },
    SLOW,
  )

  it(
    'keeps a mapping for the next file, and asks for the reason of a later version',
    async () => {
      const { user } = await toMapping(ALT, 'S-001,2026/11/17 07:40,血糖,5.1,mmol/L,')
      await user.click(screen.getByRole('button', { name: 'Save the mapping' }))
      const dialog = within(await screen.findByRole('dialog'))
      expect(dialog.queryByLabelText(/^Reason/)).toBeNull()
      await user.click(dialog.getByRole('button', { name: 'Save the mapping' }))
      expect(await screen.findByText(/The mapping of 检验科, version 1/)).toBeTruthy()
      expect(screen.queryByText('suggested')).toBeNull()
      const glucose = screen.getByLabelText('What “血糖” is', { selector: 'input' })
      await user.type(glucose, 'Left out{ArrowDown}{Enter}')
      await user.click(await screen.findByRole('button', { name: 'Save the mapping' }))
      const again = within(await screen.findByRole('dialog'))
      await user.type(await again.findByLabelText(/^Reason/), 'glucose is not asked for')
      await user.click(again.getByRole('button', { name: 'Save the mapping' }))
      expect(await screen.findByText('The mapping is saved as version 2.')).toBeTruthy()
      const [kept] = await site.api.imports.mappings({})
      expect(kept).toMatchObject({ version: 2, reason: 'glucose is not asked for' })
      expect(kept?.mapping.tests).toContainEqual({ printed: '血糖', loinc: null })
      await user.click(screen.getByRole('button', { name: 'Versions' }))
      await user.click(await screen.findByRole('button', { name: 'Use this version: Version 1' }))
      expect(await screen.findByRole('button', { name: 'Save the mapping' })).toBeTruthy()
    },
    SLOW,
  )

  it(
    'waits while a missing candidate is registered, and is tried again on the way back',
    async () => {
      const { user } = await toDryRun(ALT, OF_NOBODY)
      expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Dry run' }))
      await user.click(screen.getByRole('link', { name: 'Register a candidate' }))
      await screen.findByLabelText(/^Screening number/)
      const another = { screeningNumber: 'S-009', initials: 'ZHL', sex: 'female' } as const
      await site.api.patients.register(another)
      window.location.hash = '#/imports'
      await user.click(await screen.findByRole('link', { name: 'Go on with the import' }))
      expect(await screen.findByText('Statements: 2 · Patients: 2')).toBeTruthy()
      expect(screen.queryByText(/Patients must be on the candidate list/)).toBeNull()
      await user.click(screen.getByRole('button', { name: 'Discard this import' }))
      expect(await screen.findByText('Drop files here')).toBeTruthy()
      expect(screen.queryByText('november.csv')).toBeNull()
    },
    SLOW,
  )

  it('[U2] is not for a monitor', async () => {
    await site.addUser('monitor')
    await site.as('monitor')
    await showPage(site, { at: '/imports/new' })
    await waitFor(() => expect(document.querySelector('main')?.textContent).toMatch(/role/i))
    expect(document.querySelector('input[type=file]')).toBeNull()
  })

  it(
    'speaks Chinese',
    async () => {
      const { user } = await showPage(site, { at: '/imports/new', language: 'zh-CN' })
      await choose(user, fileOf(ALT))
      expect(await screen.findByText(/标题行以下共 1 行/)).toBeTruthy()
      expect(screen.getByRole('button', { name: '继续' })).toBeTruthy()
    },
    SLOW,
  )
})
