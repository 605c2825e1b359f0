import type { Catalogue, PopulationFigure } from '../../catalogue/catalogue.js';
import { choosePopulation, type PopulationChoice } from '../engine/per-population.js';

/** Answers which population a count of a year is divided by. */
export type PopulationOf = (area: string, year: number) => PopulationChoice | undefined;

/** Population figures by area; of two figures of one year the later one in the catalogue counts. */
export function indexPopulation({ population, method }: Catalogue): PopulationOf {
  const byArea = new Map<string, PopulationFigure[]>();
  for (const figure of population) {
    const ofArea = byArea.get(figure.area);
    if (ofArea === undefined) byArea.set(figure.area, [figure]);
    else ofArea.push(figure);
  }
  return (area, year) => choosePopulation(byArea.get(area) ?? [], year, method.asOfYear);
}
