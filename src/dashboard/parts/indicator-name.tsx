import type { JSX } from 'preact';
import type { Indicator } from '../../catalogue/catalogue.js';
import type { Frame } from '../layout.js';

/** An indicator, leading to its page, with its unit. Other things of a row are named by its id. */
export function IndicatorName({
  indicator,
  frame: { words, named, unit },
}: {
  readonly indicator: Indicator;
  readonly frame: Frame;
}): JSX.Element {
  return (
    <>
      <a id={`name-${indicator.code}`} href={words.to('indicators', indicator.code)}>
        {named('indicator', indicator)}
      </a>{' '}
      <span class="unit">{unit(indicator.unit)}</span>
    </>
  );
}
