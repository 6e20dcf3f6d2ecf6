export function RegisterCandidate() {
  return null
}
