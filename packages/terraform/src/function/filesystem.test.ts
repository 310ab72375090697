import { describe, expect, it } from 'vitest';
import type { World } from '../../testing/function-call.ts';
import { answer } from '../../testing/function-call.ts';

const REPOSITORY: World = {
  directory: 'envs/prod',
  files: {
    'envs/prod/main.tf': '',
    'envs/prod/policy.json': '{"a":1}',
    'envs/prod/.hidden.txt': 'h',
    'envs/prod/latin1.txt': Uint8Array.of(0xe9, 0x0a),
    'envs/prod/templates/a.tftpl': 'A',
    'envs/prod/templates/deep/b.tftpl': 'B',
    'envs/prod/templates/deep/c{1}.txt': 'C',
    'modules/net/rules.csv': 'from,to\n1,2\n',
    'secret.txt': 'top secret',
  },
};

function inRepository(text: string): string {
  return answer(text, REPOSITORY);
}

describe('functions of files', () => {
  it('reads files relative to the folder of the root module', () => {
    expect(inRepository('file("policy.json")')).toBe('"{\\"a\\":1}"');
    expect(inRepository('file("./templates/../policy.json")')).toBe('"{\\"a\\":1}"');
    expect(inRepository('csvdecode(file("../../modules/net/rules.csv"))')).toBe('[{"from":"1","to":"2"}]');
    expect(inRepository('filebase64("latin1.txt")')).toBe('"6Qo="');
    expect(inRepository('filemd5("policy.json")')).toBe('"bb6cb5c68df4652941caf652a366f2d8"');
    expect(inRepository('filebase64sha256("templates/a.tftpl")')).toBe(
      '"VZrq0IJk1XldOQlxjN0Fq9SVcuhP5VWQ7vMaiKCP3/0="',
    );
  });

  it('says what terraform says of files that cannot be read', () => {
    expect(inRepository('file("nope.txt")')).toContain(
      'Invalid value for "path" parameter: no file exists at "nope.txt"; this function works only with files that are distributed',
    );
    expect(inRepository('file(sensitive("nope.txt"))')).toContain('no file exists at (sensitive value)');
    expect(inRepository('file("templates")')).toBe(
      '! Invalid value for "path" parameter: failed to read file: read templates: is a directory.',
    );
    expect(inRepository('file("latin1.txt")')).toContain(
      'contents of "latin1.txt" are not valid UTF-8; use the filebase64 function',
    );
    expect(inRepository('filesha1("nope.txt")')).toBe(
      '! Call to function "filesha1" failed: open nope.txt: no such file or directory.',
    );
  });

  it('refuses whatever leaves the boundary and shows nothing of it', () => {
    const escapes = [
      '"/etc/passwd"',
      '"../../../secret"',
      '"~/.ssh/id_rsa"',
      '"../../../../etc/passwd"',
      '"templates/../../../../x"',
    ];
    for (const path of escapes) {
      for (const name of ['file', 'filebase64', 'filemd5', 'filesha512', 'fileexists']) {
        expect(inRepository(`${name}(${path})`)).toContain('is outside of the folder that may be read');
      }
      expect(inRepository(`templatefile(${path}, {})`)).toContain('is outside of the folder that may be read');
      expect(inRepository(`fileset(${path}, "*")`)).toContain('is outside of the folder that may be read');
    }
    expect(inRepository('fileset(".", "../../../*")')).toContain('is outside of the folder that may be read');
    expect(inRepository('file("../../secret.txt")')).toBe('"top secret"');
  });

  it('says whether a file exists', () => {
    expect(inRepository('fileexists("policy.json")')).toBe('true');
    expect(inRepository('fileexists("policy.json/x")')).toBe('false');
    expect(inRepository('fileexists("templates")')).toBe(
      '! Call to function "fileexists" failed: "templates" is a directory, not a file.',
    );
  });

  it('finds files by doublestar patterns', () => {
    expect(inRepository('fileset(".", "*")')).toBe('[".hidden.txt","latin1.txt","main.tf","policy.json"]');
    expect(inRepository('fileset(".", "**")')).toContain('"templates/deep/b.tftpl"');
    expect(inRepository('fileset(".", "**/*.tftpl")')).toBe('["templates/a.tftpl","templates/deep/b.tftpl"]');
    expect(inRepository('fileset("templates", "{a,deep/b}.tftpl")')).toBe(
      '! Call to function "fileset" failed: failed to glob pattern "{a,deep/b}.tftpl": syntax error in pattern.',
    );
    expect(inRepository('fileset("templates/deep", "[a-b]*")')).toBe('["b.tftpl"]');
    expect(inRepository('fileset("templates/deep", "[^a-b]*")')).toBe('["c{1}.txt"]');
    expect(inRepository('fileset("templates/deep", "c\\\\{1}.txt")')).toBe('["c{1}.txt"]');
    expect(inRepository('fileset("../../modules", "*/?????.csv")')).toBe('["net/rules.csv"]');
    expect(inRepository('fileset("nowhere", "*")')).toBe('[]');
    expect(inRepository('fileset(".", "[")')).toContain('syntax error in pattern');
  });

  it('works on paths as Go does', () => {
    expect(inRepository('basename("a/b/")')).toBe('"b"');
    expect(inRepository('basename("")')).toBe('"."');
    expect(inRepository('basename("//")')).toBe('"/"');
    expect(inRepository('dirname("a/b/../c/d")')).toBe('"a/c"');
    expect(inRepository('dirname("/")')).toBe('"/"');
    expect(inRepository('dirname("x")')).toBe('"."');
  });

  it('tells nothing of the machine unless it is asked to', () => {
    expect(inRepository('abspath("x")')).toBe('?');
    expect(inRepository('abspath("/a/../b")')).toBe('"/b"');
    expect(inRepository('pathexpand("~/x")')).toBe('?');
    expect(inRepository('pathexpand("~ann/x")')).toContain('cannot expand user-specific home dir');
    const told: World = { ...REPOSITORY, absoluteDirectory: '/srv/repo/envs/prod', homeDirectory: '/home/ann' };
    expect(answer('abspath("../x")', told)).toBe('"/srv/repo/envs/x"');
    expect(answer('pathexpand("~/x")', told)).toBe('"/home/ann/x"');
    expect(answer('file("/srv/repo/envs/prod/templates/a.tftpl")', told)).toBe('"A"');
    expect(answer('file("/srv/other")', told)).toContain('is outside of the folder that may be read');
  });
});
