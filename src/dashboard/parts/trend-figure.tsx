import type { JSX } from 'preact';
import type { TrendSpecification } from '../../charts/trend-specification.js';
import { worthDrawing } from '../../charts/worth-drawing.js';
import { explainAddress } from '../explain-address.js';
import type { Frame } from '../layout.js';
import { ChartFigure } from './chart-figure.js';
import { ChartNotes } from './chart-notes.js';

interface TrendFigureProps {
  readonly trend: TrendSpecification;
  /** Area and node or indicator, for the same chart as a picture. */
  readonly area: string;
  readonly node: string;
  readonly frame: Frame;
  /** How its figures are printed: scores with one decimal, values with their own digits. */
  readonly print: (value: number) => string;
}

/** A chart over time. What a sentence tells as well is not drawn. */
export function TrendFigure({ trend, area, node, frame, print }: TrendFigureProps): JSX.Element {
  if (worthDrawing(trend))
    return (
      <ChartFigure frame={frame} question={{ chart: 'trend', area, node }} chart={trend} print={print} />
    );
  return (
    <figure class="chart">
      <figcaption>
        <strong>{trend.title}</strong>
        <span class="unit">{trend.unit}</span>
      </figcaption>
      <p>
        <a href={explainAddress(frame.words, area, node)}>{trend.summary}</a>
      </p>
      <ul class="notes">
        <ChartNotes chart={trend} words={frame.words} />
      </ul>
    </figure>
  );
}
