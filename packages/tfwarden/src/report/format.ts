import type { ReportInput } from './report-context.ts';

/**
 * - `frames`: code frames with labels, where they are not switched off;
 * - `labels`: labels in any case;
 * - `values`: the chain of a value with the values themselves, when it is asked for;
 * - `chain`: the places of the chain in any case;
 * - `edits`: what fixes write;
 * - `fingerprints`: names of findings that stay.
 */
export type ShownPart = 'frames' | 'labels' | 'values' | 'chain' | 'edits' | 'fingerprints';

export interface Format {
  readonly name: string;
  /** What the file is called behind the name given with `--out`, when several formats are written. As tfsec names them. */
  readonly ending: string;
  /** What it shows of findings beyond their message and place; see `shownParts`. */
  readonly shows: readonly ShownPart[];
  /** Loads the renderer; only the formats asked for are loaded. */
  load(): Promise<(input: ReportInput) => string>;
}

export const FORMATS: readonly Format[] = [
  {
    name: 'lovely',
    ending: '.lovely',
    shows: ['frames', 'values'],
    load: async () => (await import('./text.ts')).renderText,
  },
  {
    name: 'default',
    ending: '.default.txt',
    shows: ['frames', 'values'],
    load: async () => (await import('./text.ts')).renderText,
  },
  {
    name: 'text',
    ending: '.text',
    shows: ['frames', 'values'],
    load: async () => (await import('./text.ts')).renderText,
  },
  {
    name: 'gif',
    ending: '.gif',
    shows: ['frames', 'values'],
    load: async () => (await import('./text.ts')).renderText,
  },
  {
    name: 'json',
    ending: '.json',
    shows: ['chain', 'fingerprints'],
    load: async () => (await import('./json.ts')).renderJson,
  },
  { name: 'csv', ending: '.csv', shows: [], load: async () => (await import('./csv.ts')).renderCsv },
  {
    name: 'checkstyle',
    ending: '.checkstyle.xml',
    shows: [],
    load: async () => (await import('./checkstyle.ts')).renderCheckstyle,
  },
  { name: 'junit', ending: '.junit', shows: [], load: async () => (await import('./junit.ts')).renderJunit },
  {
    name: 'sarif',
    ending: '.sarif.json',
    shows: ['labels', 'chain', 'edits', 'fingerprints'],
    load: async () => (await import('./sarif.ts')).renderSarif,
  },
  {
    name: 'markdown',
    ending: '.markdown',
    shows: [],
    load: async () => (await import('./markdown.ts')).renderMarkdown,
  },
  {
    name: 'html',
    ending: '.html',
    shows: ['labels', 'chain'],
    load: async () => (await import('./html.ts')).renderHtml,
  },
  {
    name: 'gitlab',
    ending: '.gitlab.json',
    shows: ['fingerprints'],
    load: async () => (await import('./gitlab.ts')).renderGitlab,
  },
  { name: 'github', ending: '.github.txt', shows: [], load: async () => (await import('./github.ts')).renderGithub },
];

/** The formats that people read, and that have colour on a terminal. `text` is `lovely` without colour. */
export function isForPeople(name: string): boolean {
  return name === 'lovely' || name === 'default' || name === 'text' || name === 'gif';
}
