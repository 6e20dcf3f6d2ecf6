import type { CopyMediaType } from '#shared/api/certified-copies.ts'

const signatures: Readonly<Record<CopyMediaType, readonly number[]>> = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
}

/** What a scan is, by how it begins and never by its name; undefined for anything else. */
export function mediaTypeOf(bytes: Uint8Array): CopyMediaType | undefined {
  const types = Object.keys(signatures) as CopyMediaType[]
  return types.find(type => signatures[type].every((byte, at) => bytes[at] === byte))
}
