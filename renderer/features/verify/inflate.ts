/** As the browser inflates; ends where a small stream would grow beyond all measure. */
export function inflateAs(format: 'deflate' | 'deflate-raw') {
  return async (packed: Uint8Array, most: number): Promise<Uint8Array> => {
    const stream = new Blob([Uint8Array.from(packed)]).stream().pipeThrough(new DecompressionStream(format))
    const pieces: Uint8Array[] = []
    let length = 0
    for (const reader = stream.getReader(); ; ) {
      const { done, value } = await reader.read()
      if (done) break
      length += value.length
      if (length > most) throw new Error('inflates to more than it may')
      pieces.push(value)
    }
    return joined(pieces, length)
  }
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
