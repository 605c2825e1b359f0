import type { JSX } from 'preact';
import type { TargetSummary } from '../../reports/report.js';
import type { Frame } from '../layout.js';
import { Mark } from './status.js';

interface TargetTableProps {
  readonly frame: Frame;
  readonly targets: readonly TargetSummary[];
  /** As-of year. */
  readonly year: number;
}

const statuses = [
  'target_met',
  'on_track',
  'needs_acceleration',
  'limited',
  'regressing',
  'target_missed',
  'not_assessable',
] as const;

/** How many countries have which status on each target that States agreed on. */
export function TargetTable({ frame, targets, year }: TargetTableProps): JSX.Element | null {
  const { words, named } = frame;
  if (targets.length === 0) return null;
  const shown = statuses.filter((status) => targets.some((target) => target.statuses[status] > 0));
  return (
    <section>
      <h2>{words.t('targets.title')}</h2>
      <table class="lines ledger">
        <caption>{words.t('targets.caption', { year: words.year(year) })}</caption>
        <thead>
          <tr>
            <th scope="col">{words.t('way.target')}</th>
            {shown.map((status) => (
              <th key={status} scope="col" class="number">
                <Mark of={status} words={words} />
              </th>
            ))}
            <th scope="col" class="number">
              {words.t('targets.without')}
            </th>
          </tr>
        </thead>
        <tbody>
          {targets.map((target) => (
            <tr key={target.indicator}>
              <th scope="row">
                <a href={words.to('indicators', target.indicator)}>
                  {named('indicator', { code: target.indicator, name: target.name })}
                </a>{' '}
                <span class="unit">
                  {words.t('way.by', {
                    value: words.quantity(target.target, frame.unit(target.unit)),
                    year: words.year(target.targetYear),
                  })}
                </span>
              </th>
              {shown.map((status) => (
                <td key={status} class="number" data-label={words.t(`status.${status}`)}>
                  {target.statuses[status]}
                </td>
              ))}
              <td class="number quiet" data-label={words.t('targets.without')}>
                {target.without}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
