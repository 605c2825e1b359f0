import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { Problem } from '../platform/problem.js';
import { CheckingService, type Inspect } from '../submissions/receiving/checking.service.js';
import { COMPARISON_CODES, type RowWarning } from '../submissions/checking/warning.js';
import { ArrivalRepository } from './arrival.repository.js';
import { scaleQuestion } from './arrival-scale.js';

/** Compares what arrives with the figures that are held, and tells what is worth a second look. */
@Injectable()
export class ArrivalService implements OnModuleInit {
  constructor(
    private readonly repository: ArrivalRepository,
    private readonly catalogues: CatalogueService,
    private readonly checking: CheckingService,
  ) {}

  onModuleInit(): void {
    this.checking.inspectBy(this.inspect);
  }

  /** @throws Problem needs_answer (422) when the values of an indicator seem to be written in another scale */
  readonly inspect: Inspect = async (manager, batch) => {
    const lookUp = this.catalogues.current();
    await this.repository.layOut(manager, batch, lookUp.catalogue);
    if (!batch.isScaleSaid) {
      const evidence = await this.repository.scaleEvidence(manager);
      const question = scaleQuestion(evidence, (code) => lookUp.indicator(code)?.hardMax);
      const questions = question === undefined ? [] : [question];
      if (question !== undefined) throw new Problem('needs_answer', 422, { questions: 1 }, [], { questions });
    }
    const warnings: RowWarning[] = [];
    const warningsByCode: Record<string, number> = {};
    for (const code of COMPARISON_CODES) {
      const found = await this.repository.ask(manager, code);
      if (found.total > 0) warningsByCode[code] = found.total;
      warnings.push(...found.warnings);
    }
    const unchanged = await this.repository.unchanged(manager);
    await this.repository.clear(manager);
    return { warnings, warningsByCode, unchanged };
  };
}
