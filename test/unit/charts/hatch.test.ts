import { CHART_STATUSES } from '../../../src/charts/chart-specification.js';
import { drawHatching, type Hatching } from '../../../src/charts/hatch.js';
import { contrast, darkTheme, lightTheme, printTheme, steps } from '../../../src/charts/palette.js';
import { statusStyle } from '../../../src/charts/status-style.js';

const themes = [
  ['light', lightTheme],
  ['dark', darkTheme],
  ['print', printTheme],
] as const;

describe.each(themes)('in the %s palette', (_, theme) => {
  it('each status has a look of its own without any colour', () => {
    const looks = CHART_STATUSES.map((status) => {
      const { fill, hatching } = statusStyle(status, theme);
      return `${fill === theme.ground ? 'open' : 'filled'} ${hatching}`;
    });
    expect(new Set(looks).size).toBe(CHART_STATUSES.length);
  });

  it('hatchings hold 3:1 against what they lie on', () => {
    for (const status of CHART_STATUSES) {
      const { fill, line } = statusStyle(status, theme);
      expect([status, contrast(fill, line) >= 3]).toEqual([status, true]);
    }
  });

  it.each([0, 1, 2, 3, 4, undefined])(
    'the steps of hue %s go ever farther from the ground, the last to 4.5:1',
    (hue) => {
      const contrasts = steps(theme, hue).map((colour) => contrast(colour, theme.ground));
      for (const [at, one] of contrasts.entries())
        expect(one / (contrasts[at - 1] ?? 1)).toBeGreaterThan(1.15);
      expect(contrasts.at(-1)).toBeGreaterThanOrEqual(4.5);
    },
  );
});

describe('drawHatching', () => {
  const box = { left: 10, top: 20, width: 40, height: 12 };

  function linesOf(hatching: Hatching, over = box): readonly (readonly number[])[] {
    const lines: number[][] = [];
    const nothing = (): void => undefined;
    drawHatching(
      {
        ...{ strokeStyle: '', lineWidth: 0, save: nothing, restore: nothing, beginPath: nothing },
        ...{ clip: nothing, stroke: nothing, setLineDash: nothing },
        moveTo: (x, y) => lines.push([x, y]),
        lineTo: (x, y) => lines.at(-1)?.push(x, y),
      },
      hatching,
      '#000000',
      over,
      nothing,
    );
    return lines;
  }

  it.each<Hatching>(['rising', 'falling', 'crossed', 'upright', 'flat', 'grid', 'sparse'])(
    'draws %s lines from edge to edge of the box, close enough to be seen in a small one',
    (hatching) => {
      const lines = linesOf(hatching);
      expect(lines.length).toBeGreaterThan(1);
      for (const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] of lines) {
        const isAcross = Math.abs(y2 - y1) === box.height || Math.abs(x2 - x1) === box.width;
        expect([x1, y1, x2, y2, isAcross]).toEqual([x1, y1, x2, y2, true]);
      }
    },
  );

  it('lets the lines of neighbouring boxes meet', () => {
    const beside = linesOf('rising', { ...box, left: box.left + box.width });
    const sums = (lines: readonly (readonly number[])[]): readonly number[] =>
      lines.map(([x = 0, y = 0]) => (x + y) % 6);
    expect(new Set([...sums(linesOf('rising')), ...sums(beside)])).toEqual(new Set([0]));
  });

  it('draws nothing where there is none', () => {
    expect(linesOf('none')).toEqual([]);
  });
});
