import type { AreaFormat, CodeList } from './area-format.js';
import type { AreaReader } from './area-reader.js';
import { REGION_BESIDE } from './region-names.js';
import { foldCell } from './fold-cell.js';
import { foldName } from './fold-name.js';

/** Different cells that are looked at; there are far fewer areas. */
const MOST_SEEN = 2_000;
const FEWEST_STRANGERS = 3;
const BESIDE = new Set(REGION_BESIDE.beside.split('|').map(foldName));

/** Looks at all cells of a column that names areas, one by one. Memory does not grow with the column. */
export class AreaSurvey {
  private readonly seen = new Set<string>();

  see(cell: string): void {
    if (this.seen.size < MOST_SEEN && cell.length <= 200) this.seen.add(cell);
  }

  decide(reader: AreaReader): AreaFormat {
    const named = new Set<string>();
    const numbers = { known: 0, strange: 0 };
    const twoLetters = { known: 0, strange: 0 };
    let others = 0;
    let hasRegions = false;
    for (const cell of this.seen) {
      const { text } = foldCell(cell);
      if (text === '' || text === 'NA') continue;
      const reading = reader.read(cell);
      if ('value' in reading) named.add(reading.value);
      hasRegions ||= BESIDE.has(foldName(text));
      const list = /^\d{1,3}$/.test(text) ? numbers : /^[a-z]{2}$/i.test(text) ? twoLetters : undefined;
      if (list === undefined) others++;
      else if ('fault' in reading) list.strange++;
      else list.known++;
    }
    return {
      numbers: listOf(numbers, 1 / 3),
      twoLetters: listOf(twoLetters, 1 / 5),
      naIsNamibia: twoLetters.known >= others + numbers.known,
      named,
      hasRegions,
    };
  }
}

function listOf(
  { known, strange }: { readonly known: number; readonly strange: number },
  share: number,
): CodeList {
  return strange >= FEWEST_STRANGERS && strange > share * (known + strange) ? 'of_another_list' : 'iso';
}
