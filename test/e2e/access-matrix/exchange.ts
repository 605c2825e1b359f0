import type { Decision } from './decisions.js';
import { nowhere, open, openNotBuilt, type Rule } from './rules.js';

const SDMX = '/sdmx/v2';
/** Parts of addresses of SDMX, each below the one before. */
const STRUCTURE = { kind: 'codelist', agency: 'IWW', resource: 'CL_FREQ', version: '1.0', item: 'A' };
const DATA = { context: 'dataflow', agency: 'IWW', resource: 'SCORES', version: '1.0', key: 'A.KEN.P2' };

/** Of all data these few. */
const FEW = 'c%5BREF_AREA%5D=KEN&c%5BNODE%5D=P2';

/** What everybody reads in the formats of others. */
export const EXCHANGE: readonly Decision[] = [
  decide('GET /api/v1/feeds/countries/:iso3.atom', open, { iso3: 'KEN' }),
  decide('GET /api/v1/feeds/issues/:code.atom', open, { code: 'ACCESS' }),
  decide('GET /api/v1/feeds/commitments/:id.atom', open, { id: 'GDC-11b' }),
  decide('GET /api/v1/feeds/indicators/:code.atom', open, { code: 'UI_NETUSE' }),
  decide('GET /api/v1/feeds/communities/:code.atom', open, { code: 'african-igf' }),
  decide('GET /api/v1/feeds/releases.atom', open),
  decide('GET /catalog.jsonld', open),
  decide('GET /sitemap.xml', open),
  decide('GET /sitemaps/:lang.xml', open),
  decide('GET /sitemaps/:lang.xml', nowhere, { lang: 'tlh' }, 'a language that is not spoken'),
  decide('GET /robots.txt', open),
  ...below('structure', STRUCTURE, () => open),
  // Without a resource all flows are meant, and one at a time is given
  ...below('data', DATA, (parts) => ('resource' in parts ? open : openNotBuilt)),
  ...below('availability', { ...DATA, component: 'NODE' }, (parts) =>
    'resource' in parts ? open : openNotBuilt,
  ),
  ...['schema', 'metadata', 'registration'].flatMap((name) => [
    decide(`GET ${SDMX}/${name}`, openNotBuilt),
    decide(`GET ${SDMX}/${name}/*`, openNotBuilt),
  ]),
];

/** An address, and those below it that name a part more each. */
function below(
  name: string,
  parts: Readonly<Record<string, string>>,
  ruleOf: (parts: Readonly<Record<string, string>>) => Rule,
): readonly Decision[] {
  const all = Object.entries(parts);
  return [undefined, ...all.keys()].map((last) => {
    const named = all.slice(0, last === undefined ? 0 : last + 1);
    const path = named.map(([part]) => `/:${part}`).join('');
    const asked = Object.fromEntries(named);
    const query = name === 'data' ? FEW : '';
    return decide(`GET ${SDMX}/${name}${path}`, ruleOf(asked), asked, '', query);
  });
}

function decide(
  route: string,
  rule: Rule,
  parts: Readonly<Record<string, string>> = {},
  about = '',
  query = '',
): Decision {
  return { route, about, rule, ask: () => ({ parts, query }) };
}
