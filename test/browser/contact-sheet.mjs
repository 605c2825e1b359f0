import { createCanvas, loadImage } from '@napi-rs/canvas';

const GAP = 16;
/** Wide pages are shown at half their size; of long ones, so much. */
const NARROW = 390;
const TALLEST = 2_600;

/**
 * Pictures of one page beside each other, as PNG.
 * @param pictures each with the width of its window in CSS pixels
 */
export async function contactSheet(pictures) {
  const shown = await Promise.all(
    pictures.map(async ({ picture, width }) => {
      const image = await loadImage(picture);
      const scale = width > NARROW ? 0.5 : 1;
      return {
        image,
        scale,
        width: Math.round(image.width * scale),
        height: Math.round(image.height * scale),
      };
    }),
  );
  const height = Math.min(TALLEST, Math.max(...shown.map((each) => each.height)));
  const sheet = createCanvas(
    shown.reduce((sum, each) => sum + each.width + GAP, 0),
    height,
  );
  const context = sheet.getContext('2d');
  context.fillStyle = '#888';
  context.fillRect(0, 0, sheet.width, sheet.height);
  let left = 0;
  for (const { image, scale, width, height: tall } of shown) {
    const seen = Math.min(tall, height);
    context.drawImage(image, 0, 0, image.width, seen / scale, left, 0, width, seen);
    left += width + GAP;
  }
  return sheet.toBuffer('image/png');
}
