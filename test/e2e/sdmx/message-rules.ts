import { Ajv, type ValidateFunction } from 'ajv';
import ajvFormats from 'ajv-formats';

/**
 * What the official JSON Schemas of SDMX-JSON 2.0.0 ask of the parts that our messages have, written out and closed:
 * a member that is not named here is a fault, where the official ones let it pass.
 * Sources: sdmx-json-data-schema.json and sdmx-json-structure-schema.json 2.0.0 of the SDMX Technical Working Group.
 */
type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string', minLength: 1 };
const id: Schema = { type: 'string', pattern: '^[A-Za-z0-9_@$-]+$' };
const ncName: Schema = { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9_-]*$' };
const languageTags = '^[a-z]{2,3}(-[A-Za-z]{2})?$';
const names: Schema = {
  type: 'object',
  patternProperties: { [languageTags]: text },
  additionalProperties: false,
};
const urn: Schema = {
  type: 'string',
  pattern: '^urn:sdmx:org\\.sdmx\\.infomodel\\.[a-z]+\\.[A-Za-z]+=[^ ]+:[^ ]+\\([0-9.]+\\)([.].+)?$',
};
const count: Schema = { type: 'integer', minimum: 0 };

function object(
  properties: Readonly<Record<string, unknown>>,
  optional: Readonly<Record<string, unknown>> = {},
): Schema {
  return {
    type: 'object',
    required: Object.keys(properties),
    properties: { ...properties, ...optional },
    additionalProperties: false,
  };
}

function list(items: Schema, minItems = 0): Schema {
  return { type: 'array', items, minItems, uniqueItems: true };
}

const link = {
  ...object({ rel: text }, { href: { type: 'string', format: 'uri' }, urn, type: text }),
  anyOf: [{ required: ['href'] }, { required: ['urn'] }],
};
const meta = object(
  { id, prepared: { type: 'string', format: 'date-time' }, sender: object({ id }, { name: text }) },
  {
    schema: { type: 'string', format: 'uri' },
    test: { type: 'boolean' },
    contentLanguages: list({ type: 'string', pattern: languageTags }),
  },
);

// Data message
const dimensionValue = {
  oneOf: [
    object(
      { id, name: text },
      { names, start: { type: 'string', format: 'date-time' }, end: { type: 'string', format: 'date-time' } },
    ),
    object({ value: { type: ['string', 'number', 'boolean'] } }),
  ],
};
const dimension = object(
  { id: ncName, keyPosition: count, values: list(dimensionValue, 1) },
  { name: text, names },
);
const format = object({ dataType: { enum: ['String', 'Double', 'URI'] } });
const measure = object({ id: ncName }, { name: text, names, format });
const attribute = object(
  {
    id: ncName,
    relationship: { oneOf: [object({ dimensions: list(ncName, 1) }), object({ observation: object({}) })] },
  },
  { name: text, names, format, values: list(dimensionValue, 1) },
);
const values: Schema = { type: 'array', items: { type: ['number', 'string', 'null'] } };
const observations: Schema = {
  type: 'object',
  patternProperties: { '^[0-9]+(:[0-9]+)*$': values },
  additionalProperties: false,
};
const structure = object({
  links: list(link),
  name: text,
  names,
  dimensions: object({ dataSet: list(dimension), series: list(dimension), observation: list(dimension) }),
  measures: object({ observation: list(measure) }),
  attributes: object({ dataSet: list(attribute), series: list(attribute), observation: list(attribute) }),
  annotations: { type: 'array', maxItems: 0 },
  dataSets: list(count, 1),
});
const dataSet = {
  ...object(
    { structure: count, action: { enum: ['Information', 'Append', 'Replace', 'Delete'] }, links: list(link) },
    {
      observations,
      series: {
        type: 'object',
        patternProperties: { '^[0-9]+(:[0-9]+)*$': object({ observations }, { attributes: values }) },
        additionalProperties: false,
      },
    },
  ),
  oneOf: [{ required: ['series'] }, { required: ['observations'] }],
};
const dataMessage = object({ meta, data: object({ dataSets: list(dataSet), structures: list(structure) }) });

// Structure message
const annotation = object({ id: text, type: text, title: text });
const common = {
  id,
  agencyID: ncName,
  version: { type: 'string', pattern: '^[0-9]+(\\.[0-9]+){1,2}$' },
  name: text,
  names,
  isExternalReference: { type: 'boolean' },
  links: list(link, 1),
};
const described = { description: text, descriptions: names };
function maintainable(own: Readonly<Record<string, unknown>>): Schema {
  return {
    oneOf: [
      object({ ...common, isExternalReference: { const: false }, ...own }, described),
      object(
        { ...common, isExternalReference: { const: true } },
        { ...described, annotations: list(annotation) },
      ),
    ],
  };
}
const code = object({ id, name: text, names }, { ...described, parent: id });
const representation = {
  oneOf: [
    object({ enumeration: urn }),
    object({
      format: object({ dataType: { enum: ['String', 'Double', 'URI', 'ObservationalTimePeriod'] } }),
    }),
  ],
};
const component = { id: ncName, conceptIdentity: urn, localRepresentation: representation };
const usage = { enum: ['mandatory', 'optional'] };
const dataStructure = maintainable({
  dataStructureComponents: object({
    dimensionList: object({
      id: { const: 'DimensionDescriptor' },
      dimensions: list(object({ ...component, position: count }), 1),
      timeDimension: object({ ...component, id: { const: 'TIME_PERIOD' } }),
    }),
    measureList: object({
      id: { const: 'MeasureDescriptor' },
      measures: list(object({ ...component, usage, isMandatory: { type: 'boolean' } }), 1),
    }),
    attributeList: object({
      id: { const: 'AttributeDescriptor' },
      attributes: list(
        object({
          ...component,
          usage,
          attributeRelationship: {
            oneOf: [object({ dimensions: list(ncName, 1) }), object({ observation: object({}) })],
          },
        }),
        1,
      ),
    }),
  }),
});
const period = object({ period: { type: 'string', pattern: '^\\d{4}$' }, isInclusive: { type: 'boolean' } });
const keyValue = {
  oneOf: [
    object({ id: ncName, include: { const: true }, values: list(id, 1) }),
    object({
      id: ncName,
      include: { const: true },
      timeRange: object({ startPeriod: period, endPeriod: period }),
    }),
  ],
};
const dataConstraint = maintainable({
  role: { enum: ['Actual', 'Allowed'] },
  constraintAttachment: object({ dataflows: list(urn, 1) }),
  annotations: list(annotation, 1),
  cubeRegions: list(object({ include: { type: 'boolean' }, keyValues: list(keyValue) }), 1),
});
const structureMessage = object({
  meta,
  data: object(
    {},
    {
      agencySchemes: list(
        maintainable({
          id: { const: 'AGENCIES' },
          version: { const: '1.0' },
          isPartial: { type: 'boolean' },
          agencies: list(object({ id: ncName, name: text })),
        }),
        1,
      ),
      codelists: list(maintainable({ isPartial: { type: 'boolean' }, codes: list(code, 1) }), 1),
      conceptSchemes: list(
        maintainable({
          isPartial: { type: 'boolean' },
          concepts: list(object({ id: ncName, name: text, names }), 1),
        }),
        1,
      ),
      dataflows: list(maintainable({ structure: urn }), 1),
      dataStructures: list(dataStructure, 1),
      dataConstraints: list(dataConstraint, 1),
    },
  ),
});

const ajv = new Ajv({ strict: false, allErrors: true });
ajvFormats.default(ajv);
const validators = { data: ajv.compile(dataMessage), structure: ajv.compile(structureMessage) };

/** Everything in which a message differs from the rules, a line each. */
export function faultsOf(kind: 'data' | 'structure', message: unknown): readonly string[] {
  const validate: ValidateFunction = validators[kind];
  if (validate(message)) return [];
  return (validate.errors ?? [])
    .slice(0, 20)
    .map(
      ({ instancePath, message: said = '', params }) => `${instancePath} ${said} ${JSON.stringify(params)}`,
    );
}
