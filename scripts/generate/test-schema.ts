/** The JSON Schema of `*.cam.test.json`, from the table that the server reads such files by. */
import { testFileShape } from '../../server/src/core/testing/fields.js';
import { membersOf } from './shape-schema.js';

export const testSchemaFile = 'schemas/cam-test.schema.json';

/** The text of the schema. */
export function testSchema(): string {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Tests of CAM policies (*.cam.test.json)',
    // These two are read by VS Code.
    allowComments: true,
    allowTrailingCommas: true,
    ...membersOf(testFileShape, () => undefined),
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}
