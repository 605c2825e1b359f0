import { ApiProperty } from '@nestjs/swagger';
import type { Catalogue, Framework, Goal, Principle } from '../../catalogue/catalogue.js';

export class LadderLevelResponse {
  @ApiProperty({ type: Number, description: 'Counts up from 0', example: 3, minimum: 0 })
  readonly level!: number;

  @ApiProperty({ type: String, example: 'Working' })
  readonly name!: string;

  @ApiProperty({
    type: String,
    description: 'What is the case at this level',
    example: 'It is in force, has people and money, and its effects can be seen.',
  })
  readonly means!: string;
}

export class FrameworkResponse {
  @ApiProperty({ type: String, example: 'iww' })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: String, description: 'Version of the framework' })
  readonly version!: string;

  @ApiProperty({ type: String })
  readonly description!: string;

  @ApiProperty({ type: String, description: 'Where the framework comes from' })
  readonly source!: string;

  @ApiProperty({ type: String, description: 'Edition of the scores', example: '2026' })
  readonly edition!: string;

  @ApiProperty({ type: Number, description: 'Last year that counts in this edition', example: 2026 })
  readonly asOfYear!: number;

  @ApiProperty({ type: String, description: 'Version of the scoring method', example: '1.0' })
  readonly methodVersion!: string;

  @ApiProperty({ type: Object, description: 'Every setting of the scoring method' })
  readonly method!: Catalogue['method'];

  @ApiProperty({ type: [LadderLevelResponse], description: 'Levels on which communities assess' })
  readonly ladder!: readonly LadderLevelResponse[];
}

export function frameworkResponse(
  framework: Framework,
  { method, ladder }: Pick<Catalogue, 'method' | 'ladder'>,
): FrameworkResponse {
  const { code, name, version, description, source } = framework;
  const { edition, asOfYear, version: methodVersion } = method;
  const levels = ladder.map(({ level, name: called, means }) => ({ level, name: called, means }));
  return {
    code,
    name,
    version,
    description,
    source,
    edition,
    asOfYear,
    methodVersion,
    method,
    ladder: levels,
  };
}

export class PrincipleResponse {
  @ApiProperty({ type: String, example: 'P1' })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: Number, description: 'Weight among its siblings' })
  readonly weight!: number;

  @ApiProperty({ type: String, description: 'Where its wording comes from' })
  readonly source!: string;
}

export function principleResponse({ code, name, weight, source }: Principle): PrincipleResponse {
  return { code, name, weight, source };
}

export class GoalResponse {
  @ApiProperty({ type: String, example: 'P1.1' })
  readonly code!: string;

  @ApiProperty({ type: String, description: 'Principle it belongs to', example: 'P1' })
  readonly principle!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: Number, description: 'Weight among its siblings' })
  readonly weight!: number;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Words of the framework’s own paper, if carried over',
  })
  readonly officialText!: string | null;

  @ApiProperty({ type: String, description: 'What the goal is derived from' })
  readonly basis!: string;
}

export function goalResponse({ code, principle, name, weight, officialText, basis }: Goal): GoalResponse {
  return { code, principle, name, weight, officialText: officialText ?? null, basis };
}
