import type { ScanResult } from '../scan/scan-result.ts';

interface Row {
  readonly rule_id: string;
  readonly rule_description: string;
  readonly links: readonly string[];
  readonly count: number;
}

/** How often each check failed, the commonest first. As text, or as tfsec's `markdown` and `json`. */
export async function renderStatistics(result: ScanResult, format: string): Promise<string> {
  const counts = new Map<string, Row>();
  for (const found of result.findings) {
    if (found.status !== 'failed') continue;
    const before = counts.get(found.rule.id)?.count ?? 0;
    counts.set(found.rule.id, {
      rule_id: found.rule.id,
      rule_description: found.rule.title,
      links: found.rule.links,
      count: before + found.instances.length,
    });
  }
  const rows = [...counts.values()].toSorted((a, b) => b.count - a.count || (a.rule_id < b.rule_id ? -1 : 1));
  switch (format) {
    case 'json':
      return `${JSON.stringify({ results: rows }, undefined, 4)}\n`;
    case 'markdown':
      return [
        '| Rule ID | Description | Link | Count |',
        '|---------|-------------|------|-------|',
        ...rows.map(
          (row) =>
            `| ${row.rule_id} | ${row.rule_description.replaceAll('|', '\\|')} | ${row.links[0] ?? ''} | ${row.count} |`,
        ),
        '',
      ].join('\n');
    default: {
      const { default: Table } = await import('cli-table3');
      const table = new Table({ head: ['Rule ID', 'Description', 'Count'], style: { head: [], border: [] } });
      for (const row of rows) table.push([row.rule_id, row.rule_description, row.count]);
      return `${table.toString()}\n`;
    }
  }
}
