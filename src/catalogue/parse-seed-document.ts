import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import type { ParsedSeeds } from './parse-seed-table.js';
import type { SeedFault } from './seed-fault.js';

/**
 * Reads one JSON seed file into a single record whose cells are the leaves under dotted paths, each with its line.
 * JSON is read as the part of YAML that it is, because that reader knows where each value stands.
 */
export function parseSeedDocument(file: string, text: string): ParsedSeeds {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const faults: SeedFault[] = document.errors.map((error) => ({
    file,
    line: error.linePos?.[0].line ?? 1,
    sentence: `The file is not valid JSON: ${error.message.split('\n')[0] ?? ''}`,
    hint: 'Look for a missing comma, quote or bracket on this line or the one before.',
  }));
  if (faults.length === 0 && !isMap(document.contents)) {
    faults.push({
      file,
      line: 1,
      sentence: 'The file does not hold an object.',
      hint: 'It begins with { and ends with }.',
    });
  }
  if (faults.length > 0) return { fields: [], records: [], faults };

  const cells: Record<string, string> = {};
  const lines: Record<string, number> = {};
  const walk = (node: unknown, path: string): void => {
    if (isMap(node)) {
      for (const { key, value } of node.items)
        walk(value, join(path, isScalar(key) ? String(key.value) : ''));
    } else if (isSeq(node)) {
      node.items.forEach((item, index) => {
        walk(item, join(path, String(index)));
      });
    } else {
      cells[path] = isScalar(node) ? textOf(node.value) : '';
      lines[path] = lineCounter.linePos((node as Node | null)?.range?.[0] ?? 0).line;
    }
  };
  walk(document.contents, '');
  return { fields: Object.keys(cells), records: [{ file, line: 1, cells, lines }], faults };
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function textOf(leaf: unknown): string {
  if (typeof leaf === 'string') return leaf.trim();
  return typeof leaf === 'number' || typeof leaf === 'boolean' ? String(leaf) : '';
}
