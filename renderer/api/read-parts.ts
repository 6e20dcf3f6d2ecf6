interface Part {
  /** Of the whole. */
  readonly bytes: number
  /** In base64. */
  readonly part: string
}

/** A file that crosses the contract a part at a time, put together. Throws where it ends before it is whole. */
export async function readParts<P extends Part>(
  ask: (offset: number) => Promise<P>,
): Promise<{ readonly first: P; readonly content: Uint8Array<ArrayBuffer> }> {
  const first = await ask(0)
  const content = new Uint8Array(first.bytes)
  let offset = 0
  let next = first
  for (;;) {
    const piece = Uint8Array.from(atob(next.part), character => character.charCodeAt(0))
    content.set(piece, offset)
    offset += piece.length
    if (offset >= content.length) return { first, content }
    if (piece.length === 0) throw new RangeError('the file ends before it is whole')
    next = await ask(offset)
  }
}
