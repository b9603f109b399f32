/** As much of it as is called here; its published types would bring those of Node with them. */
declare module 'papaparse' {
  interface Parsed<Line> {
    readonly data: readonly Line[];
    readonly errors: readonly { readonly code: string; readonly message: string }[];
    readonly meta: { readonly fields?: readonly string[] };
  }
  interface Options {
    readonly header: true;
    readonly skipEmptyLines: 'greedy';
    readonly transformHeader: (header: string) => string;
  }
  const Papa: {
    /** @param text a file as it was read; lines of its columns come by the column's name */
    readonly parse: <Line>(text: string, options: Options) => Parsed<Line>;
  };
  export default Papa;
}
