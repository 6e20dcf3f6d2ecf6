/** What a person can do something about; anything else that is thrown is a fault of this script. */
export class Refusal extends Error {
  constructor(english, chinese, exitCode = 1) {
    super(`${english}\n${chinese}`)
    this.exitCode = exitCode
  }
}

/** To the other output: what is printed for SQLCipher stays clean. */
export function say(english, chinese) {
  process.stderr.write(`${english}\n${chinese}\n`)
}
