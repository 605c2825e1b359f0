import type { JSX } from 'preact';
import type { ExplanationReport } from '../../reports/explanation.js';
import type { Frame } from '../layout.js';

/** How a score differs from that of the year before, split into its causes. */
export function ChangeSinceYear({
  frame: { words },
  report,
}: {
  readonly frame: Frame;
  readonly report: ExplanationReport;
}): JSX.Element | null {
  const { change, year } = report;
  if (change === undefined) return null;
  const { before, after, effects, unsplit } = change;
  const years = { before: words.year(change.year), now: words.year(year) };
  const moved = effects.filter(({ points }) => words.score(Math.abs(points)) !== words.score(0));
  return (
    <section id="change">
      <h2>{words.t('explanation.change', years)}</h2>
      {before === undefined || after === undefined || unsplit !== undefined ? (
        <p>{words.t(`explanation.unsplit.${unsplit ?? 'NO_SCORE_THEN'}`)}</p>
      ) : (
        <p>
          {words.t('explanation.changeSentence', {
            ...years,
            way: wayOf(after - before),
            points: words.score(Math.abs(after - before)),
            from: words.score(before),
            to: words.score(after),
          })}
        </p>
      )}
      {moved.length > 0 && (
        <table class="causes">
          <caption>{words.t('explanation.changeCaption')}</caption>
          <thead>
            <tr>
              <th scope="col">{words.t('explanation.cause')}</th>
              <th scope="col" class="number">
                {words.t('explanation.points')}
              </th>
            </tr>
          </thead>
          <tbody>
            {moved.map(({ cause, name, points }) => (
              <tr key={cause}>
                <th scope="row">{name}</th>
                <td class="number">
                  {words.t('explanation.signed', {
                    way: wayOf(points),
                    points: words.score(Math.abs(points)),
                  })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function wayOf(points: number): 'up' | 'down' | 'none' {
  if (Math.abs(points) < 0.05) return 'none';
  return points > 0 ? 'up' : 'down';
}
