export function LaboratoryReport() {
  return null
}
