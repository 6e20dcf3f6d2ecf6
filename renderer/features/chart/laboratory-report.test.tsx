import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { NonNegativeDecimalText } from '#shared/core/decimal.ts'
import { startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'

// The engine derives keys and the machine may be busy: slow is not wrong.
configure({ asyncUtilTimeout: 8000 })

let site: TestSite | undefined
afterEach(() => site?.dispose())

const number = (text: string) => NonNegativeDecimalText.parse(text)

async function openReport() {
  const test = await startSite()
  site = test
  const { patient } = await test.api.patients.register({
    screeningNumber: 'S-001',
    initials: 'WXM',
    sex: 'male',
  })
  await test.api.laboratories.add({
    name: 'Central',
    usualControl: number('12.5'),
    tests: [
      { loinc: '1742-6', unit: 'U/L', range: { low: number('9'), high: number('50') } },
      { loinc: '5902-2', unit: 's', range: { high: number('14.5') } },
    ],
  })
  const { user } = await showPage(test, { at: `/candidates/${patient.id}/report` })
  await screen.findByRole('form', { name: 'Enter a laboratory report' })
  const charted = async () => {
    const facts = await test.api.facts.list({ patientId: patient.id })
    return facts.map(({ content, source }) => ({ ...content, source }))
  }
  /** Types into the field that has the focus and goes on by Enter. */
  const type = async (...texts: readonly string[]) => {
    for (const text of texts) {
      await user.keyboard(`${text.replace(/[[{]/g, '$&$&')}{Enter}`)
      await new Promise(resolve => setTimeout(resolve, 20))
    }
  }
  return { test, user, patient, charted, type }
}

describe('a laboratory report', () => {
  it('is entered by keyboard alone and charted as printed', async () => {
    const { user, charted, type } = await openReport()
    await type('Central', '2026-11-20 07:40', 'LAB-4711')
    await type('GPT', '45') // unit and range are the laboratory's
    await type('PT', '17.2', 'u') // the usual control, taken by its key
    await type('总胆红素', '34,2', 'umol/l', '', '21')
    await type('AFP', '<2.5', 'ng/mL', '', '')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByRole('heading', { name: '4 values saved' })
    const shared = {
      on: '2026-11-20T07:40:00+08:00',
      laboratory: 'Central',
      kind: 'laboratory',
      source: { kind: 'report', reference: 'LAB-4711' },
    }
    const facts = await charted()
    expect(facts).toHaveLength(4)
    expect(facts).toEqual(
      expect.arrayContaining([
        { ...shared, loinc: '1742-6', value: '45', unit: 'U/L', range: { low: '9', high: '50' } },
        { ...shared, loinc: '5902-2', value: '17.2', unit: 's', range: { high: '14.5' }, control: '12.5' },
        { ...shared, loinc: '14631-6', value: '34.2', unit: 'umol/L', range: { high: '21' } },
        { ...shared, loinc: '53962-7', value: '2.5', comparator: '<', unit: 'ng/mL' },
      ]),
    )
  })

  it('never fills in the control of a PT, and refuses to save without one', async () => {
    const { user, charted, type } = await openReport()
    await type('Central', '2026-11-20', '', 'PT', '17.2')
    const control = screen.getByRole('textbox', { name: 'Control, PT' })
    expect(control).toHaveProperty('value', '')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findByText(/A PT needs the control of its run/)).toBeTruthy()
    expect(await charted()).toEqual([])
    await user.type(control, 'n')
    expect(control).toHaveProperty('value', 'Not printed')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByRole('heading', { name: '1 value saved' })
    expect(await charted()).toMatchObject([{ value: '17.2', control: 'not_printed' }])
  })

  it('is charted once by a key that is held down', async () => {
    const { charted, type } = await openReport()
    await type('Central', '2026-11-20', '', 'ALT', '45')
    const value = screen.getByRole('textbox', { name: 'Value, ALT' })
    for (let press = 0; press < 3; press += 1) fireEvent.keyDown(value, { key: 'Enter', ctrlKey: true })
    await screen.findByRole('heading', { name: '1 value saved' })
    expect(await charted()).toHaveLength(1)
  })

  it('shows a unit that the engine refuses at its cell, and loses nothing', async () => {
    const { user, charted, type } = await openReport()
    await type('', '2026-11-20', '', 'ALT', '45', 'U/L', '', '')
    await type('3094-0', '7.1', 'zzz', '', '')
    await user.keyboard('{Control>}{Enter}{/Control}')
    const unit = await screen.findByRole('combobox', { name: 'Unit, 3094-0' })
    await waitFor(() => expect(unit.getAttribute('aria-invalid')).toBe('true'))
    expect(screen.getByText(/zzz is not a UCUM unit/)).toBeTruthy()
    expect(screen.getByRole('textbox', { name: 'Value, ALT' })).toHaveProperty('value', '45')
    expect(await charted()).toEqual([])
    await user.clear(unit)
    await user.type(unit, 'mmol/L{Control>}{Enter}{/Control}')
    await screen.findByRole('heading', { name: '2 values saved' })
    expect(await screen.findByText(/Lobule does not interpret this code/)).toBeTruthy()
  })

  it('shows what it understood of a pasted table before it takes it, and keeps the rest in sight', async () => {
    const { user, type } = await openReport()
    await type('Central', '2026-11-20')
    await user.click(screen.getByRole('textbox', { name: 'Value, 1' }))
    await user.paste('谷丙转氨酶\t45\tU/L\t7-40\nCA199\t27\tU/mL\nNa\t137.6\tmmol/L')
    const dialog = await screen.findByRole('dialog')
    const pasted = within(dialog).getByRole('row', { name: /谷丙转氨酶/ })
    expect(
      within(pasted)
        .getAllByRole('cell')
        .map(cell => cell.textContent)
        .slice(1),
    ).toEqual([...['ALT', '45', 'U/L', '7 – 40']])
    expect(within(dialog).getByText('no test of this name')).toBeTruthy()
    await user.click(within(dialog).getByRole('button', { name: 'Take 2 rows' }))
    expect(await screen.findByRole('textbox', { name: 'Value, ALT' })).toHaveProperty('value', '45')
    expect(screen.getByRole('textbox', { name: 'Range from, ALT' })).toHaveProperty('value', '7')
    expect(screen.getByRole('textbox', { name: 'Value, Na' })).toHaveProperty('value', '137.6')
    expect(screen.getByText('1 pasted line was not taken')).toBeTruthy()
    expect(screen.getByText(/CA199/)).toBeTruthy()
  })

  it('points out a value that is charted already before it is saved twice', async () => {
    const { user, charted, type } = await openReport()
    await type('Central', '2026-11-20', '', 'ALT', '45')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await user.click(await screen.findByRole('button', { name: 'Another report' }))
    await user.click(screen.getByRole('combobox', { name: 'Laboratory' }))
    await type('Central', '2026-11-20', '', 'ALT', '54')
    expect(await screen.findByText(/Charted already for this specimen: 45 U\/L/)).toBeTruthy()
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findByText('1 value of this specimen is charted already')).toBeTruthy()
    expect(await charted()).toHaveLength(1)
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByRole('heading', { name: '1 value saved' })
    expect(await charted()).toHaveLength(2)
  })

  it('remembers how a laboratory prints, once it is asked to', async () => {
    const { test, user, type } = await openReport()
    await type('Harbour', '2026-11-20', '', 'ALB', '31.0', 'g/L', '40', '55')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await user.click(await screen.findByRole('button', { name: 'Remember' }))
    await screen.findByText('Remembered for Harbour.')
    const list = await test.api.laboratories.list({})
    expect(list.find(({ name }) => name === 'Harbour')?.tests).toEqual([
      { loinc: '1751-7', unit: 'g/L', range: { low: '40', high: '55' } },
    ])
  })

  it('offers a report that was begun and not saved', async () => {
    const { test, patient, type, user } = await openReport()
    await type('Central', '2026-11-20', '', 'ALT', '45')
    await waitFor(async () => {
      const [draft] = await test.api.drafts.list({})
      expect(JSON.stringify(draft?.content)).toContain('"value":"45"')
    })
    window.location.hash = `#/candidates/${patient.id}/chart`
    await screen.findByRole('heading', { name: 'Nothing is charted yet' })
    window.location.hash = `#/candidates/${patient.id}/report`
    await screen.findByText(/You began a report with 1 value/)
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    expect(screen.getByRole('textbox', { name: 'Value, ALT' })).toHaveProperty('value', '45')
  })
})
