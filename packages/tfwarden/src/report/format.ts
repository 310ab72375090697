import type { ReportInput } from './report-context.ts';

export interface Format {
  readonly name: string;
  /** What the file is called behind the name given with `--out`, when several formats are written. As tfsec names them. */
  readonly ending: string;
  /** Loads the renderer; only the formats asked for are loaded. */
  load(): Promise<(input: ReportInput) => string>;
}

export const FORMATS: readonly Format[] = [
  { name: 'lovely', ending: '.lovely', load: async () => (await import('./text.ts')).renderText },
  { name: 'default', ending: '.default.txt', load: async () => (await import('./text.ts')).renderText },
  { name: 'text', ending: '.text', load: async () => (await import('./text.ts')).renderText },
  { name: 'gif', ending: '.gif', load: async () => (await import('./text.ts')).renderText },
  { name: 'json', ending: '.json', load: async () => (await import('./json.ts')).renderJson },
];

/** The formats that people read, and that have colour on a terminal. `text` is `lovely` without colour. */
export function isForPeople(name: string): boolean {
  return name === 'lovely' || name === 'default' || name === 'text' || name === 'gif';
}
