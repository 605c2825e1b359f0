import type { ReportSources } from '../../reports/report-sources.js';
import type { CodeLists } from '../../reports/sdmx/code-lists.js';
import type { PerSeries } from '../../reports/sdmx/row.js';
import type { Selection } from './selection.js';

/** What is asked for, and of which state. */
export interface RowQuestion {
  readonly selection: Selection;
  readonly lists: CodeLists;
  readonly sources: ReportSources;
  readonly perSeries: PerSeries;
  /** Only what changed after this data revision. */
  readonly changedAfter?: number | undefined;
}
