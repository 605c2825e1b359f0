import type { JSX } from 'preact';
import type { AgendaKind } from '../../catalogue/views.js';
import type { NodeReport } from '../../reports/node-report.js';
import type { Frame } from '../layout.js';

interface AgendaFactsProps {
  readonly kind: AgendaKind;
  readonly report: NodeReport;
  readonly frame: Frame;
}

/** By which rules an action line or target is scored, what is missing where it is not, and whose its name is. */
export function AgendaFacts({
  kind,
  report: { indicators, areas },
  frame: { words, method },
}: AgendaFactsProps): JSX.Element {
  const { viewMinIndicators: least, view, liveShare } = method.coverage;
  const isScored = areas.some(({ score }) => score !== undefined);
  const counts = {
    live: indicators.filter(({ live }) => live).length,
    count: indicators.length,
    share: words.percent(liveShare),
  };
  return (
    <>
      <p>{words.t('views.indicators', counts)}</p>
      {!isScored && indicators.length > 0 && (
        <p>{words.t('views.needs', { least, share: words.percent(view) })}</p>
      )}
      <p class="quiet">
        {words.t('views.sameRules')} {words.t(`views.names.${kind}`)}
      </p>
    </>
  );
}
