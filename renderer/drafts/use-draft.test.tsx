import { fireEvent, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { startSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'
import { useSessionControl } from '../session/session.tsx'
import { useDraft } from './use-draft.ts'

const Content = z.object({ text: z.string() })

function Form() {
  const { session } = useSessionControl()
  return session.state === 'open' ? <Field /> : null
}

function Field() {
  const [text, setText] = useState('')
  useDraft({ form: 'fact', patientId: null, schema: Content, content: text === '' ? undefined : { text } })
  return <input aria-label="Text" value={text} onChange={event => setText(event.currentTarget.value)} />
}

it('keeps what is typed without a pause, so that an engine that ends loses only the last moment of it', async () => {
  const site = await startSite()
  await showPage(site, { children: <Form /> })
  const field = await screen.findByLabelText('Text')
  // Lets the form look for an older draft first.
  await waitFor(() => expect(field).toBeTruthy())
  for (let letters = 1; letters <= 26; letters += 1) {
    fireEvent.change(field, { target: { value: 'x'.repeat(letters) } })
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  const [draft] = await site.api.drafts.list({})
  expect(Content.parse(draft?.content).text.length).toBeGreaterThan(10)
  site.dispose()
})
