import { readFileSync } from 'node:fs';
import { MOST_JSON_BYTES } from '../../../../src/api/submissions/submission-limits.js';
import { MOST_FORM_BYTES } from '../../../../src/dashboard/forms.setup.js';
import { MOST_FIELD_BYTES, MOST_FIELDS } from '../../../../src/dashboard/sent-upload.js';
import { readConfig } from '../../../../src/platform/config.js';
import { HOUR_FACTOR, KEY_FACTOR } from '../../../../src/platform/http/rate-limits.js';
import { SERVER_LIMITS } from '../../../../src/platform/http/server-limits.js';
import { LONGEST_CELL } from '../../../../src/submissions/checking/row-reading.js';
import { UNPACKED } from '../../../../src/submissions/reading/xlsx/archive.js';
import { MOST_TEXT_BYTES } from '../../../../src/submissions/reading/xlsx/shared-strings.js';
import { SHEET_XML } from '../../../../src/submissions/reading/xlsx/sheet-rows.js';
import { MOST_SENT_BYTES, SENT_ROW_LIMITS } from '../../../../src/submissions/receiving/sent-limits.js';

const page = readFileSync(new URL('../../../../docs/limits.md', import.meta.url), 'utf8');
const lines = page.split('\n').filter((line) => line.startsWith('|'));
const { rates, jobBytes } = readConfig({}, '/');
const { http, requestTimeout, keepAliveTimeout } = SERVER_LIMITS;

describe('the page of limits', () => {
  it.each<[string, ...number[]]>([
    ['a file, on the web', MOST_SENT_BYTES],
    ['its rows', SENT_ROW_LIMITS.rows],
    ['a cell', LONGEST_CELL],
    ['a file that is checked while', jobBytes],
    ['a body in JSON', MOST_JSON_BYTES],
    ['a form without', MOST_FORM_BYTES],
    ['fields of a form', MOST_FIELDS, MOST_FIELD_BYTES],
    ['entries of a workbook', UNPACKED.entries],
    ['a workbook, unpacked', UNPACKED.bytes],
    ['an entry above', UNPACKED.free, UNPACKED.ratio],
    ['shared texts', MOST_TEXT_BYTES],
    ['XML of a sheet', SHEET_XML.free, SHEET_XML.perCell],
    ['head of a request', http.maxHeaderSize],
    ['until the head', http.headersTimeout / 1_000],
    ['until a request is here whole', requestTimeout / 1_000],
    ['between two requests', keepAliveTimeout / 1_000],
    ['`read`', rates.reads, rates.reads * KEY_FACTOR],
    ['`write`', rates.writes, rates.writes],
    ['`sign-in`', rates.signIns],
    [' ', rates.signIns * HOUR_FACTOR],
  ])('says of %s what holds', (what, ...numbers) => {
    const said = lines.filter((line) => line.startsWith(`| ${what}`) && !line.startsWith('| ---'));
    expect(said).toHaveLength(1);
    const written = [...(said[0] ?? '').matchAll(/\d+(,\d{3})*/g)].map(([number]) => number);
    expect(written).toEqual(expect.arrayContaining(numbers.map((number) => number.toLocaleString('en'))));
  });
});
