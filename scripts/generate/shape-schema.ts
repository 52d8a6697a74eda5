/** JSON Schema (draft 07) of a shape (`core/config/shape.ts`). Descriptions are in English: schemas have one language. */
import type { Field, ObjectKind, ObjectShape, Shape } from '../../server/src/core/config/shape.js';

export type Schema = { readonly [name: string]: unknown };

/** Which definition of the schema an object has, where it stands at several places or is long; undefined: it is written where it stands. */
export type DefinitionOf = (shape: ObjectShape) => string | undefined;

export function schemaOf(shape: Shape, definitionOf: DefinitionOf): Schema {
  const inner = (each: Shape): Schema => schemaOf(each, definitionOf);
  switch (shape.kind) {
    case 'text':
      return shape.form.pattern === '' ? { type: 'string' } : { type: 'string', pattern: shape.form.pattern };
    case 'choice':
      return { enum: [...shape.values.keys()], enumDescriptions: [...shape.values.values()].map(({ en }) => en) };
    case 'count':
      return { type: 'integer', minimum: 0 };
    case 'null':
      return { type: 'null' };
    case 'list':
      return { type: 'array', ...(shape.filled ? { minItems: 1 } : {}), items: inner(shape.of) };
    case 'either':
      return { anyOf: shape.shapes.map(inner) };
    case 'map':
      return { type: 'object', additionalProperties: inner(shape.of) };
    case 'object': {
      const name = definitionOf(shape);
      return name === undefined ? membersOf(shape, definitionOf) : { $ref: `#/definitions/${name}` };
    }
  }
}

/** The object itself, whether it has a definition or not. */
export function membersOf({ fields, kinds }: ObjectShape, definitionOf: DefinitionOf): Schema {
  const required = [...fields].filter(([, field]) => field.required).map(([name]) => name);
  return {
    type: 'object',
    additionalProperties: false,
    ...(required.length > 0 ? { required } : {}),
    properties: Object.fromEntries([...fields].map(([name, field]) => [name, ofField(field, definitionOf)])),
    ...(kinds ? { oneOf: kinds.map((kind) => ofKind(kind, kinds)) } : {}),
  };
}

/** What makes an object one of this kind, and what must not stand in it. */
function ofKind(kind: ObjectKind, all: readonly ObjectKind[]): Schema {
  const own = new Set(membersIn(kind));
  const others = [...new Set(all.flatMap(membersIn))].filter((name) => !own.has(name));
  return {
    required: [kind.name, ...kind.required],
    properties: Object.fromEntries(others.map((name) => [name, false])),
  };
}

const membersIn = ({ name, required, optional }: ObjectKind): readonly string[] => [name, ...required, ...optional];

const ofField = ({ shape, about, standard }: Field, definitionOf: DefinitionOf): Schema => {
  const schema = schemaOf(shape, definitionOf);
  const told = { description: about.en, ...(standard === undefined ? {} : { default: standard }) };
  // Beside `$ref` nothing else is read.
  return '$ref' in schema ? { description: about.en, allOf: [schema] } : { ...schema, ...told };
};
