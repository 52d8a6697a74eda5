/** The JSON Schema of `cam-policy.config.json`, from the table that the server reads such files by. */
import { configurationShape } from '../../server/src/core/config/fields.js';
import type { Field, ObjectShape, Shape } from '../../server/src/core/config/shape.js';
import type { Rules } from '../../server/src/core/lint/lint.js';

export const configurationSchemaFile = 'schemas/cam-policy.config.schema.json';

type Schema = { readonly [name: string]: unknown };

/** The text of the schema. Descriptions are in English: schemas have one language. */
export function configurationSchema(rules: Rules): string {
  const { properties, ...rest } = ofObject(configurationShape(rules)) as { readonly properties: object };
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of CAM Policy (cam-policy.config.json)',
    // These two are read by VS Code.
    allowComments: true,
    allowTrailingCommas: true,
    ...rest,
    properties,
    definitions: {
      rules: ofMembers(rulesIn(configurationShape(rules))),
      suppression: withSnippet(suppressionIn(rules)),
    },
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

function ofShape(shape: Shape): Schema {
  switch (shape.kind) {
    case 'text':
      return shape.form.pattern === '' ? { type: 'string' } : { type: 'string', pattern: shape.form.pattern };
    case 'choice':
      return { enum: [...shape.values.keys()], enumDescriptions: [...shape.values.values()].map(({ en }) => en) };
    case 'count':
      return { type: 'integer', minimum: 0 };
    case 'list':
      return { type: 'array', ...(shape.filled ? { minItems: 1 } : {}), items: ofShape(shape.of) };
    case 'either':
      return { anyOf: shape.shapes.map(ofShape) };
    case 'object':
      return ofObject(shape);
  }
}

/** What stands at several places, or is long, is a definition. */
function ofObject(shape: ObjectShape): Schema {
  if (shape.members === 'rules') return { $ref: '#/definitions/rules' };
  return shape.fields.has('reason') ? { $ref: '#/definitions/suppression' } : ofMembers(shape);
}

function ofMembers({ fields }: ObjectShape): Schema {
  const required = [...fields].filter(([, field]) => field.required).map(([name]) => name);
  return {
    type: 'object',
    additionalProperties: false,
    ...(required.length > 0 ? { required } : {}),
    properties: Object.fromEntries([...fields].map(([name, field]) => [name, ofField(field)])),
  };
}

const ofField = ({ shape, about, standard }: Field): Schema => {
  const schema = ofShape(shape);
  const told = { description: about.en, ...(standard === undefined ? {} : { default: standard }) };
  // Beside `$ref` nothing else is read.
  return '$ref' in schema ? { description: about.en, allOf: [schema] } : { ...schema, ...told };
};

const memberOf = (shape: ObjectShape, name: string): Shape => {
  const found = shape.fields.get(name);
  if (!found) throw new Error(`the configuration has no ${name}`);
  return found.shape;
};

const asObject = (shape: Shape): ObjectShape => {
  if (shape.kind !== 'object') throw new Error('not an object');
  return shape;
};

const rulesIn = (shape: ObjectShape): ObjectShape => asObject(memberOf(shape, 'rules'));

function suppressionIn(rules: Rules): Schema {
  const list = memberOf(configurationShape(rules), 'suppress');
  if (list.kind !== 'list') throw new Error('suppress is no list');
  return ofMembers(asObject(list.of));
}

/** What VS Code offers for an entry. */
const withSnippet = (schema: Schema): Schema => ({
  ...schema,
  defaultSnippets: [{ label: 'suppression', body: { rule: '$1', files: ['${2:policies/*.cam.json}'], reason: '$3' } }],
});
