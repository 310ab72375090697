import type { Command } from './command.ts';
import { GENERAL_FLAGS, INPUT_FLAGS, SCAN_FLAGS } from './flag-table.ts';

const ANY_NUMBER = Number.POSITIVE_INFINITY;

export const COMMANDS: readonly Command[] = [
  {
    name: '',
    arguments: '[path...]',
    summary: 'Scan folders of Terraform or OpenTofu code (default: the working directory)',
    about:
      'Reads the configuration, works out what Terraform would create, checks it, and reports what is wrong, where, why it matters and how to mend it.',
    flags: [...SCAN_FLAGS, ...GENERAL_FLAGS],
    minArguments: 0,
    maxArguments: ANY_NUMBER,
    examples: [
      { line: 'tfwarden', about: 'scan the working directory and everything below it' },
      { line: 'tfwarden infra --minimum-severity HIGH', about: 'only what is HIGH or CRITICAL' },
      { line: 'tfwarden -f lovely,sarif,junit --out report', about: 'three reports in one run' },
      { line: 'tfwarden --var-file prod.tfvars', about: 'with the values of one environment' },
    ],
  },
  {
    name: 'explain',
    arguments: '<id>',
    summary: 'Show what a check looks for, why, and how to mend it',
    about: 'Any id works: aws-dynamodb-enable-recovery, AWS086, AVD-AWS-0024, CKV_AWS_28, enable-recovery.',
    flags: GENERAL_FLAGS,
    minArguments: 1,
    maxArguments: ANY_NUMBER,
    examples: [{ line: 'tfwarden explain AWS086', about: 'the page of aws-dynamodb-enable-recovery' }],
  },
  {
    name: 'checks',
    arguments: '[id...]',
    summary: 'List the checks',
    about: 'Lists the checks that run, with severity and older ids. Ids or patterns narrow the list.',
    flags: [
      {
        name: 'all',
        type: 'switch',
        group: 'Selection',
        fromEnvironment: false,
        help: 'Also list checks that are off: preview and retired ones, with their status',
      },
      {
        name: 'format',
        short: 'f',
        type: 'text',
        value: 'FORMAT',
        choices: ['text', 'json', 'markdown'],
        group: 'Output',
        fromEnvironment: false,
        help: 'text (default), json or markdown',
      },
      ...GENERAL_FLAGS,
    ],
    minArguments: 0,
    maxArguments: ANY_NUMBER,
    examples: [{ line: "tfwarden checks 'aws-s3-*'", about: 'the checks of one service' }],
  },
  {
    name: 'fix',
    arguments: '[path...]',
    summary: 'Mend what can be mended without guessing',
    about:
      'Shows the edits as a diff. With --write they are made: comments and formatting stay, and an edit is kept only when the check then passes and nothing new fails.',
    flags: [
      ...INPUT_FLAGS,
      {
        name: 'write',
        type: 'switch',
        group: 'Behaviour',
        fromEnvironment: false,
        help: 'Change the files; without it only the diff is shown',
      },
      {
        name: 'all',
        type: 'switch',
        group: 'Behaviour',
        fromEnvironment: false,
        help: 'Also make edits that deserve a second look: they replace a resource or take access away',
      },
      {
        name: 'exclude',
        short: 'e',
        type: 'list',
        value: 'ID',
        group: 'Selection',
        fromEnvironment: false,
        help: 'Leave out checks',
      },
      {
        name: 'filter-results',
        also: ['include', 'only'],
        type: 'list',
        value: 'ID',
        group: 'Selection',
        fromEnvironment: false,
        help: 'Mend these checks only',
      },
      ...GENERAL_FLAGS,
    ],
    minArguments: 0,
    maxArguments: ANY_NUMBER,
    examples: [{ line: 'tfwarden fix --only AWS086 --write', about: 'switch recovery on for every table' }],
  },
  {
    name: 'roots',
    arguments: '[path...]',
    summary: 'List the root modules that a scan would start from',
    about: 'A root is a folder with configuration that no other scanned folder calls as a module.',
    flags: [
      {
        name: 'why',
        type: 'switch',
        group: 'Output',
        fromEnvironment: false,
        help: 'Say of every folder with configuration why it is a root or not',
      },
      ...INPUT_FLAGS,
      ...GENERAL_FLAGS,
    ],
    minArguments: 0,
    maxArguments: ANY_NUMBER,
    examples: [{ line: 'tfwarden roots --why', about: 'who calls whom' }],
  },
  {
    name: 'eval',
    arguments: '<expression> [path]',
    summary: 'Evaluate an expression in a root module',
    about:
      'Prints the value as `terraform console` does, and says which inputs an unknown value waits for. Resources have the values that are written in the code. An address may lead into modules.',
    flags: [
      {
        name: 'why',
        type: 'switch',
        group: 'Output',
        fromEnvironment: false,
        help: 'Show every place that the value came through, back to its source, and the inputs it waits for',
      },
      {
        name: 'module',
        type: 'text',
        value: 'ADDRESS',
        group: 'Input',
        fromEnvironment: false,
        help: 'Evaluate in this module instance, such as module.data["eu"].module.bucket (default: the root module)',
      },
      ...INPUT_FLAGS,
      ...GENERAL_FLAGS,
    ],
    minArguments: 1,
    maxArguments: 2,
    examples: [
      { line: "tfwarden eval 'cidrsubnet(var.range, 8, 1)' network", about: 'one subnet' },
      {
        line: `tfwarden eval --why 'module.data.module.bucket["logs"].aws_s3_bucket.this.bucket'`,
        about: 'an attribute of a resource in modules, and where its value comes from',
      },
      {
        line: `tfwarden eval --module module.data 'local.names' --data 'data.aws_region={name="eu-west-1"}'`,
        about: 'in a module, for one region',
      },
    ],
  },
  {
    name: 'fmt',
    arguments: '[path...]',
    summary: 'Format configuration files as `terraform fmt -recursive` does',
    about:
      'Rewrites .tf, .tofu, .tfvars, .tftest.hcl and .tfmock.hcl files and prints the names of those that changed. `-` formats standard input.',
    flags: [
      {
        name: 'check',
        type: 'switch',
        group: 'Behaviour',
        fromEnvironment: false,
        help: 'Change nothing; exit code 1 when a file is not formatted',
      },
      {
        name: 'diff',
        type: 'switch',
        group: 'Output',
        fromEnvironment: false,
        help: 'Show what changes',
      },
      ...GENERAL_FLAGS,
    ],
    minArguments: 0,
    maxArguments: ANY_NUMBER,
    examples: [{ line: 'tfwarden fmt --check --diff', about: 'for a pipeline' }],
  },
  {
    name: 'custom',
    arguments: '<validate|test> <file>',
    summary: 'Validate and test custom checks',
    about:
      '`custom validate FILE` reads a file of custom checks and reports every mistake in it. `custom test FILE --pass DIR --fail DIR` scans examples: a pass example must give no custom finding, a fail example at least one.',
    flags: [
      {
        name: 'pass',
        short: 'p',
        type: 'repeat',
        value: 'PATH',
        group: 'Input',
        fromEnvironment: false,
        help: 'A file or folder in which no custom check may fail',
      },
      {
        name: 'fail',
        short: 'f',
        type: 'repeat',
        value: 'PATH',
        group: 'Input',
        fromEnvironment: false,
        help: 'A file or folder in which at least one custom check must fail',
      },
      ...GENERAL_FLAGS,
    ],
    minArguments: 1,
    maxArguments: ANY_NUMBER,
    examples: [
      { line: 'tfwarden custom validate .tfsec/team_tfchecks.yaml', about: 'every mistake with its line' },
      {
        line: 'tfwarden custom test .tfsec/team_tfchecks.yaml --pass good.tf --fail bad.tf',
        about: 'what tfsec-checkgen did',
      },
    ],
  },
  {
    name: 'ignores',
    arguments: '<audit|migrate> [path...]',
    summary: 'Audit and modernise ignore comments',
    about:
      '`ignores audit` lists comments that are unused, expired, unknown or without a reason. `ignores migrate` shows how old ids would be rewritten to the present ones, in comments only.',
    flags: [
      {
        name: 'write',
        type: 'switch',
        group: 'Behaviour',
        fromEnvironment: false,
        help: 'Change the files; without it only the diff is shown',
      },
      ...INPUT_FLAGS,
      ...GENERAL_FLAGS,
    ],
    minArguments: 1,
    maxArguments: ANY_NUMBER,
    examples: [{ line: 'tfwarden ignores audit', about: 'which comments are stale' }],
  },
  {
    name: 'config',
    arguments: '<validate|schema> [path]',
    summary: 'Check a configuration file, or print its JSON Schema',
    about:
      '`config validate` reads the configuration that a scan of the folder would use and reports every mistake in it. `config schema` prints the JSON Schema for editors; `config schema checks` the one for custom checks.',
    flags: GENERAL_FLAGS,
    minArguments: 1,
    maxArguments: 2,
    examples: [{ line: 'tfwarden config schema > tfwarden.schema.json', about: 'for the editor' }],
  },
  {
    name: 'help',
    arguments: '[command]',
    summary: 'Show the help of a command',
    about: 'The same as `tfwarden <command> --help`.',
    flags: GENERAL_FLAGS,
    minArguments: 0,
    maxArguments: 1,
    examples: [],
  },
];

/** @returns the command of that name; the scan for the empty name */
export function findCommand(name: string): Command | undefined {
  return COMMANDS.find((command) => command.name === name);
}
