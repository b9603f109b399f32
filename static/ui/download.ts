/** Tells spreadsheets that the text is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Hands a text to the browser's downloads; `csv` is marked for spreadsheets. */
export function download(name: string, text: string, kind: 'csv' | 'json'): void {
  const parts = kind === 'csv' ? [BYTE_ORDER_MARK, text] : [text];
  const type = kind === 'csv' ? 'text/csv;charset=utf-8' : 'application/json';
  downloadBlob(name, new Blob(parts, { type }));
}

/** Hands a file to the browser's downloads. */
export function downloadBlob(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the blob after the click; a minute is plenty.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
