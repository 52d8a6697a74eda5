/** Checks the catalogue's inputs and outputs against `schemas/catalogue.schema.json`. */
import { Ajv, type ValidateFunction } from 'ajv';
import { readJson } from './files.js';

export type Validate = (value: unknown, what: string) => readonly string[];

/** One validator per definition; each gives a list of mistakes, empty where there are none. */
export function createValidators(): {
  readonly layer: Validate;
  readonly service: Validate;
  readonly language: Validate;
} {
  // Code neither optimised nor inlined runs as fast for us, and is made in half the time.
  const ajv = new Ajv({
    allErrors: false,
    strict: false,
    validateFormats: false,
    inlineRefs: false,
    code: { optimize: false },
  });
  ajv.addSchema(readJson('schemas/catalogue.schema.json') as object, 'catalogue');
  /** Compiled when it is first used: that takes longer than most validations. */
  const compiled = (name: string): ValidateFunction => {
    const validate: ValidateFunction | undefined = ajv.getSchema(`catalogue#/$defs/${name}`);
    if (!validate) throw new Error(`schemas/catalogue.schema.json has no ${name}`);
    return validate;
  };
  const validator =
    (name: string): Validate =>
    (value, what) => {
      const validate = compiled(name);
      return validate(value)
        ? []
        : (validate.errors ?? []).map(
            (error) => `${what}${error.instancePath}: ${error.message ?? 'wrong'} ${JSON.stringify(error.params)}`,
          );
    };
  return { layer: validator('layer'), service: validator('service'), language: validator('language') };
}
