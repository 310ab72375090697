import { MAX_NESTING } from '../problem.ts';

export interface JsonProblem {
  readonly code: `hcl/json-${string}`;
  readonly summary: string;
  readonly detail: string;
}

const START_OF_VALUE = 'A JSON value must start with a brace, a bracket, a number, a string, or a keyword.';

/** Problems of JSON syntax; the texts are those of hashicorp/hcl v2.23.0, its spelling included. */
export const JSON_PROBLEMS: Readonly<Record<JsonProblemName, JsonProblem>> = {
  tooDeep: {
    code: 'hcl/json-too-deep',
    summary: 'Nesting too deep',
    detail: `Objects and arrays may be nested at most ${MAX_NESTING} levels deep.`,
  },
  rootNotObject: {
    code: 'hcl/json-root',
    summary: 'Root value must be object',
    detail: 'The root value in a JSON-based configuration must be either a JSON object or a JSON array of objects.',
  },
  extraData: {
    code: 'hcl/json-extra-data',
    summary: 'Extraneous data after value',
    detail: 'Extra characters appear after the JSON value.',
  },
  missingValue: { code: 'hcl/json-missing-value', summary: 'Missing JSON value', detail: START_OF_VALUE },
  missingElement: { code: 'hcl/json-missing-value', summary: 'Missing array element value', detail: START_OF_VALUE },
  endsTooEarly: {
    code: 'hcl/json-missing-value',
    summary: 'Missing value',
    detail: 'The JSON data ends prematurely.',
  },
  invalidStart: { code: 'hcl/json-invalid-value', summary: 'Invalid start of value', detail: START_OF_VALUE },
  invalidName: {
    code: 'hcl/json-invalid-name',
    summary: 'Invalid object property name',
    detail: 'A JSON object property name must be a string',
  },
  missingObjectValue: {
    code: 'hcl/json-missing-colon',
    summary: 'Missing object value',
    detail: 'A JSON object attribute must have a value, introduced by a colon.',
  },
  equalsForColon: {
    code: 'hcl/json-missing-colon',
    summary: 'Missing property value colon',
    detail: 'JSON uses a colon as its name/value delimiter, not an equals sign.',
  },
  missingColon: {
    code: 'hcl/json-missing-colon',
    summary: 'Missing property value colon',
    detail: "A colon must appear between an object property's name and its value.",
  },
  trailingObjectComma: {
    code: 'hcl/json-trailing-comma',
    summary: 'Trailing comma in object',
    detail: 'JSON does not permit a trailing comma after the final property in an object.',
  },
  trailingArrayComma: {
    code: 'hcl/json-trailing-comma',
    summary: 'Trailing comma in array',
    detail: 'JSON does not permit a trailing comma after the final value in an array.',
  },
  unclosedObject: {
    code: 'hcl/json-unclosed',
    summary: 'Unclosed object',
    detail: 'No closing brace was found for this JSON object.',
  },
  unclosedArray: {
    code: 'hcl/json-unclosed',
    summary: 'Unclosed object',
    detail: 'No closing bracket was found for this JSON array.',
  },
  mismatchedBraces: {
    code: 'hcl/json-mismatched-bracket',
    summary: 'Mismatched braces',
    detail: 'A JSON object must be closed with a brace, not a bracket.',
  },
  mismatchedBrackets: {
    code: 'hcl/json-mismatched-bracket',
    summary: 'Mismatched brackets',
    detail: 'A JSON array must be closed with a bracket, not a brace.',
  },
  missingPropertyComma: {
    code: 'hcl/json-missing-comma',
    summary: 'Missing attribute seperator comma',
    detail: 'A comma must appear between each property definition in an object.',
  },
  missingElementComma: {
    code: 'hcl/json-missing-comma',
    summary: 'Missing attribute seperator comma',
    detail: 'A comma must appear between each value in an array.',
  },
  colonInArray: {
    code: 'hcl/json-colon-in-array',
    summary: 'Invalid array value',
    detail: 'A colon is not used to introduce values in a JSON array.',
  },
  invalidNumber: {
    code: 'hcl/json-invalid-number',
    summary: 'Invalid JSON number',
    detail: 'There is a syntax error in the given JSON number.',
  },
  invalidString: {
    code: 'hcl/json-invalid-string',
    summary: 'Invalid JSON string',
    detail: 'There is a syntax error in the given JSON string.',
  },
  /** The detail names the word. */
  invalidKeyword: { code: 'hcl/json-invalid-keyword', summary: 'Invalid JSON keyword', detail: '' },
};

type JsonProblemName =
  | 'tooDeep'
  | 'rootNotObject'
  | 'extraData'
  | 'missingValue'
  | 'missingElement'
  | 'endsTooEarly'
  | 'invalidStart'
  | 'invalidName'
  | 'missingObjectValue'
  | 'equalsForColon'
  | 'missingColon'
  | 'trailingObjectComma'
  | 'trailingArrayComma'
  | 'unclosedObject'
  | 'unclosedArray'
  | 'mismatchedBraces'
  | 'mismatchedBrackets'
  | 'missingPropertyComma'
  | 'missingElementComma'
  | 'colonInArray'
  | 'invalidNumber'
  | 'invalidString'
  | 'invalidKeyword';
