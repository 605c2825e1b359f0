import { Injectable } from '@nestjs/common';
import { sourceLanguage, type Language } from '../language/language.js';
import { lookUpIn } from './catalogue-in.js';
import { CatalogueRepository, type CatalogueKeys, type CatalogueVersion } from './catalogue.repository.js';
import type { Seeds } from './check-catalogue.js';
import { loadSeeds } from './load-seeds.js';
import { lookUp, type LookUp } from './look-up.js';

/** Seeds that are now in force, and whether their catalogue differs from the one before. */
export interface LoadedSeeds extends Seeds {
  readonly changed: boolean;
}

interface InForce {
  readonly lookUp: LookUp;
  readonly keys: CatalogueKeys;
  readonly areaCodes: ReadonlyMap<number, string>;
  readonly indicatorCodes: ReadonlyMap<number, string>;
}

/** Holds the catalogue in force as one frozen value, with the keys that growing tables use for its codes. */
@Injectable()
export class CatalogueService {
  private inForce: InForce | undefined;

  constructor(private readonly repository: CatalogueRepository) {}

  /**
   * Checks a seeds directory as a whole and puts its catalogue in force. What it says of communities and figures is
   * handed back for the rooms that keep them.
   * @throws SeedsRefused when anything in the directory is wrong, or it is of another framework; nothing is written
   */
  async loadSeeds(directory: string): Promise<LoadedSeeds> {
    const seeds = await loadSeeds(directory);
    const changed = await this.repository.replace(seeds.catalogue);
    await this.refresh();
    return { ...seeds, changed };
  }

  /** Takes up the latest stored version, e.g. after another instance loaded it. */
  async refresh(): Promise<void> {
    const latest = await this.repository.latest();
    if (latest === undefined) return;
    const keys = await this.repository.keys();
    this.inForce = {
      lookUp: lookUp(latest.catalogue, latest.id),
      keys,
      areaCodes: turned(keys.areas),
      indicatorCodes: turned(keys.indicators),
    };
  }

  /** The catalogue that was in force at a moment; the first one for moments before it. */
  inForceAt(moment: Date): Promise<CatalogueVersion | undefined> {
    return this.repository.inForceAt(moment);
  }

  /** A stored version by its number, with the SHA-256 of what is stored. @throws RangeError when there is none */
  async version(id: number): Promise<{ readonly lookUp: LookUp; readonly sha256: string }> {
    const version = await this.repository.version(id);
    if (version === undefined) throw new RangeError(`There is no catalogue version ${String(id)}`);
    return { lookUp: lookUp(version.catalogue, id), sha256: version.sha256 };
  }

  /**
   * @param language of names and texts; codes and numbers are the same in all of them
   * @throws RangeError before the first load
   */
  current(language: Language = sourceLanguage): LookUp {
    return lookUpIn(this.required().lookUp, language);
  }

  /** The key of an area in growing tables; `undefined` when there never was such a code. */
  areaId(code: string): number | undefined {
    return this.required().keys.areas.get(code);
  }

  indicatorId(code: string): number | undefined {
    return this.required().keys.indicators.get(code);
  }

  /** The code behind a key, also when it is retired. */
  areaCode(id: number): string | undefined {
    return this.required().areaCodes.get(id);
  }

  indicatorCode(id: number): string | undefined {
    return this.required().indicatorCodes.get(id);
  }

  private required(): InForce {
    if (this.inForce === undefined) throw new RangeError('No catalogue has been loaded yet');
    return this.inForce;
  }
}

function turned(ids: ReadonlyMap<string, number>): Map<number, string> {
  return new Map([...ids].map(([code, id]) => [id, code]));
}
