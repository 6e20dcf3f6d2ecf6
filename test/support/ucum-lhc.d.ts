// The package ships no types. Declared here is only what our tests call.
declare module '@lhncbc/ucum-lhc' {
  export class UcumLhcUtils {
    static getInstance(): UcumLhcUtils
    validateUnitString(unit: string): {
      status: 'valid' | 'invalid' | 'error'
      ucumCode: string | null
      msg: string[]
    }
    convertUnitTo(
      fromUnit: string,
      fromValue: number,
      toUnit: string,
      options?: { molecularWeight?: number },
    ): { status: 'succeeded' | 'failed' | 'error'; toVal: number | null; msg: string[] }
  }
}
