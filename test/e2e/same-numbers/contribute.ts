import type { CommunityReportResponse } from '../../../src/api/reports/group-report.response.js';
import type { RunningApp } from '../../support/running-app.js';
import { anyKeys, SENDING } from '../keys.js';
import { json } from './forms.js';

/**
 * Three submissions of a community: one that stands, one that was returned, corrected, and supersedes a figure, and one
 * that was reverted.
 * @returns the data revision with which the first was accepted
 */
export async function contribute(running: RunningApp): Promise<number> {
  const { senderHeaders, reviewerHeaders } = await anyKeys(running);
  const post = async (path: string, body: string | object, headers: object): Promise<{ receipt: string }> => {
    const isText = typeof body === 'string';
    const response = await fetch(`${running.url}/api/v1/submissions${path}`, {
      method: 'POST',
      body: isText ? body : JSON.stringify(body),
      headers: { ...headers, 'content-type': isText ? 'text/csv' : 'application/json', 'if-match': '*' },
    });
    const answer: unknown = await response.json();
    expect([path, response.ok ? 'done' : answer]).toEqual([path, 'done']);
    return answer as { receipt: string };
  };
  const send = async (...rows: readonly string[]): Promise<string> => {
    const lines = rows.map((row) => `${row},A survey`);
    const file = ['country,indicator,year,value,source', ...lines, ''].join('\n');
    return (await post('', file, senderHeaders)).receipt;
  };
  const accept = (receipt: string): Promise<unknown> =>
    post(`/${receipt}/decisions`, { decision: 'accept' }, reviewerHeaders);

  await accept(await send('KEN,WO_CSPART,2024,0.62', 'KEN,WO_CSPART,2020,0.5', 'UGA,WO_CSPART,2024,0.4'));
  const { revision } = await json<CommunityReportResponse>(`communities/${SENDING}`);
  const second = await send('KEN,WO_CSPART,2024,0.56');
  await post(
    `/${second}/decisions`,
    {
      decision: 'return',
      reasonCode: 'wrong_value',
      text: 'Digits changed places?',
      cells: [{ row: 2, column: 'value' }],
    },
    reviewerHeaders,
  );
  const correction = { cells: [{ row: 2, column: 'value', value: 0.65 }] };
  await post(`/${second}/corrections`, correction, senderHeaders);
  await accept(second);
  const third = await send('KEN,WO_CSPART,2022,0.55');
  await accept(third);
  await post(`/${third}/revert`, { text: 'It was wrong' }, reviewerHeaders);
  return revision;
}
