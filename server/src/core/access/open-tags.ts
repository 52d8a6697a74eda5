/** Which tags of resources a question leaves open. */
import { tagsOfResource } from '../policy/condition.js';
import type { AccessQuestion } from './question.js';

/** A key of tags of resources that some statement tests, and that the question does not say. */
export function openTags({ policies, boundary, context = {} }: AccessQuestion): string | undefined {
  const isOpen = (key: string): boolean =>
    !Object.hasOwn(context, key) && !Object.hasOwn(context, tagsOfResource) && key.split('/', 1)[0] === tagsOfResource;
  for (const { statements } of boundary ? [...policies, boundary] : policies)
    for (const { conditions } of statements)
      for (const { keys } of conditions) for (const { key } of keys) if (isOpen(key)) return key;
  return undefined;
}
