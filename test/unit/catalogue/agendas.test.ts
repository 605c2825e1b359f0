import { readFile } from 'node:fs/promises';
import { loadCatalogue } from '../../../src/catalogue/load-seeds.js';
import { lookUp } from '../../../src/catalogue/look-up.js';
import { nameIn } from '../../../src/catalogue/name-in.js';
import { agendasOf, viewsOf } from '../../../src/catalogue/views.js';
import { faultsWith, withSeeds } from './seeds-with.js';

const LINES = 'code,name,source\nWSIS-C2,Infrastructure,Plan\nWSIS-C3,Knowledge,Plan\n';
const TARGETS = 'code,name,goal,goal_name,source\nSDG-9.c,Access,SDG-9,Industry,Agenda\n';

/** The example, its first indicator naming these. */
async function indicatorsNaming(wsis: string, sdg: string): Promise<string> {
  const text = await readFile('seeds/examples/three-indicators/indicators.csv', 'utf8');
  const [head = '', first = '', ...rest] = text.trimEnd().split('\n');
  const lines = [`${head},wsis,sdg`, `${first},${wsis},${sdg}`, ...rest.map((line) => `${line},,`)];
  return `${lines.join('\n')}\n`;
}

describe('agendas beside the framework', () => {
  it('are views that indicators name without their prefix', async () => {
    const indicators = await indicatorsNaming('C2', '9.c');
    const names = 'kind,code,name,translation\nsdg_goal,SDG-9,Industrie,draft\n';
    const files = { 'action-lines.csv': LINES, 'sdg-targets.csv': TARGETS, 'names/fr.csv': names };
    const catalogue = await withSeeds({ 'indicators.csv': indicators, ...files }, loadCatalogue);
    expect(viewsOf(catalogue).map(({ kind, code }) => `${kind} ${code}`)).toEqual([
      'issue AIR',
      'action_line WSIS-C2',
      'action_line WSIS-C3',
      'sdg_target SDG-9.c',
    ]);
    const look = lookUp(catalogue);
    expect(look.indicatorsOfView('action_line', 'WSIS-C2').map(({ code }) => code)).toEqual(['SPILLS']);
    expect(look.indicatorsOfView('sdg_target', 'SDG-9.c').map(({ code }) => code)).toEqual(['SPILLS']);
    expect(look.indicatorsOfView('action_line', 'WSIS-C3')).toEqual([]);
    expect(nameIn(catalogue, 'fr', 'sdg_goal', 'SDG-9')).toBe('Industrie');
  });

  it('may be left out, whatever the indicators name', async () => {
    const indicators = await indicatorsNaming('C77', '9.z');
    const catalogue = await withSeeds({ 'indicators.csv': indicators }, loadCatalogue);
    expect([agendasOf(catalogue), catalogue.indicators[0]?.wsis]).toEqual([[], ['C77']]);
  });

  it('describe each view that an indicator names', async () => {
    const indicators = await indicatorsNaming('C4', '9.c');
    const files = { 'action-lines.csv': LINES, 'sdg-targets.csv': TARGETS };
    const [fault, ...others] = await faultsWith({ 'indicators.csv': indicators, ...files });
    expect(fault).toMatchObject({ file: 'indicators.csv', line: 2, field: 'wsis', value: 'C4' });
    expect(others).toEqual([]);
  });

  it('have codes with their prefix, and targets below their goal', async () => {
    const faults = await faultsWith({
      'action-lines.csv': LINES.replace('WSIS-C3', 'C3'),
      'sdg-targets.csv': TARGETS.replace('SDG-9,', 'SDG-8,'),
    });
    expect(faults.map(({ file, line, field, hint }) => [file, line, field, hint])).toEqual([
      ['action-lines.csv', 3, 'code', 'Write WSIS-C3.'],
      ['sdg-targets.csv', 2, 'goal', 'Write the goal of the target, e.g. SDG-9.'],
    ]);
  });
});
