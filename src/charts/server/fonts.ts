import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';

const require = createRequire(import.meta.url);

/** Latin, Greek and Cyrillic; Arabic; Chinese: shipped with the program so that no letter is a box. */
const FONTS: Readonly<Record<string, readonly string[]>> = {
  'IWW Noto Sans': ['noto-sans/400Regular/NotoSans_400Regular.ttf', 'noto-sans/700Bold/NotoSans_700Bold.ttf'],
  'IWW Noto Sans Arabic': [
    'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
    'noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
  ],
  'IWW Noto Sans SC': [
    'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
    'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  ],
};

/** The letters of drawn pictures, as a canvas and CSS name them. */
export const pictureFonts = Object.keys(FONTS)
  .map((family) => `"${family}"`)
  .join(', ');

let registered = false;

/**
 * Makes the fonts of pictures known to the canvas; a second call does nothing.
 * @throws Error when a font file is missing or unreadable
 */
export function registerFonts(): void {
  if (registered) return;
  for (const [family, files] of Object.entries(FONTS)) {
    for (const file of files) {
      const path = require.resolve(`@expo-google-fonts/${file}`);
      if (GlobalFonts.registerFromPath(path, family) === null)
        throw new Error(`The font ${path} cannot be read`);
    }
  }
  registered = true;
}
