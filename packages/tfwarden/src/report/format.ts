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
  { name: 'csv', ending: '.csv', load: async () => (await import('./csv.ts')).renderCsv },
  {
    name: 'checkstyle',
    ending: '.checkstyle.xml',
    load: async () => (await import('./checkstyle.ts')).renderCheckstyle,
  },
  { name: 'junit', ending: '.junit', load: async () => (await import('./junit.ts')).renderJunit },
  { name: 'sarif', ending: '.sarif.json', load: async () => (await import('./sarif.ts')).renderSarif },
  { name: 'markdown', ending: '.markdown', load: async () => (await import('./markdown.ts')).renderMarkdown },
  { name: 'html', ending: '.html', load: async () => (await import('./html.ts')).renderHtml },
  { name: 'gitlab', ending: '.gitlab.json', load: async () => (await import('./gitlab.ts')).renderGitlab },
  { name: 'github', ending: '.github.txt', load: async () => (await import('./github.ts')).renderGithub },
];

/** The formats that people read, and that have colour on a terminal. `text` is `lovely` without colour. */
export function isForPeople(name: string): boolean {
  return name === 'lovely' || name === 'default' || name === 'text' || name === 'gif';
}
