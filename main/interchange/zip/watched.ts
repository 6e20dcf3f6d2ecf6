import { Transform } from 'node:stream'

const PIECE = 1024 * 1024

/** Passes on what comes, once `seen` is done with it; `done` counts bytes. */
export function watched(seen: (piece: Buffer, done: number) => Promise<void>): Transform {
  let done = 0
  return new Transform({
    writableHighWaterMark: PIECE,
    readableHighWaterMark: PIECE,
    transform(piece: Buffer, _encoding, next) {
      done += piece.length
      seen(piece, done).then(
        () => next(null, piece),
        (error: Error) => next(error),
      )
    },
  })
}
