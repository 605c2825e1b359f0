import type {
  Observation,
  ObservationChanges,
  ObservationSnapshot,
  SeriesEdition,
} from '../../../src/observations/observation.js';
import type { Figure } from './a-catalogue.js';

type EditionOf = Pick<Figure, 'indicator' | 'source' | 'edition' | 'community'>;

/** Facts that grow batch by batch as they do in the database: one live observation for each key, nothing lost. */
export class Ledger {
  private readonly observations: Observation[] = [];
  private readonly live = new Map<string, number>();
  private readonly ids = new Map<string, number>();
  private readonly editions = new Map<string, SeriesEdition>();
  private revision = 0;

  /** Gives series editions their ids, as a transaction does that has not ended yet. */
  reserve(editions: readonly EditionOf[]): void {
    for (const edition of editions) this.idOf(edition);
  }

  /** Tells something of series editions, also of those nobody has used yet. */
  describe(editions: readonly EditionOf[], url: string): void {
    for (const edition of editions) this.editions.set(keyOf(edition), { ...this.editionOf(edition), url });
  }

  accept(figures: readonly Figure[]): number {
    this.revision += 1;
    figures.forEach((figure, i) => {
      const { area = 'AAA', indicator, year, value, status = 'normal' } = figure;
      const { id } = this.editionOf(figure);
      const key = JSON.stringify([area, indicator, year, id]);
      const place = this.live.get(key);
      const before = place === undefined ? undefined : this.observations[place];
      if (before?.value === value && before.status === status) return;
      if (before?.revisionFrom === this.revision) return;
      if (place !== undefined && before !== undefined) {
        this.observations[place] = { ...before, revisionTo: this.revision };
      }
      const batch = { submissionId: this.revision, rowNumber: i + 2, revisionFrom: this.revision };
      this.live.set(key, this.observations.length);
      this.observations.push({ area, indicator, year, value, status, seriesEditionId: id, ...batch });
    });
    return this.revision;
  }

  snapshot(): ObservationSnapshot {
    return {
      revision: this.revision,
      observations: this.observations.filter(({ revisionTo }) => revisionTo === undefined),
      seriesEditions: this.allEditions(),
    };
  }

  changesSince(since: number): ObservationChanges {
    const isNew = ({ revisionFrom }: Observation): boolean => revisionFrom > since;
    return {
      since,
      revision: this.revision,
      removed: this.observations.filter((one) => !isNew(one) && (one.revisionTo ?? 0) > since),
      added: this.observations.filter((one) => isNew(one) && one.revisionTo === undefined),
      seriesEditions: this.allEditions(),
    };
  }

  /** Like those that are read from a database: equal values, never the same ones. */
  private allEditions(): ReadonlyMap<number, SeriesEdition> {
    const inOrder = [...this.editions.values()].sort((a, b) => a.id - b.id);
    return new Map(inOrder.map((edition) => [edition.id, { ...edition }]));
  }

  private idOf(of: EditionOf): number {
    const id = this.ids.get(keyOf(of)) ?? this.ids.size + 1;
    this.ids.set(keyOf(of), id);
    return id;
  }

  private editionOf(of: EditionOf): SeriesEdition {
    const { indicator, source = 'S', edition = 'E', community = 'published' } = of;
    const known = this.editions.get(keyOf(of)) ?? {
      id: this.idOf(of),
      indicator,
      community,
      source,
      edition,
      published: of.community === undefined,
    };
    this.editions.set(keyOf(of), known);
    return known;
  }
}

function keyOf({ indicator, source = 'S', edition = 'E', community = 'published' }: EditionOf): string {
  return JSON.stringify([indicator, community, source, edition]);
}
