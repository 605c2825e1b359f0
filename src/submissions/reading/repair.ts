/** A column of a sheet as its sender sees it. */
export interface SheetColumn {
  readonly letter: string;
  /** What its header says; may be empty. */
  readonly name: string;
}

/** One cell, or the whole file where no column is named, as it was sent and as it is read. */
export interface RepairExample {
  /** Row of the spreadsheet, 1 = first. */
  readonly row: number;
  readonly column?: SheetColumn;
  readonly before: string;
  readonly after: string;
}

/** Something read otherwise than it stood in the file: "we changed this". */
export interface Repair {
  readonly code: string;
  readonly count: number;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly example?: RepairExample;
}

/** Characters of a cell that an example keeps. */
const SHOWN = 200;

/** Different repairs that are kept apart; beyond, those of further columns are counted with the first of their code. */
const MOST_KEPT = 500;

/** Gathers repairs by code and column, in the order they are met; the first of each is its example. */
export class RepairLog {
  private readonly kept = new Map<string, Repair & { count: number }>();

  /** @param times how many cells, rows or columns this one stands for */
  add(
    code: string,
    example?: RepairExample,
    params?: Readonly<Record<string, string | number>>,
    times = 1,
  ): void {
    const own = `${code} ${example?.column?.letter ?? ''}`;
    const key = this.kept.has(own) || this.kept.size < MOST_KEPT ? own : code;
    const before = this.kept.get(key);
    if (before !== undefined) before.count += times;
    else {
      this.kept.set(key, {
        code,
        count: times,
        ...(params === undefined ? {} : { params }),
        ...(example === undefined ? {} : { example: shown(example) }),
      });
    }
  }

  /** Takes over what another log gathered. */
  addAll(repairs: Iterable<Repair>): void {
    for (const { code, count, params, example } of repairs) this.add(code, example, params, count);
  }

  get repairs(): readonly Repair[] {
    return Array.from(this.kept.values(), (repair) => ({ ...repair }));
  }
}

/** Repairs of a file that is read several times: those told beforehand and those of the reading begun last. */
export class ReadingRepairs {
  private latest = new RepairLog();

  constructor(private readonly before: RepairLog) {}

  /** The log of a reading that begins; readings before it may have been cut short and do not count any more. */
  begin(): RepairLog {
    this.latest = new RepairLog();
    return this.latest;
  }

  get repairs(): readonly Repair[] {
    const whole = new RepairLog();
    whole.addAll(this.before.repairs);
    whole.addAll(this.latest.repairs);
    return whole.repairs;
  }
}

function shown(example: RepairExample): RepairExample {
  return { ...example, before: cut(example.before), after: cut(example.after) };
}

function cut(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
