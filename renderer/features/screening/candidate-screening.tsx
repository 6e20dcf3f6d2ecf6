export function CandidateScreening() {
  return null
}
