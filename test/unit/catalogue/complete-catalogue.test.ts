import { completeCatalogue, type EarlierCatalogue } from '../../../src/catalogue/complete-catalogue.js';
import { aCatalogue, aMethod } from '../scoring/a-catalogue.js';

describe('completeCatalogue', () => {
  it('puts in what the code took for granted before it was a setting', () => {
    const { notApplicable, method, ...catalogue } = aCatalogue();
    const { powers, weights, partlyWeight, missing, growth, aggregates, uncertainty, ...rest } = method;
    const { commitmentIfMeasured, commitmentOtherwise, matchedShare, rank, ...coverage } = method.coverage;
    const { rangePoints, ...grades } = method.grades;
    const earlier: EarlierCatalogue = { ...catalogue, method: { ...rest, coverage, grades } };
    const complete = completeCatalogue(earlier);
    expect(complete.notApplicable).toEqual(notApplicable);
    expect(complete.method).toEqual({
      ...rest,
      ...{ powers, weights, partlyWeight, missing, growth },
      aggregates: { ...aggregates, populationYear: 2023 },
      uncertainty: { ...uncertainty, seed: 20_260_101 },
      coverage: { ...coverage, commitmentIfMeasured, commitmentOtherwise, matchedShare, rank },
      grades: { ...grades, rangePoints },
    });
  });

  it('leaves what a catalogue says itself as it is', () => {
    const method = aMethod({ partlyWeight: 0.3, missing: { rule: 'regional_mean', minValues: 9 } });
    const catalogue = aCatalogue({
      method,
      notApplicable: [{ area: 'AAA', indicator: 'ONLINE', reason: 'none' }],
    });
    expect(completeCatalogue(catalogue)).toEqual(catalogue);
  });
});
