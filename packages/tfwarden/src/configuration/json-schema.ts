import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';

/** The JSON Schema of one of our files, for editors. Conditions that JSON Schema cannot say are in the descriptions. */
export function renderJsonSchema(schema: GenericSchema, title: string): string {
  const made = toJsonSchema(schema, { errorMode: 'ignore' });
  return `${JSON.stringify({ ...made, title }, undefined, 2)}\n`;
}
