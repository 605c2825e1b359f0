import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';

const require = createRequire(import.meta.url);

/** The letters of drawn pictures: Latin, Greek and Cyrillic, shipped with the program so that no letter is a box. */
export const pictureFont = 'IWW Noto Sans';

let registered = false;

/**
 * Makes the picture font known to the canvas; a second call does nothing.
 * @throws Error when a font file is missing or unreadable
 */
export function registerFonts(): void {
  if (registered) return;
  for (const file of ['400Regular/NotoSans_400Regular.ttf', '700Bold/NotoSans_700Bold.ttf']) {
    const path = require.resolve(`@expo-google-fonts/noto-sans/${file}`);
    if (GlobalFonts.registerFromPath(path, pictureFont) === null)
      throw new Error(`The font ${path} cannot be read`);
  }
  registered = true;
}
