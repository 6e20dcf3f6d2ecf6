import { expect, it } from 'vitest'
import { mediaTypeOf } from './media-type.ts'

it.each([
  ['a PDF', [...new TextEncoder().encode('%PDF-1.7\n')], 'application/pdf'],
  ['a photograph', [0xff, 0xd8, 0xff, 0xe0, 0x00], 'image/jpeg'],
  ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00], 'image/png'],
  ['a web page', [...new TextEncoder().encode('<svg onload=…')], undefined],
  ['a PNG that ends at once', [0x89, 0x50, 0x4e], undefined],
  ['nothing', [], undefined],
] as const)('tells %s by its bytes', (_what, bytes, type) => {
  expect(mediaTypeOf(Uint8Array.from(bytes))).toBe(type)
})
