import type { JSX } from 'preact';
import type { IndicatorLine } from '../../reports/report.js';
import type { Words } from '../words.js';

interface ValueLinkProps {
  readonly line: Pick<IndicatorLine, 'figure' | 'value' | 'year'>;
  readonly words: Words;
  readonly withYear?: boolean;
}

/** The value of an indicator, leading to the figure it stands on; nothing where there is none. */
export function ValueLink({ line, words, withYear = false }: ValueLinkProps): JSX.Element | null {
  const { figure, value, year } = line;
  if (figure === undefined || value === undefined) return null;
  return (
    <>
      <a href={words.to('observations', figure.observation)}>{words.value(value)}</a>
      {withYear && year !== undefined && <span class="remark">{words.year(year)}</span>}
    </>
  );
}
