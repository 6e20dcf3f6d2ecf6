export function CandidatePage() {
  return null
}
