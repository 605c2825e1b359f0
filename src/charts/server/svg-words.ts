import type { WordCanvas } from './picture-words.js';

/**
 * A canvas for words that writes SVG elements: letters stay letters, to be searched and read aloud, and weigh little.
 * Each line is held to the width it was measured with, so that another font on the reader's side changes no line break.
 */
export class SvgWords implements WordCanvas {
  font = '';
  fillStyle: unknown = '';
  strokeStyle: unknown = '';
  lineWidth = 1;
  textAlign = 'left';
  textBaseline = 'top';
  private dash: readonly number[] = [];
  private path = '';
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

  /** From the top left of the text, as `textBaseline` top and `textAlign` left have it. */
  fillText(text: string, x: number, y: number): void {
    const size = Number(/(\d+)px/.exec(this.font)?.[1] ?? 16);
    const weight = this.font.startsWith('bold') ? ' font-weight="bold"' : '';
    this.elements.push(
      `<text x="${String(x)}" y="${String(y + size)}" font-family="'Noto Sans', system-ui, sans-serif"` +
        ` font-size="${String(size)}"${weight} fill="${String(this.fillStyle)}"` +
        ` textLength="${this.measureText(text).width.toFixed(1)}" lengthAdjust="spacingAndGlyphs">` +
        `${escapeXml(text)}</text>`,
    );
  }

  setLineDash(dash: number[]): void {
    this.dash = dash;
  }

  beginPath(): void {
    this.path = '';
  }

  moveTo(x: number, y: number): void {
    this.path += `M${String(x)} ${String(y)}`;
  }

  lineTo(x: number, y: number): void {
    this.path += `L${String(x)} ${String(y)}`;
  }

  stroke(): void {
    this.elements.push(
      `<path d="${this.path}" fill="none" stroke="${String(this.strokeStyle)}" stroke-width="${String(this.lineWidth)}"` +
        ` stroke-dasharray="${this.dash.join(' ')}"/>`,
    );
  }
}

/** A text as content or attribute of an XML element. */
export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
