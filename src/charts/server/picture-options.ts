/** How a chart is drawn as a picture. Lengths in CSS pixels; a PNG has two dots a pixel. */
export interface PictureOptions {
  /** Width of the picture. */
  readonly width?: number;
  /** Height of the chart with its axes; absent: what its kind needs. The words above and below come on top. */
  readonly chartHeight?: number;
  /** Height of the whole picture, words included; wins over `chartHeight`. */
  readonly height?: number;
  readonly theme?: 'light' | 'dark';
  /** Of a PNG, to the CSS pixel; 2 when absent. */
  readonly dotsPerPixel?: number;
  /** For paper: white ground, dark enough in black and white, no view of the chart alone. */
  readonly print?: boolean;
  /** `false`: the chart alone, for whoever prints title, unit, key and notes beside it. */
  readonly words?: boolean;
}
