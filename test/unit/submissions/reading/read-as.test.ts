import { parseReadAs, readAsText } from '../../../../src/submissions/reading/read-as.js';
import type { SignMeaning } from '../../../../src/submissions/reading/number-format.js';

const EITHER = [true, false];
const LISTS = ['iso', 'of_another_list'] as const;
const TEXT_POINTS: readonly (SignMeaning | undefined)[] = [undefined, 'decimal', 'thousands', 'open'];

describe('how a table was read', () => {
  it('says the same when it is read from the header it was written into', () => {
    const given = {
      constants: { indicator: 'UI_NETUSE', source: 'Enquête, "2024" & more; 100 %' },
      mapping: { D: 'value', Région: 'none' },
      picks: { Sex: 'Both sexes' },
      scale: 1_000,
    } as const;
    let written = 0;
    for (const isOnePart of EITHER)
      for (const hasMonths of EITHER)
        for (const naIsNamibia of EITHER)
          for (const hasRegions of EITHER)
            for (const numbers of LISTS)
              for (const twoLetters of LISTS)
                for (const textPoint of TEXT_POINTS)
                  for (const comma of ['decimal', 'thousands'] as const) {
                    const point = textPoint !== undefined || comma === 'thousands' ? 'decimal' : 'thousands';
                    const formats = {
                      numbers: { point, comma, ...(textPoint === undefined ? {} : { textPoint }) } as const,
                      years: { isOnePart, hasMonths },
                      areas: { numbers, twoLetters, naIsNamibia, hasRegions },
                    };
                    const whole = { ...formats, areas: { ...formats.areas, named: new Set(['KEN']) } };
                    expect(parseReadAs(readAsText(whole, given, true))).toEqual({ ...formats, given });
                    written++;
                  }
    expect(written).toBe(512);
  });

  it('leaves the decimal sign open where nothing told it', () => {
    expect(parseReadAs('read_as').numbers).toBeUndefined();
  });
});
