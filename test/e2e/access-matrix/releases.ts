import type { Ask, Decision } from './decisions.js';
import {
  open,
  openUnlessBadKey,
  publishers,
  publishersInVain,
  publishersRefused,
  releaseMakers,
  releaseMakersByKey,
  type Rule,
} from './rules.js';

const API = '/api/v1/releases';
const PAGE = '/:lang/releases';
const FILES = ['package.zip', 'manifest.json', 'frozen.json', 'citation.bib', 'citation.cff'];
const nowhere: Ask = () => ({ parts: { id: 'no-such-release' }, headers: { 'if-match': '*' } });
const form: Ask = () => ({ parts: { id: 'no-such-release' }, form: { manifest: '' } });

/** Releases: everybody reads what is published; publishers make them, which takes too long to be asked of each here. */
export const RELEASES: readonly Decision[] = [
  decide(`GET ${API}`, openUnlessBadKey),
  ...['', ...FILES.map((name) => `/${name}`)].flatMap((part) => [
    decide(`GET ${API}/:id${part}`, openUnlessBadKey, of('published'), 'published'),
    decide(`GET ${API}/:id${part}`, releaseMakersByKey, of('prepared'), 'prepared'),
  ]),
  decide(`GET ${API}/:id/manifest.json.sig`, openUnlessBadKey, of('published')),
  decide(`POST ${API}`, publishersRefused, () => ({ json: { id: 'r-x', date: '2026-13-01' } })),
  decide(`POST ${API}/:id/publication`, publishersInVain, nowhere),
  decide(`DELETE ${API}/:id`, publishers, async (world) => ({
    parts: { id: await world.release('prepared') },
    headers: { 'if-match': '*' },
  })),
  decide(`GET ${PAGE}`, open),
  decide(`GET ${PAGE}/:id`, open, of('published'), 'published'),
  decide(`GET ${PAGE}/:id`, releaseMakers, of('prepared'), 'prepared'),
  decide(`POST ${PAGE}`, publishersRefused, () => ({ form: { id: 'r-x', date: '2026-13-01' } })),
  decide(`POST ${PAGE}/:id/publication`, publishersInVain, form),
  decide(`POST ${PAGE}/:id/withdrawal`, publishersInVain, form),
];

function of(state: 'prepared' | 'published'): Ask {
  return async (world) => ({ parts: { id: await world.release(state) } });
}

function decide(route: string, rule: Rule, ask: Ask = () => ({}), about = ''): Decision {
  return { route, about, rule, ask };
}
