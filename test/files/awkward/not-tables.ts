import { gzipSync } from 'node:zlib';
import { zip } from '../../support/zip.js';
import type { AwkwardFile } from './awkward-file.js';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const refused = (name: string, code: string, content: Buffer | string): AwkwardFile => ({
  name,
  content,
  refused: code,
});

/** Files that are no tables at all. */
export const NOT_TABLES: readonly AwkwardFile[] = [
  refused('PDF', 'pdf_file', '%PDF-1.7\n1 0 obj\n'),
  refused('Excel 97', 'old_spreadsheet', bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0')),
  refused('gzip', 'compressed_file', gzipSync('country,indicator\n')),
  refused('7z', 'compressed_file', bytes('7z\xbc\xaf\x27\x1c\0\x04')),
  refused('RAR', 'compressed_file', bytes('Rar!\x1a\x07\x01\0')),
  refused('PNG', 'image_file', bytes('\x89PNG\r\n\x1a\n\0\0')),
  refused('JPEG', 'image_file', bytes('\xff\xd8\xff\xe0')),
  refused('SQLite', 'database_file', bytes('SQLite format 3\0')),
  refused('Parquet', 'database_file', bytes('PAR1\x15\0')),
  refused('RTF', 'document_file', '{\\rtf1\\ansi x}'),
  refused(
    'web page',
    'web_page',
    '<!DOCTYPE html>\n<html><body><table><tr><td>KEN</td></tr></table></body></html>',
  ),
  refused(
    'table of a web page saved as .xls',
    'web_page',
    '<table border="1"><tr><th>country</th></tr></table>',
  ),
  refused('error page of a server', 'web_page', '\n\n<html>\n<head><title>403 Forbidden</title></head>'),
  refused('XML', 'xml_file', '<?xml version="1.0"?>\n<data/>'),
  refused('SDMX-ML', 'xml_file', '<mes:GenericData xmlns:mes="http://www.sdmx.org">\n'),
  refused(
    'spreadsheet of 2003 in XML',
    'xml_file',
    '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook/>',
  ),
  refused('JSON', 'json_file', '[{"country":"KEN","year":2020}]'),
  refused('JSON-stat', 'json_file', '{"version":"2.0","class":"dataset"}'),
  refused('JSON lines', 'json_file', '{"country":"KEN"}\n{"country":"ALB"}\n'),
  refused('zip of a CSV file', 'compressed_file', zip([{ name: 'data.csv', text: 'country\n' }])),
  refused(
    'OpenDocument',
    'open_document',
    zip([
      { name: 'mimetype', text: 'application/vnd.oasis.opendocument.spreadsheet' },
      { name: 'content.xml', text: '<x/>' },
    ]),
  ),
  refused(
    'Word',
    'document_file',
    zip([
      { name: '[Content_Types].xml', text: '<Types/>' },
      { name: 'word/document.xml', text: '<x/>' },
    ]),
  ),
  refused(
    'Excel in binary',
    'binary_spreadsheet',
    zip([
      { name: '[Content_Types].xml', text: '<Types/>' },
      { name: 'xl/workbook.bin', text: 'x' },
    ]),
  ),
  refused('Numbers', 'numbers_file', zip([{ name: 'Index/Document.iwa', text: 'x' }])),
  refused('program', 'binary_file', bytes('\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0')),
  refused(
    'random bytes',
    'binary_file',
    Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919 + (at >> 3) * 104729) & 255)),
  ),
  refused('only NUL bytes', 'nul_bytes', Buffer.alloc(4096)),
  refused('first bytes of a zip', 'damaged_spreadsheet', bytes('PK\x03\x04')),
  refused(
    'half a zip',
    'damaged_spreadsheet',
    zip([{ name: 'xl/workbook.xml', text: '<x/>'.repeat(100) }]).subarray(0, 60),
  ),
  refused('one cell of two million characters', 'row_too_long', `country,"${'x'.repeat(2_000_000)}`),
  refused(
    'tar',
    'compressed_file',
    Buffer.concat([bytes('data.csv'.padEnd(257, '\0')), bytes('ustar\x0000'), Buffer.alloc(200)]),
  ),
];
