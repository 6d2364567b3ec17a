/** A name that a spreadsheet would reckon with, instead of showing it, has an apostrophe before it in files. */
export function asText(name: string): string {
  return /^'*[=+\-@\t\r]/.test(name) ? `'${name}` : name;
}

/** The name again, as it was written into a file or typed into a spreadsheet. */
export function fromText(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
