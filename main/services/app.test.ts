import { afterEach, beforeEach, expect, it } from 'vitest'
import { startEngine, TEST_APP, type TestEngine } from '#test/support/engine.ts'

let engine: TestEngine
beforeEach(() => {
  engine = startEngine()
})
afterEach(() => engine.dispose())

it('says what runs here and where the store is, while there is none', async () => {
  expect(await engine.api.app.info({})).toEqual({ ...TEST_APP, dataFolder: engine.directory })
})
