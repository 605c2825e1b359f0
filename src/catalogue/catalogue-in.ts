import { areaName } from '../language/area-name.js';
import { sourceLanguage, type Language } from '../language/language.js';
import { withoutUndefined } from '../platform/without-undefined.js';
import type { Catalogue, Indicator, NamedKind, ToldKind } from './catalogue.js';
import { lookUp, type LookUp } from './look-up.js';
import { nameIn } from './name-in.js';
import { exampleCode, linkCode } from './source-texts.js';
import { frameworkIn, textIn, unitIn } from './text-in.js';

const translated = new WeakMap<LookUp, Map<Language, LookUp>>();

/** The catalogue with its names, units and texts in a language; the same value for the same catalogue. */
export function lookUpIn(from: LookUp, language: Language): LookUp {
  if (language === sourceLanguage) return from;
  const known = translated.get(from) ?? new Map<Language, LookUp>();
  translated.set(from, known);
  const inLanguage = known.get(language) ?? lookUp(catalogueIn(from.catalogue, language), from.version);
  known.set(language, inLanguage);
  return inLanguage;
}

/**
 * What a catalogue says in a language: codes, numbers and what publishers wrote stay as they are; what the language has
 * no words for stays English.
 */
function catalogueIn(catalogue: Catalogue, language: Language): Catalogue {
  const named = <Thing extends { readonly code: string }>(
    kind: NamedKind,
    things: readonly Thing[],
  ): Thing[] => things.map((thing) => ({ ...thing, name: nameIn(catalogue, language, kind, thing.code) }));
  const told = (kind: ToldKind, code: string, field: string, english: string): string =>
    textIn(catalogue, language, kind, code, field) ?? english;
  return {
    ...catalogue,
    framework: frameworkIn(catalogue, language),
    principles: named('principle', catalogue.principles),
    goals: named('goal', catalogue.goals),
    issues: named('issue', catalogue.issues),
    ...withoutUndefined({
      actionLines: catalogue.actionLines && named('action_line', catalogue.actionLines),
      sdgTargets:
        catalogue.sdgTargets &&
        named('sdg_target', catalogue.sdgTargets).map((target) => ({
          ...target,
          goalName: nameIn(catalogue, language, 'sdg_goal', target.goal),
        })),
    }),
    objectives: named('objective', catalogue.objectives),
    groups: named('group', catalogue.groups),
    areas: catalogue.areas.map((area) => ({ ...area, name: areaName(language, area) })),
    indicators: named('indicator', catalogue.indicators).map((one) => indicatorIn(one, catalogue, language)),
    ladder: catalogue.ladder.map((level) => ({
      ...level,
      name: told('ladder', String(level.level), 'name', level.name),
      means: told('ladder', String(level.level), 'means', level.means),
    })),
    ...(catalogue.ladderExamples && {
      ladderExamples: catalogue.ladderExamples.map((one) => ({
        ...one,
        example: told('ladder_example', exampleCode(one), 'example', one.example),
      })),
    }),
    commitments: catalogue.commitments.map((commitment) => ({
      ...commitment,
      title: nameIn(catalogue, language, 'commitment', commitment.id),
      ...withoutUndefined({
        measurableBy: textIn(catalogue, language, 'commitment', commitment.id, 'measurable_by'),
      }),
    })),
    crosswalk: catalogue.crosswalk.map((link) => ({
      ...link,
      reason: told('crosswalk', linkCode(link), 'reason', link.reason),
    })),
  };
}

function indicatorIn(indicator: Indicator, catalogue: Catalogue, language: Language): Indicator {
  const told = (field: string): string | undefined =>
    textIn(catalogue, language, 'indicator', indicator.code, field);
  return {
    ...indicator,
    unit: unitIn(catalogue, language, indicator.unit),
    definition: told('definition') ?? indicator.definition,
    goalpostReason: told('goalpost_reason') ?? indicator.goalpostReason,
    ...withoutUndefined({ targetBasis: told('target_basis'), caveats: told('caveats') }),
  };
}
