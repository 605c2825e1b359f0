import { submissionTag, versionsOf } from '../../../../src/api/edge/if-match.decorator.js';

const receipt = '0123456789abcdef0123456789abcdef';

describe('the versions an If-Match header allows', () => {
  it('is the one of the tag that was given out', () => {
    expect(versionsOf(submissionTag({ receipt, version: 12 }), receipt)).toEqual([12]);
  });

  it('is each of several', () => {
    expect(versionsOf(`"${receipt}-1" ,"${receipt}-2"`, receipt)).toEqual([1, 2]);
  });

  it('is any for a star', () => {
    expect(versionsOf(' * ', receipt)).toBeUndefined();
  });

  it('is none for what is weak, of another submission, or no tag of ours', () => {
    const others = [
      `W/"${receipt}-1"`,
      `"${'f'.repeat(32)}-1"`,
      `${receipt}-1`,
      `"${receipt}-0"`,
      `"${receipt}-1e3"`,
      '',
    ];
    expect(others.map((header) => versionsOf(header, receipt))).toEqual(others.map(() => []));
  });
});
