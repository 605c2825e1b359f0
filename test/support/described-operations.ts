import type { OpenAPIObject } from '@nestjs/swagger';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

type PathItem = OpenAPIObject['paths'][string];
export type Operation = NonNullable<PathItem['get']>;

/** A parameter or a body's field as the description tells it. */
export interface DescribedParameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

export interface DescribedOperation {
  /** In capitals. */
  readonly method: string;
  /** With its parts in braces. */
  readonly path: string;
  readonly operation: Operation;
  readonly parameters: readonly DescribedParameter[];
  readonly needsKey: boolean;
}

/** Everything a description tells of, in its order. */
export function describedOperations({ paths }: OpenAPIObject): readonly DescribedOperation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      if (operation === undefined) return [];
      const parameters = (operation.parameters ?? []) as unknown as readonly DescribedParameter[];
      const ways = operation.security ?? [];
      const needsKey = ways.length > 0 && ways.every((way) => Object.keys(way).length > 0);
      return [{ method: method.toUpperCase(), path, operation, parameters, needsKey }];
    }),
  );
}

/** Address of an operation with the examples of the parts it cannot do without. */
export function exampleAddress({ path, parameters }: DescribedOperation): string {
  const needed = parameters.filter(({ in: place, required }) => place === 'query' && required === true);
  const query = new URLSearchParams(needed.map(({ name, schema }) => [name, String(schema['example'])]));
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const part = parameters.find((parameter) => parameter.in === 'path' && parameter.name === name);
    return encodeURIComponent(String(part?.schema['example']));
  });
  return needed.length === 0 ? filled : `${filled}?${query.toString()}`;
}
