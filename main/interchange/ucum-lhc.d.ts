// The package ships no types. Declared here is only what we call.
declare module '@lhncbc/ucum-lhc' {
  export class UcumLhcUtils {
    static getInstance(): UcumLhcUtils
    validateUnitString(
      unit: string,
      suggest?: boolean,
    ): {
      status: 'valid' | 'invalid' | 'error'
      ucumCode: string | null
      msg: string[]
      suggestions?: { units: (string | null)[][] }[]
    }
  }
}
