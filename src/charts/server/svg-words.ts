import type { WordCanvas } from './word-canvas.js';

/**
 * A canvas for words that writes SVG elements: letters stay letters, to be searched and read aloud, and weigh little.
 * Each line is held to the width it was measured with, so that another font on the reader's side changes no line break.
 */
export class SvgWords implements WordCanvas {
  font = '';
  fillStyle: unknown = '';
  textAlign = 'left';
  textBaseline = 'top';
  direction = 'ltr';
  private readonly elements: string[] = [];

  constructor(
    private readonly ruler: { font: string; measureText(text: string): { readonly width: number } },
  ) {}

  /** What was written, as SVG. */
  content(): string {
    return this.elements.join('');
  }

  measureText(text: string): { readonly width: number } {
    this.ruler.font = this.font;
    return this.ruler.measureText(text);
  }

  /** From the top of the text, at its left or right end, as `textBaseline` top and `textAlign` have it. */
  fillText(text: string, x: number, y: number): void {
    const size = Number(/(\d+)px/.exec(this.font)?.[1] ?? 16);
    const weight = this.font.startsWith('bold') ? ' font-weight="bold"' : '';
    const direction = this.direction === 'rtl' ? ' direction="rtl"' : '';
    // Where a text ends on the right, a line that runs to the left begins.
    const anchor = this.textAlign === 'right' && direction === '' ? ' text-anchor="end"' : '';
    this.elements.push(
      `<text x="${String(x)}" y="${String(y + size)}"${direction}${anchor} font-family="${FAMILY}"` +
        ` font-size="${String(size)}"${weight} fill="${String(this.fillStyle)}"` +
        ` textLength="${this.measureText(text).width.toFixed(1)}" lengthAdjust="spacingAndGlyphs">` +
        `${escapeXml(text)}</text>`,
    );
  }
}

const FAMILY = "'Noto Sans', 'Noto Sans Arabic', 'Noto Sans SC', system-ui, sans-serif";

/** A text as content or attribute of an XML element. */
export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
