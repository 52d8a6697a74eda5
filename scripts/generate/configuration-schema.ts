/** The JSON Schema of `cam-policy.config.json`, from the table that the server reads such files by. */
import { configurationShape } from '../../server/src/core/config/fields.js';
import type { ObjectShape, Shape } from '../../server/src/core/config/shape.js';
import type { Rules } from '../../server/src/core/lint/lint.js';
import { membersOf, schemaOf, type Schema } from './shape-schema.js';

export const configurationSchemaFile = 'schemas/cam-policy.config.schema.json';

/** The text of the schema. Descriptions are in English: schemas have one language. */
export function configurationSchema(rules: Rules): string {
  const { properties, ...rest } = schemaOf(configurationShape(rules), definitionOf) as { readonly properties: object };
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of CAM Policy (cam-policy.config.json)',
    // These two are read by VS Code.
    allowComments: true,
    allowTrailingCommas: true,
    ...rest,
    properties,
    definitions: {
      rules: membersOf(rulesIn(configurationShape(rules)), definitionOf),
      suppression: withSnippet(suppressionIn(rules)),
    },
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

/** What stands at several places, or is long, is a definition. */
const definitionOf = (shape: ObjectShape): string | undefined =>
  shape.members === 'rules' ? 'rules' : shape.fields.has('reason') ? 'suppression' : undefined;

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
  return membersOf(asObject(list.of), definitionOf);
}

/** What VS Code offers for an entry. */
const withSnippet = (schema: Schema): Schema => ({
  ...schema,
  defaultSnippets: [{ label: 'suppression', body: { rule: '$1', files: ['${2:policies/*.cam.json}'], reason: '$3' } }],
});
