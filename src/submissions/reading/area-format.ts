export type CodeList = 'iso' | 'of_another_list';

/** What the cells of a column say together of how it names areas. */
export interface AreaFormat {
  /** Numbers are UN M49, or of a list whose numbers mean other areas, as those of Correlates of War or FAO do. */
  readonly numbers: CodeList;
  /** Two letters are ISO alpha-2, or of a list such as FIPS 10-4, where GM is not the Gambia. */
  readonly twoLetters: CodeList;
  /** "NA" is the code of Namibia, not a mark that nothing is known. */
  readonly naIsNamibia: boolean;
  /** Areas that cells beyond doubt name. */
  readonly named: ReadonlySet<string>;
  /** Regions of the UN stand among the countries. */
  readonly hasRegions: boolean;
}

export const PLAIN_AREAS: AreaFormat = {
  numbers: 'iso',
  twoLetters: 'iso',
  naIsNamibia: true,
  named: new Set(),
  hasRegions: false,
};
