import { memoryFileSystem, openRoot } from '@tfwarden/terraform';

/** One kind of large configuration, made as large as asked. */
interface Shape {
  readonly name: string;
  /** The size that issue 4 names; half and double of it are measured too. */
  readonly size: number;
  readonly files: (size: number) => Readonly<Record<string, string>>;
}

const SHAPES: readonly Shape[] = [
  {
    name: 'instances of one resource, each read',
    size: 10_000,
    files: (size) => ({
      'main.tf': `resource "aws_vpc" "main" {\n  count = ${size}\n  name = "v-\${count.index}"\n  tag {\n    key = count.index\n  }\n}\n`,
    }),
  },
  {
    name: 'locals in a chain',
    size: 1_000,
    files: (size) => ({
      'main.tf': `locals {\n  l0 = "end"\n${lines(size, (i) => `  l${i + 1} = local.l${i}`)}\n}\noutput "last" {\n  value = local.l${size}\n}\n`,
    }),
  },
  {
    name: 'modules within modules',
    size: 300,
    files: (size) => {
      const files: Record<string, string> = {
        'main.tf': 'module "n" {\n  source = "./m0"\n  x = 0\n}\noutput "last" {\n  value = module.n.y\n}\n',
        [`m${size}/main.tf`]: 'variable "x" {}\noutput "y" {\n  value = var.x\n}\n',
      };
      for (let i = 0; i < size; i++) {
        files[`m${i}/main.tf`] =
          `variable "x" {}\nmodule "n" {\n  source = "../m${i + 1}"\n  x = var.x + 1\n}\noutput "y" {\n  value = module.n.y\n}\n`;
      }
      return files;
    },
  },
  {
    name: 'elements of a for_each, each read',
    size: 5_000,
    files: (size) => ({
      'main.tf': `locals {\n  all = { for p in setproduct(range(${size / 50}), range(50)) : "k\${p[0]}-\${p[1]}" => { name = "n\${p[1]}" } }\n}\nresource "aws_vpc" "main" {\n  for_each = local.all\n  name = each.value.name\n}\n`,
    }),
  },
];

const RUNS = 5;

/** How evaluation grows with the size of a configuration: CPU time from opening the root to having read everything. */
export function run(): void {
  console.log('| what | half | size | double |');
  console.log('|---|---:|---:|---:|');
  for (const { name, size, files } of SHAPES) {
    const times = [size / 2, size, size * 2].map((n) => `${cpuOfBest(files(n)).toFixed(1)} ms`);
    console.log(`| ${size} ${name} | ${times.join(' | ')} |`);
  }
}

function cpuOfBest(files: Readonly<Record<string, string>>): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < RUNS; i++) {
    const before = process.cpuUsage();
    readAll(files);
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

function readAll(files: Readonly<Record<string, string>>): void {
  const evaluation = openRoot(memoryFileSystem(files), '.');
  for (const { body } of evaluation.resources()) {
    for (const name of body.attributeNames) void body.attribute(name)?.value;
    for (const type of body.blockTypes) {
      for (const block of body.blocks(type)) void block.body.attribute('key')?.value;
    }
  }
  for (const output of evaluation.root.outputs.values()) void output.value;
}

function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('\n');
}
