import { Injectable } from '@nestjs/common';
import type { Area } from '../../catalogue/catalogue.js';
import type { LookUp } from '../../catalogue/look-up.js';
import { viewsOf } from '../../catalogue/views.js';
import { Problem } from '../../platform/problem.js';
import { requireFound } from '../../platform/require-found.js';
import { findNode } from '../find-node.js';
import { MomentService } from '../moment.service.js';
import { ReportMemory } from '../report-memory.js';
import type { ReportMoment } from '../report-moment.js';
import { compareReport, type CompareReport } from './compare-report.js';

/** So many countries and groups together, and so many nodes, stand beside each other. */
export const MOST_COMPARED = 10;

/** So many comparisons are kept of one state of the data. */
const KEPT = 64;

/** What is asked to stand beside each other, by code; without nodes, the principles. */
export interface CompareQuestion {
  readonly areas: readonly string[];
  readonly groups: readonly string[];
  readonly nodes: readonly string[];
}

/** Countries and groups of the reader's choice beside each other. */
@Injectable()
export class CompareService {
  private readonly memory = new ReportMemory(KEPT);

  constructor(private readonly moments: MomentService) {}

  /**
   * @throws Problem `area_not_found`, `area_without_report`, `group_not_found`, `node_not_found`, or
   *   `too_many_compared`
   */
  async compare(question: CompareQuestion, moment?: ReportMoment): Promise<CompareReport> {
    const sources = await this.moments.at(moment);
    const { lookUp } = sources;
    const { principles, groups: allGroups } = lookUp.catalogue;
    const areas = [...new Set(question.areas)];
    const groups = [...new Set(question.groups)];
    const nodes = [...new Set(question.nodes)];
    if (Math.max(areas.length + groups.length, nodes.length) > MOST_COMPARED)
      throw new Problem('too_many_compared', 400, { most: MOST_COMPARED });
    const compared = {
      areas: areas.map((code) => scoredArea(code, lookUp)),
      groups: groups.map((code) =>
        requireFound(lookUp.group(code), 'group_not_found', code, codesOf(allGroups)),
      ),
      nodes: (nodes.length === 0 ? codesOf(principles) : nodes).map((code) =>
        requireFound(findNode(code, lookUp), 'node_not_found', code, nodeCodes(lookUp)),
      ),
    };
    return this.memory.remember(sources, JSON.stringify([areas, groups, nodes]), () =>
      compareReport(compared, sources),
    );
  }
}

function scoredArea(code: string, lookUp: LookUp): Area {
  const area = requireFound(lookUp.area(code), 'area_not_found', code, codesOf(lookUp.scoredAreas));
  if (!area.scored) throw new Problem('area_without_report', 404, { code, name: area.name });
  return area;
}

/** Codes of everything that areas can be compared on. */
export function nodeCodes({ catalogue }: LookUp): readonly string[] {
  const { framework, principles, goals, indicators, commitments, objectives } = catalogue;
  return [
    ...codesOf([framework, ...principles, ...goals, ...indicators, ...viewsOf(catalogue), ...objectives]),
    ...commitments.map(({ id }) => id),
  ];
}

function codesOf(things: readonly { readonly code: string }[]): readonly string[] {
  return things.map(({ code }) => code);
}
