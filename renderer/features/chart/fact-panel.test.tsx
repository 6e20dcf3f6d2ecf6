import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { FactContent } from '#shared/core/facts/content.ts'
import { FactContent as Content } from '#shared/core/facts/content.ts'
import { startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'
import type { PanelRequest } from './panel-request.ts'

// The engine derives keys and the machine may be busy: slow is not wrong.
configure({ asyncUtilTimeout: 8000 })

let site: TestSite | undefined
afterEach(() => site?.dispose())

async function openChart(contents: readonly unknown[], request?: (ids: readonly string[]) => unknown) {
  const test = await startSite()
  site = test
  const { patient } = await test.api.patients.register({
    screeningNumber: 'S-001',
    initials: 'WXM',
    sex: 'male',
  })
  const facts = contents.map(content => ({ content: Content.parse(content) }))
  const recorded =
    facts.length === 0 ? [] : (await test.api.facts.record({ patientId: patient.id, facts })).facts
  const panel = request?.(recorded.map(({ id }) => id))
  const search = panel === undefined ? '' : `?panel=${encodeURIComponent(JSON.stringify(panel))}`
  const { user } = await showPage(test, { at: `/candidates/${patient.id}/chart${search}` })
  const current = async (): Promise<FactContent[]> =>
    (await test.api.facts.list({ patientId: patient.id })).map(({ content }) => content)
  return { test, user, patient, recorded, current }
}

const infection = { kind: 'infection', type: 'bacterial', from: '2026-10', site: 'urinary tract' }
const enter =
  (kind: string, more: Partial<PanelRequest> = {}) =>
  () => ({ open: 'enter', kind, ...more })

describe('the panel', () => {
  it('finds a kind by typing, opens its form, and charts what is entered', async () => {
    const { user, current } = await openChart([infection], () => ({ open: 'choose' }))
    await user.type(await screen.findByRole('combobox', { name: /Search/ }), 'paracen{Enter}')
    await screen.findByRole('heading', { name: 'Paracentesis' })
    await user.type(await screen.findByRole('textbox', { name: /Date/ }), '2026-11-03')
    await user.type(screen.getByRole('textbox', { name: /litres/i }), '3,5')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(async () =>
      expect(await current()).toContainEqual({ kind: 'paracentesis', on: '2026-11-03', litres: '3.5' }),
    )
    expect(screen.queryByRole('heading', { name: 'Paracentesis' })).toBeNull()
  })

  it('charts once what is saved by a key that is held down', async () => {
    const { user, current } = await openChart([], enter('tips'))
    const date = await screen.findByRole('textbox', { name: /Date/ })
    await user.type(date, '2026-11-03')
    for (let press = 0; press < 3; press += 1) fireEvent.keyDown(date, { key: 'Enter', ctrlKey: true })
    await screen.findByRole('button', { name: 'Undo' })
    expect(await current()).toHaveLength(1)
  })

  it('keeps an older draft that nobody answered while another fact is saved', async () => {
    const { test, user, patient, current } = await openChart([infection], enter('tips'))
    const place = { form: 'fact', patientId: patient.id }
    const content = { kind: 'infection', values: { from: '2026-09' }, reference: '', reason: '' }
    cleanup()
    await test.api.drafts.save({ ...place, content })
    const panel = encodeURIComponent(JSON.stringify({ open: 'enter', kind: 'tips' }))
    await showPage(test, { at: `/candidates/${patient.id}/chart?panel=${panel}` })
    await user.type(await screen.findByRole('textbox', { name: /Date/ }), '2026-11-03')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByRole('button', { name: 'Undo' })
    expect(await current()).toHaveLength(2)
    expect(await test.api.drafts.list({})).toMatchObject([{ ...place, content }])
  })

  it('takes back what was just entered, and keeps both in the history', async () => {
    const { test, user, current } = await openChart([], enter('tips'))
    await user.type(await screen.findByRole('textbox', { name: /Date/ }), '2026-11-03')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(async () => expect(await current()).toEqual([]))
    const entries = await test.api.audit.list({})
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['fact.record', 'fact.retract']),
    )
  })

  it('says what is wrong at the field, and what the engine refuses too', async () => {
    const { user, current } = await openChart([], enter('infection'))
    await user.type(await screen.findByRole('textbox', { name: 'From' }), '2026-12-24')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findByText('Required')).toBeTruthy()
    await user.click(screen.getByRole('radio', { name: 'Viral' }))
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findByText(/Lies in the future/)).toBeTruthy()
    expect(screen.getByRole('textbox', { name: 'From' })).toHaveProperty('value', '2026-12-24')
    expect(await current()).toEqual([])
  })

  it('charts a denial for the whole life, with who was asked, and reads it back as a sentence', async () => {
    const { user, current } = await openChart([infection], () => ({
      open: 'enter',
      kind: 'negative_finding',
      about: 'infection',
    }))
    await user.type(await screen.findByRole('textbox', { name: /^To/ }), '2026-11-22')
    await user.click(screen.getByRole('checkbox', { name: 'Viral' }))
    expect(
      screen.getByText(
        /No infection \(viral\) in the whole life up to 22 Nov 2026\. Besides the 1 that is charted\./,
      ),
    ).toBeTruthy()
    await user.click(screen.getByRole('button', { name: /Save/ }))
    expect(await screen.findByText('Required')).toBeTruthy()
    await user.click(screen.getByRole('checkbox', { name: 'Patient' }))
    await user.click(screen.getByRole('button', { name: /Save/ }))
    await waitFor(async () =>
      expect(await current()).toContainEqual({
        kind: 'negative_finding',
        about: 'infection',
        to: '2026-11-22',
        types: ['viral'],
        askedOf: ['patient'],
      }),
    )
  })

  it('puts the question of the protocol in its words, with the facts that inform the answer', async () => {
    const { user, current } = await openChart([{ kind: 'medical_history', term: 'asthma' }], () => ({
      ...{ open: 'enter', kind: 'judgement', protocol: 'NCT05106972' },
      question: 'inappropriate-to-participate',
    }))
    expect(await screen.findByText(/researcher considers it inappropriate to participate/i)).toBeTruthy()
    expect(within(screen.getByRole('list', { name: /inform the answer/ })).getByText(/asthma/)).toBeTruthy()
    await user.click(screen.getByRole('radio', { name: 'No, it does not' }))
    await user.type(screen.getByRole('textbox', { name: /Ground/ }), 'nothing against it')
    await user.type(screen.getByRole('textbox', { name: /Judged on/ }), '2026-11-22')
    await user.click(screen.getByRole('button', { name: /Save/ }))
    await waitFor(async () =>
      expect(await current()).toContainEqual({
        kind: 'judgement',
        protocol: 'NCT05106972',
        question: 'inappropriate-to-participate',
        answer: 'no',
        ground: 'nothing against it',
        on: '2026-11-22',
        judgedBy: 'Chen Wei',
      }),
    )
  })

  it('asks for the answer again where the question is another', async () => {
    const { user } = await openChart([], () => ({
      ...{ open: 'enter', kind: 'judgement', protocol: 'NCT05106972' },
      question: 'inappropriate-to-participate',
    }))
    const no = await screen.findByRole<HTMLInputElement>('radio', { name: 'No, it does not' })
    await user.click(no)
    expect(no.checked).toBe(true)
    const [other] = screen
      .getAllByRole<HTMLInputElement>('radio')
      .filter(radio => !radio.checked && radio.value !== 'yes')
    if (other === undefined) throw new Error('the protocol asks one question only')
    await user.click(other)
    expect(no.checked).toBe(false)
  })

  it('corrects with a reason, and shows old and new in the history', async () => {
    const { test, user, recorded } = await openChart([infection], ([factId]) => ({ open: 'fact', factId }))
    await user.click(await screen.findByRole('button', { name: 'Correct' }))
    const place = await screen.findByRole('textbox', { name: 'Site' })
    await user.clear(place)
    await user.type(place, 'lung')
    await user.click(screen.getByRole('button', { name: /Save correction/ }))
    expect(await screen.findByText(/Say why/)).toBeTruthy()
    await user.type(screen.getByRole('textbox', { name: /Reason/ }), 'misread')
    await user.click(screen.getByRole('button', { name: /Save correction/ }))
    const history = await screen.findByRole('region', { name: 'History' })
    expect(await within(history).findByText('Reason: misread')).toBeTruthy()
    expect(within(history).getByText('urinary tract').tagName).toBe('DEL')
    expect(within(history).getByText('lung').tagName).toBe('INS')
    const [id] = recorded.map(one => one.id)
    const versions = id === undefined ? [] : await test.api.facts.history({ factId: id })
    expect(versions.map(({ version }) => version)).toEqual([1, 2])
  })

  it('shows the other version where somebody was quicker, and goes on top of it only when told', async () => {
    const { test, user, recorded, current } = await openChart([infection], ([factId]) => ({
      ...{ open: 'fact', factId, correct: 'site' },
    }))
    const place = await screen.findByRole('textbox', { name: 'Site' })
    await user.clear(place)
    await user.type(place, 'lung')
    await user.type(screen.getByRole('textbox', { name: /Reason/ }), 'misread')
    const [fact] = recorded
    if (fact === undefined) throw new Error('nothing was recorded')
    await test.api.facts.correct({
      factId: fact.id,
      expectedVersion: 1,
      reason: 'culture',
      content: Content.parse({ ...infection, organism: 'E. coli' }),
    })
    await user.click(screen.getByRole('button', { name: /Save correction/ }))
    expect(await screen.findByText('Somebody corrected this meanwhile')).toBeTruthy()
    expect(screen.getByText('E. coli')).toBeTruthy()
    expect(screen.getByRole('textbox', { name: 'Site' })).toHaveProperty('value', 'lung')
    await user.click(screen.getByRole('button', { name: /I have seen it/ }))
    await user.type(screen.getByRole('textbox', { name: 'Organism' }), 'E. coli')
    await user.click(screen.getByRole('button', { name: /Save correction/ }))
    await waitFor(async () =>
      expect(await current()).toEqual([{ ...infection, organism: 'E. coli', site: 'lung' }]),
    )
  })

  it('shows the other version before a draft from before it goes on top', async () => {
    const { test, user, patient, recorded, current } = await openChart([infection])
    const [fact] = recorded
    if (fact === undefined) throw new Error('nothing was recorded')
    cleanup()
    await test.api.drafts.save({
      ...{ form: 'fact', patientId: patient.id },
      content: {
        ...{ kind: 'infection', factId: fact.id, version: 1, reference: '', reason: 'misread' },
        values: { type: 'bacterial', from: '2026-10', site: 'lung' },
      },
    })
    const corrected = Content.parse({ ...infection, organism: 'E. coli' })
    const version = { factId: fact.id, expectedVersion: 1, reason: 'culture', content: corrected }
    await test.api.facts.correct(version)
    const request = { open: 'fact', factId: fact.id, correct: 'reason', draft: true }
    const panel = encodeURIComponent(JSON.stringify(request))
    await showPage(test, { at: `/candidates/${patient.id}/chart?panel=${panel}` })
    expect(await screen.findByText('Somebody corrected this meanwhile')).toBeTruthy()
    expect(screen.getByText('E. coli')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: /Save correction/ }))
    await waitFor(() => expect(screen.getAllByRole('alert').length).toBeGreaterThan(1))
    expect(await current()).toEqual([corrected])
  })

  it('names whoever corrects a judgement as the one who judges', async () => {
    const { test, user, current } = await openChart(
      [
        {
          ...{ kind: 'judgement', protocol: 'NCT05106972', question: 'compliance', answer: 'no' },
          ...{ on: '2026-11-02', ground: 'keeps appointments', judgedBy: 'Somebody Else' },
        },
      ],
      ([factId]) => ({ open: 'fact', factId, correct: 'ground' }),
    )
    const ground = await screen.findByRole('textbox', { name: /Ground/ })
    await user.clear(ground)
    await user.type(ground, 'missed three visits')
    await user.type(screen.getByRole('textbox', { name: /Reason for the change/ }), 'new visits')
    await user.click(screen.getByRole('button', { name: /Save correction/ }))
    await waitFor(async () =>
      expect(await current()).toMatchObject([{ ground: 'missed three visits', judgedBy: 'Chen Wei' }]),
    )
    expect((await test.api.session.current({})).user.fullName).toBe('Chen Wei')
  })

  it('retracts with a reason', async () => {
    const { user, current } = await openChart([infection], ([factId]) => ({ open: 'fact', factId }))
    await user.click(await screen.findByRole('button', { name: 'Retract' }))
    const alert = await screen.findByText(/It stays in the history/)
    expect(alert).toBeTruthy()
    await user.type(screen.getByRole('textbox', { name: /Reason/ }), 'other patient')
    await user.click(screen.getByRole('button', { name: 'Retract' }))
    await waitFor(async () => expect(await current()).toEqual([]))
  })
})

describe('the chart', () => {
  it('shows results as a matrix with flags in words, and late entries with both times', async () => {
    const result = { kind: 'laboratory', loinc: '5902-2', unit: 's', control: '12.5' }
    await openChart([
      { ...result, on: '2026-11-20', value: '16.4', range: { high: '14.5' } },
      { ...result, on: '2026-10-01', value: '13.0' },
      { kind: 'paracentesis', on: '2026-03-01' },
    ])
    const matrix = await screen.findByRole('region', { name: 'Laboratory values by specimen' })
    expect(
      within(matrix).getByRole('button', { name: /16\.4.*above the printed range.*control 12\.5/ }),
    ).toBeTruthy()
    expect(
      within(matrix)
        .getAllByRole('columnheader')
        .map(cell => cell.textContent),
    ).toEqual([...['Test', 'Unit', 'Range', '20 Nov 2026', '1 Oct 2026']])
    expect(screen.getByText('entered 22 Nov 2026')).toBeTruthy()
  })

  it('filters, and says so where nothing is left', async () => {
    const { user } = await openChart([infection, { kind: 'tips', on: '2026-03-01' }])
    await user.type(await screen.findByRole('textbox', { name: 'Filter the chart' }), 'urinary')
    await waitFor(() => expect(screen.queryByRole('button', { name: 'TIPS' })).toBeNull())
    expect(screen.getByRole('button', { name: 'Infection' })).toBeTruthy()
    await user.type(screen.getByRole('textbox', { name: 'Filter the chart' }), ' xyz')
    expect(await screen.findByText(/Nothing in this chart matches/)).toBeTruthy()
  })

  it('lets a monitor read, and leaves out what only writers may do', async () => {
    const { test, recorded, patient } = await openChart([infection])
    await test.addUser('monitor')
    await test.as('monitor')
    cleanup()
    const [fact] = recorded
    const panel = encodeURIComponent(JSON.stringify({ open: 'fact', factId: fact?.id }))
    await showPage(test, { at: `/candidates/${patient.id}/chart?panel=${panel}` })
    await screen.findByRole('region', { name: 'History' })
    expect(screen.queryByRole('button', { name: 'Correct' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Retract' })).toBeNull()
  })
})
