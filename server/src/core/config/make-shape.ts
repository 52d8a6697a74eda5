/** Shorthand for the tables of what files may hold. */
import type { Text } from '../text.js';
import type { ChoiceShape, Field, Form, ListShape, ObjectShape, Shape, TextShape } from './shape.js';

export const text = (form: Form): TextShape => ({ kind: 'text', form });
export const list = (of: Shape, filled: boolean): ListShape => ({ kind: 'list', of, filled });
export const choice = (values: { readonly [value: string]: Text }): ChoiceShape => ({
  kind: 'choice',
  values: new Map(Object.entries(values)),
});
export const field = (shape: Shape, about: Text): Field => ({ shape, required: false, about });
export const required = (shape: Shape, about: Text): Field => ({ shape, required: true, about });
export const object = (fields: { readonly [name: string]: Field }): ObjectShape => ({
  kind: 'object',
  fields: new Map(Object.entries(fields)),
  members: 'members',
});
