import * as v from 'valibot';
import { readSeverity } from '../scan/settings.ts';
import { type Config, splitExpiry } from './config.ts';

const severity = v.pipe(
  v.string(),
  v.check(
    (word) => readSeverity(word) !== undefined,
    (issue) => `Expected CRITICAL, HIGH, MEDIUM or LOW, found ${JSON.stringify(issue.input)}`,
  ),
  v.description('CRITICAL, HIGH, MEDIUM or LOW; ERROR, WARNING and INFO are read as HIGH, MEDIUM and LOW'),
);

const id = v.pipe(
  v.string(),
  v.description(
    'Any id of a check (aws-dynamodb-enable-recovery, AWS086, AVD-AWS-0024, CKV_AWS_28) or a pattern (aws-s3-*)',
  ),
);

const excludeEntry = v.pipe(
  v.string(),
  v.check(
    (entry) => splitExpiry(entry) !== undefined,
    (issue) => `Expected \`ID\` or \`ID:YYYY-MM-DD\`, found ${JSON.stringify(issue.input)}`,
  ),
  v.description('An id or pattern; with `:YYYY-MM-DD` behind it the exclusion ends after that day'),
);

const switchValue = (about: string): v.GenericSchema<boolean | undefined> =>
  v.optional(v.pipe(v.boolean(), v.description(about)));

const texts = (about: string): v.GenericSchema<string[] | undefined> =>
  v.optional(v.pipe(v.array(v.string()), v.description(about)));

/** The configuration file; the same source gives the JSON Schema for editors. */
export const CONFIG_SCHEMA: v.GenericSchema<unknown, Config> = v.object({
  $schema: v.optional(v.pipe(v.string(), v.description('Address of this schema, for editors'))),
  severity_overrides: v.optional(
    v.pipe(v.record(v.string(), severity), v.description('Severities of checks, by any id or pattern')),
  ),
  exclude: v.optional(v.pipe(v.array(excludeEntry), v.description('Checks that do not count'))),
  include: v.optional(v.pipe(v.array(id), v.description('The only checks that count'))),
  exclude_ignores: v.optional(v.pipe(v.array(id), v.description('Checks for which ignore comments have no effect'))),
  minimum_severity: v.optional(v.union([v.literal(''), severity])),
  min_required_version: v.optional(
    v.pipe(
      v.string(),
      v.description(
        'The run stops when the scanner is older: tfsec 1.28 counts in .tfsec/config, tfwarden in tfwarden.yaml',
      ),
    ),
  ),
  exclude_path: texts('Files and folders that are left out'),
  var_file: texts('Files with variables, relative to the scanned folder'),
  workspace: v.optional(v.pipe(v.string(), v.description('Value of terraform.workspace'))),
  data: v.optional(
    v.pipe(
      v.record(v.string(), v.record(v.string(), v.unknown())),
      v.description(
        'What data sources give, by address (data.aws_region.current) or for all of a type (data.aws_caller_identity)',
      ),
    ),
  ),
  format: texts('Formats of the report'),
  baseline: v.optional(v.pipe(v.string(), v.description('Baseline, relative to the scanned folder'))),
  custom_check_dir: v.optional(
    v.pipe(v.string(), v.description('Folder with custom checks, relative to the scanned folder')),
  ),
  typed_checks: switchValue(
    'Load checks written in TypeScript or JavaScript from .tfwarden/checks; this runs their code',
  ),
  soft_fail: switchValue('Findings do not change the exit code'),
  all_checks: switchValue('Also run preview and retired checks'),
  no_ignores: switchValue('Ignore comments have no effect'),
  no_auto_tfvars: switchValue('Do not load terraform.tfvars and *.auto.tfvars'),
  force_all_dirs: switchValue('Every folder with configuration is a root module'),
  ignore_hcl_errors: switchValue('An incomplete scan does not change the exit code'),
  exclude_downloaded_modules: switchValue('Leave out findings in downloaded modules'),
  include_passed: switchValue('Report what passed too'),
  include_ignored: switchValue('Report what is ignored too'),
  undetermined: switchValue('Report what cannot be decided too'),
  concise_output: switchValue('No code frames and counts in the text report'),
  no_code: switchValue('No code frames in the text report'),
});

/** Keys in the order of the schema. */
export const CONFIG_KEYS: readonly (keyof Config)[] = [
  '$schema',
  'severity_overrides',
  'exclude',
  'include',
  'exclude_ignores',
  'minimum_severity',
  'min_required_version',
  'exclude_path',
  'var_file',
  'workspace',
  'data',
  'format',
  'baseline',
  'custom_check_dir',
  'typed_checks',
  'soft_fail',
  'all_checks',
  'no_ignores',
  'no_auto_tfvars',
  'force_all_dirs',
  'ignore_hcl_errors',
  'exclude_downloaded_modules',
  'include_passed',
  'include_ignored',
  'undetermined',
  'concise_output',
  'no_code',
];
