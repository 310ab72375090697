import type { FunctionDefinition } from '@tfwarden/hcl';
import { CIDR_FUNCTIONS } from '../../packages/terraform/src/function/cidr.ts';
import { ANY_FUNCTIONS } from '../../packages/terraform/src/function/collection/any.ts';
import { LIST_FUNCTIONS } from '../../packages/terraform/src/function/collection/list.ts';
import { MAP_FUNCTIONS } from '../../packages/terraform/src/function/collection/map.ts';
import { SET_FUNCTIONS } from '../../packages/terraform/src/function/collection/set.ts';
import { NUMERIC_FUNCTIONS } from '../../packages/terraform/src/function/numeric.ts';
import { STRING_FUNCTIONS } from '../../packages/terraform/src/function/string.ts';
import { TYPE_CONVERSION_FUNCTIONS } from '../../packages/terraform/src/function/type-conversion.ts';

export const FUNCTIONS: readonly FunctionDefinition[] = [
  ...CIDR_FUNCTIONS,
  ...ANY_FUNCTIONS,
  ...LIST_FUNCTIONS,
  ...MAP_FUNCTIONS,
  ...SET_FUNCTIONS,
  ...NUMERIC_FUNCTIONS,
  ...STRING_FUNCTIONS,
  ...TYPE_CONVERSION_FUNCTIONS,
];
