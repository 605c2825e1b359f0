import { contrast, darkTheme, hues, lightTheme, type ChartTheme } from '../../../src/charts/palette.js';

describe('contrast', () => {
  it('is 21 between black and white and 1 between equals', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
    expect(contrast('#336699', '#336699')).toBe(1);
  });
});

describe.each([
  ['light', lightTheme],
  ['dark', darkTheme],
] as ['light' | 'dark', ChartTheme][])('the %s palette', (mode, theme) => {
  it('holds 3:1 for marks and 4.5:1 for words of every hue against the ground', () => {
    for (const hue of hues) {
      expect([hue.name, contrast(hue[mode].mark, theme.ground) >= 3]).toEqual([hue.name, true]);
      expect([hue.name, contrast(hue[mode].text, theme.ground) >= 4.5]).toEqual([hue.name, true]);
    }
  });

  it('holds 4.5:1 for both text colours and 3:1 for neutral marks', () => {
    expect(contrast(theme.text, theme.ground)).toBeGreaterThanOrEqual(7);
    expect(contrast(theme.quietText, theme.ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme.neutral, theme.ground)).toBeGreaterThanOrEqual(3);
  });
});
