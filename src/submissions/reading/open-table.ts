import { Problem } from '../../platform/problem.js';
import type { Answers } from '../checking/answers.js';
import type { RowVocabulary } from '../checking/row-vocabulary.js';
import type { SheetRow } from '../checking/sheet-row.js';
import { shownValue } from '../checking/row-problem.js';
import type { ByteSource } from './byte-source.js';
import { CellSurvey, type CellFormats } from './cell-formats.js';
import { withRemembered, type Given, type RecallMapping } from './given.js';
import type { Grid } from './grid.js';
import { isHeaderCell } from './header-cell.js';
import type { LayoutDraft } from './layouts/draft.js';
import type { LayoutProblem } from './layouts/layout.js';
import type { Unrolled } from './layouts/table-layout.js';
import { openGrid } from './open-grid.js';
import type { Question } from './question.js';
import { recogniseLayout } from './recognise-layout.js';
import { decidedAs, readAsText } from './read-as.js';
import { givenBy, givenTo, returnedRows } from './reason-columns.js';
import { RepairLog } from './repair.js';

/** A table of which is known how it is to be read. */
export interface OpenedTable {
  /** How the table is read (`readAsText`), then the cells of its header as they were sent. */
  readonly header: readonly string[];
  /** Indexes of the cells that say who took part. */
  readonly groupsAt: readonly number[];
  readonly formats: CellFormats;
  /** The sender said what the values are multiplied by, now or when the whole table was sent. */
  readonly isScaleSaid: boolean;
  /** The rows taken apart into figures, as fast as they are asked for. To be read once. */
  readonly rows: AsyncIterable<readonly Unrolled[]>;
  /** What was read otherwise than it stands so far; whole once the rows were read to their end. */
  repairs(): RepairLog;
}

export type TableOpening =
  | { readonly table: OpenedTable }
  | { readonly problems: readonly LayoutProblem[]; readonly repairs: RepairLog };

/** Rows among which a layout is recognised. */
const HEAD = 200;

/**
 * Opens what was sent as a table of figures: finds out what kind of file it is, which layout it has and how it writes
 * numbers, years and areas. Reads it once from end to end for that.
 * @param recall mappings of earlier files
 * @throws Problem needs_answer (422) with the questions that the file leaves open; why it is no table that can be read
 */
export async function openTable(
  source: ByteSource,
  vocabulary: RowVocabulary,
  answers: Answers,
  recall?: RecallMapping,
): Promise<TableOpening> {
  const { encoding, sheet } = answers;
  const sent = await openGrid(source, {
    ...(encoding === undefined ? {} : { encoding }),
    ...(sheet === undefined ? {} : { sheet }),
    isHeader: isHeaderCell,
  });
  refuseOpen(sent.questions);
  const returned = await returnedRows(sent);
  const grid = returned?.grid ?? sent;
  const asked = returned === undefined ? answers : { ...answers, given: givenTo(returned, answers.given) };
  const survey = await surveyGrid(grid, vocabulary, asked.given, recall);
  if ('problems' in survey) return { problems: survey.problems, repairs: repairsOf(grid) };
  const { draft, cells } = survey;
  const decision = cells.decide(vocabulary.areas, hintsOf(grid, draft, answers));
  const { formats, hasSigns, repairs, questions } =
    returned?.readAs === undefined
      ? decision
      : decidedAs(returned.readAs, decision, {
          isWorkbook: grid.sheet !== undefined,
          isAnswered: answers.decimal !== undefined,
        });
  const settled = draft.settle((cell) => 'value' in vocabulary.areas.read(cell, formats.areas));
  if ('problems' in settled) return { problems: settled.problems, repairs: repairsOf(grid) };
  refuseOpen(questions);
  const { layout } = settled;
  return {
    table: {
      header: [
        readAsText(formats, givenBy(draft.plan, layout.hasOneIndicator), hasSigns),
        ...(survey.head.find(({ row }) => row === layout.headerRow)?.cells ?? []),
      ],
      groupsAt: draft.plan.roles.groups ?? [],
      formats,
      isScaleSaid: asked.given.scale !== undefined,
      rows: unrolled(grid, (row) => unsettled(row) ?? layout.unroll(row)),
      repairs: () => {
        const whole = repairsOf(grid);
        const { mappedOn } = draft.plan.header.given;
        if (mappedOn !== undefined) whole.add('mapping_remembered', undefined, { mappedOn });
        whole.addAll(layout.repairs.repairs);
        whole.addAll(repairs);
        return whole;
      },
    },
  };
}

/** @throws Problem needs_answer */
export function refuseOpen(questions: readonly Question[]): void {
  if (questions.length === 0) return;
  throw new Problem('needs_answer', 422, { questions: questions.length }, [], { questions });
}

function repairsOf(grid: Grid): RepairLog {
  const log = new RepairLog();
  log.addAll(grid.repairs);
  return log;
}

function hintsOf(grid: Grid, { plan }: LayoutDraft, { decimal }: Answers) {
  const [value, ...others] = plan.values;
  const column = value === undefined || others.length > 0 ? undefined : plan.header.columns[value.index];
  return {
    ...(grid.delimiter === undefined ? {} : { delimiter: grid.delimiter }),
    pointIsDecimal: grid.sheet !== undefined,
    ...(decimal === undefined ? {} : { answer: decimal }),
    ...(column === undefined ? {} : { column }),
  };
}

type Survey =
  | { readonly draft: LayoutDraft; readonly cells: CellSurvey; readonly head: readonly SheetRow[] }
  | { readonly problems: readonly LayoutProblem[] };

/** Recognises the layout by the first rows and shows it all of them. */
async function surveyGrid(
  grid: Grid,
  vocabulary: RowVocabulary,
  given: Given,
  recall: RecallMapping | undefined,
): Promise<Survey> {
  const recognised = (rows: readonly SheetRow[]) =>
    recogniseLayout(rows, vocabulary, withRemembered(given, rows, recall));
  const cells = new CellSurvey();
  let head: readonly SheetRow[] = [];
  let draft: LayoutDraft | undefined;
  const see = (rows: readonly SheetRow[], seen: LayoutDraft): void => {
    for (const row of rows) {
      seen.see(row);
      for (const { area, year, value, indicator } of seen.surveyed(row)) {
        cells.see(area, year, value, row.row, vocabulary.indicator(indicator));
      }
    }
  };
  for await (const batch of grid.rows()) {
    if (draft !== undefined) {
      see(batch, draft);
      continue;
    }
    head = head.length === 0 ? batch : [...head, ...batch];
    if (head.length < HEAD) continue;
    const recognition = recognised(head.slice(0, HEAD));
    if ('problems' in recognition) return recognition;
    ({ draft } = recognition);
    see(head, draft);
    head = head.slice(0, HEAD);
  }
  if (draft !== undefined) return { draft, cells, head };
  const recognition = recognised(head);
  if ('problems' in recognition) return recognition;
  see(head, recognition.draft);
  return { draft: recognition.draft, cells, head };
}

async function* unrolled(
  grid: Grid,
  unroll: (row: SheetRow) => Unrolled,
): AsyncGenerator<readonly Unrolled[]> {
  for await (const batch of grid.rows()) yield batch.map(unroll);
}

/** A row that came back with the mark by which its sender was asked to settle it. */
function unsettled({ row, cells, unsettled: value }: SheetRow): Unrolled | undefined {
  if (value === undefined) return undefined;
  return { rows: [], problems: [{ row, code: 'not_settled', value: shownValue(value) }], sent: cells };
}
