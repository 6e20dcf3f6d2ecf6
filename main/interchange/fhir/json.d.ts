/** ECMAScript's JSON.parse with source text access, which the library of the compiler does not know yet. */
interface JSON {
  rawJSON(text: string): unknown
  parse(
    text: string,
    reviver: (this: unknown, key: string, value: unknown, context: { readonly source?: string }) => unknown,
  ): unknown
}
