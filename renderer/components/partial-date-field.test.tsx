import { screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, it } from 'vitest'
import type { Language } from '#shared/core/text.ts'
import { startEngine, type TestEngine } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'
import { PartialDateField } from './partial-date-field.tsx'

let engine: TestEngine | undefined
afterEach(() => engine?.dispose())

function Form({ timeZone }: { readonly timeZone?: string }) {
  const [value, setValue] = useState('')
  const zone = timeZone === undefined ? {} : { timeZone }
  return <PartialDateField label="Born" value={value} onChange={setValue} {...zone} />
}

async function show(language: Language, timeZone?: string) {
  engine = startEngine()
  const children = <Form {...(timeZone === undefined ? {} : { timeZone })} />
  const { user } = await showPage(engine, { language, children })
  return { user, field: screen.getByRole('textbox', { name: /Born/ }) }
}

it('says in words what it understood, and what stays unknown', async () => {
  const { user, field } = await show('en')
  expect(screen.getByText(/As far as it is known/)).toBeTruthy()
  await user.type(field, '1967')
  expect(screen.getByText('1967, month and day not known')).toBeTruthy()
  await user.type(field, '-03')
  expect(screen.getByText('March 1967, day not known')).toBeTruthy()
  await user.type(field, '-14')
  expect(screen.getByText('14 March 1967')).toBeTruthy()
})

it('reads and answers in Chinese', async () => {
  const { user, field } = await show('zh-CN')
  await user.type(field, '1967年3月')
  expect(screen.getByText('1967年3月，日不详')).toBeTruthy()
})

it('waits until the field is left before it calls something unreadable, and keeps what was typed', async () => {
  const { user, field } = await show('en')
  await user.type(field, '14/03/1967')
  expect(screen.queryByText(/without doubt/)).toBeNull()
  await user.tab()
  expect(screen.getByText(/without doubt/)).toBeTruthy()
  expect(field.getAttribute('aria-invalid')).toBe('true')
  expect(field).toHaveProperty('value', '14/03/1967')
})

it('takes a time of day only where it is asked for', async () => {
  const { user, field } = await show('en', 'Asia/Shanghai')
  await user.type(field, '2026-11-14 08:30')
  expect(screen.getByText('14 November 2026 08:30 (+08:00)')).toBeTruthy()
})
