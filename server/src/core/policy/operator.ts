/** Condition operators as policies write them: `for_any_value:string_equal_if_exist`. Source: CAM conditions page, 598/10608. */

export const qualifiers = ['for_any_value:', 'for_all_value:'] as const;
export type Qualifier = (typeof qualifiers)[number];
export const ifExist = '_if_exist';

export interface OperatorPattern {
  /** With its colon; empty where there is none. */
  readonly qualifier: Qualifier | '';
  readonly name: string;
  /** Whether `_if_exist` follows the name. */
  readonly ifExist: boolean;
}

/** Reads an operator; never throws. */
export function readOperator(text: string): OperatorPattern {
  const qualifier = qualifiers.find((candidate) => text.startsWith(candidate)) ?? '';
  const rest = text.slice(qualifier.length);
  return rest.endsWith(ifExist)
    ? { qualifier, name: rest.slice(0, -ifExist.length), ifExist: true }
    : { qualifier, name: rest, ifExist: false };
}

/** The operator string of these parts. */
export const writeOperator = ({ qualifier, name, ifExist: suffixed }: OperatorPattern): string =>
  qualifier + name + (suffixed ? ifExist : '');
