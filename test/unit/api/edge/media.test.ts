import { chooseMedia } from '../../../../src/api/edge/media.js';

describe('chooseMedia', () => {
  const choose = (accept: string | undefined, path = '/api/v1/things'): string =>
    chooseMedia(path, accept, ['json', 'csv']);

  it('takes the first offered form when the reader does not mind', () => {
    expect([choose(undefined), choose(''), choose('*/*'), choose('text/html, */*;q=0.1')]).toEqual([
      'json',
      'json',
      'json',
      'json',
    ]);
  });

  it('takes what the reader likes best', () => {
    expect(choose('text/csv')).toBe('csv');
    expect(choose('application/json;q=0.5, text/csv;q=0.9')).toBe('csv');
    expect(choose('text/*')).toBe('csv');
    expect(choose('TEXT/CSV')).toBe('csv');
  });

  it('lets the most exact range decide', () => {
    expect(choose('text/csv;q=0, */*')).toBe('json');
    expect(choose('*/*;q=0.9, application/json;q=0.1')).toBe('csv');
  });

  it('lets the end of the address win', () => {
    expect(choose('application/json', '/api/v1/things.csv')).toBe('csv');
  });

  it('refuses when nothing offered is accepted', () => {
    expect(() => choose('image/png')).toThrow(
      expect.objectContaining({ code: 'not_acceptable', status: 406 }),
    );
    expect(() => choose('application/json;q=0, text/csv;q=0')).toThrow(
      expect.objectContaining({ code: 'not_acceptable' }),
    );
  });
});
