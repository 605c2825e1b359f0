/**
 * Reads CSV as RFC 4180 describes it and in no other way: lines end with CRLF, all have as many cells, quotes stand
 * around whole cells and are doubled within.
 * @throws Error where it is otherwise
 */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const lines: string[][] = [];
  let cells: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  for (let at = 0; at < text.length; at = cell.lastIndex) {
    cell.lastIndex = at;
    const found = cell.exec(text);
    if (found === null) throw new Error(`No CSV at character ${String(at)}: ${text.slice(at, at + 60)}`);
    const [, quoted, plain = '', end] = found;
    cells.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ',') continue;
    lines.push(cells);
    cells = [];
  }
  const widths = new Set(lines.map((line) => line.length));
  if (widths.size > 1) throw new Error(`Lines of ${[...widths].join(' and ')} cells`);
  return lines;
}
