/**
 * Colours of the five hues (blue, green, orange, vermilion, purple), safe for colour-blind readers. `mark` holds 3:1
 * against the ground for lines and shapes, `text` 4.5:1 for words. Charts, pages and briefs take them from here.
 */
export interface Hue {
  readonly name: string;
  readonly light: { readonly mark: string; readonly text: string };
  readonly dark: { readonly mark: string; readonly text: string };
}

export const hues: readonly Hue[] = [
  {
    name: 'blue',
    light: { mark: '#0072b2', text: '#00629a' },
    dark: { mark: '#3fa2dc', text: '#6cbcec' },
  },
  {
    name: 'green',
    light: { mark: '#008a66', text: '#00704f' },
    dark: { mark: '#14b485', text: '#3fcfa3' },
  },
  {
    name: 'orange',
    light: { mark: '#b87400', text: '#8a5700' },
    dark: { mark: '#e69f00', text: '#f0b53c' },
  },
  {
    name: 'vermilion',
    light: { mark: '#c95400', text: '#ad4700' },
    dark: { mark: '#f07a30', text: '#f5975b' },
  },
  {
    name: 'purple',
    light: { mark: '#a03a8e', text: '#8f2f7e' },
    dark: { mark: '#cf74c0', text: '#dd94d1' },
  },
];

/** Colours and letters of a drawing. Sizes in CSS pixels. */
export interface ChartTheme {
  readonly mode: 'light' | 'dark';
  readonly ground: string;
  readonly text: string;
  readonly quietText: string;
  readonly grid: string;
  /** For whatever is not the subject. */
  readonly neutral: string;
  readonly hues: readonly string[];
  readonly fontFamily: string;
  readonly fontSize: number;
}

export const lightTheme: ChartTheme = {
  mode: 'light',
  ground: '#ffffff',
  text: '#1b1f24',
  quietText: '#57606a',
  grid: '#e3e6ea',
  neutral: '#6b7480',
  hues: hues.map((hue) => hue.light.mark),
  fontFamily: 'system-ui, sans-serif',
  fontSize: 13,
};

export const darkTheme: ChartTheme = {
  mode: 'dark',
  ground: '#14171a',
  text: '#e8eaed',
  quietText: '#a3abb5',
  grid: '#2c3238',
  neutral: '#8b95a1',
  hues: hues.map((hue) => hue.dark.mark),
  fontFamily: 'system-ui, sans-serif',
  fontSize: 13,
};

/** Contrast of two opaque colours (`#rrggbb`), 1 to 21. Source: WCAG 2.2, relative luminance. */
export function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** A colour between two opaque ones. @param share of the second, 0 to 1 */
export function mixed(one: string, other: string, share: number): string {
  const parts = [1, 3, 5].map((at) => {
    const [from, to] = [one, other].map((colour) => parseInt(colour.slice(at, at + 2), 16)) as [
      number,
      number,
    ];
    return Math.round(from + (to - from) * share)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${parts.join('')}`;
}

/** Five steps of one hue, from faint to strong: each stands farther from the ground than the one before. */
export function steps(
  { ground, text, hues: marks, neutral }: ChartTheme,
  hue: number | undefined,
): readonly string[] {
  const mark = marks[hue ?? -1] ?? neutral;
  return [
    mixed(ground, mark, 0.2),
    mixed(ground, mark, 0.45),
    mixed(ground, mark, 0.72),
    mark,
    mixed(mark, text, 0.5),
  ];
}

/** For paper: black words on white, so that a copy in black and white loses nothing. */
export const printTheme: ChartTheme = {
  ...lightTheme,
  text: '#000000',
  quietText: '#333333',
  grid: '#d0d0d0',
};
