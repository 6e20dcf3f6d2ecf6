export function CandidateLog() {
  return null
}
