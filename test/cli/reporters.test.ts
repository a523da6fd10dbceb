import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Report, ReportedProblem } from '../../server/src/cli/report.ts';
import { github } from '../../server/src/cli/reporters/github.ts';
import { junit } from '../../server/src/cli/reporters/junit.ts';
import { sarif } from '../../server/src/cli/reporters/sarif.ts';
import { folderWith, kirbyAuthor, type Surroundings } from './command-line.ts';

const first: ReportedProblem = {
  path: 'content/1_a, b: c/article.txt',
  line: 5,
  column: 36,
  endLine: 5,
  endColumn: 43,
  severity: 'error',
  code: 'hidden-flag',
  message: 'A "quote" & <tag>,\n100 %.\u0000',
  fixes: [],
};
const second: ReportedProblem = {
  ...first,
  path: 'content/zoë/home.txt',
  endLine: 7,
  severity: 'hint',
  code: 'unknown-tag',
  message: 'Fine.',
};
const report: Report = { files: 9, problems: [first, second] };
const none: Report = { files: 9, problems: [] };
const options = { color: false, isDryRun: false, inRepository: (path: string) => path };

describe('for GitHub', () => {
  test('each problem is an annotation', () => {
    expect(github.print(report, options)).toBe(
      '::error file=content/1_a%2C b%3A c/article.txt,line=5,col=36,endColumn=43,title=hidden-flag::A "quote" & <tag>,%0A100 %25.\u0000\n' +
        '::notice file=content/zoë/home.txt,line=5,endLine=7,title=unknown-tag::Fine.\n',
    );
    expect(github.print(none, options)).toBe('');
  });

  test.each([['github'], ['sarif']])('paths are those of the repository: %s', async (format) => {
    const workspace = folderWith({
      'our cms/content/site.txt': 'Blocks: [{"type":"line","isHidden":"false"}]',
      'our cms/site/blueprints/site.yml': '',
    });
    const folder = path.join(workspace, 'our cms');
    const printed = async (surroundings: Surroundings): Promise<string | undefined> => {
      const { output } = await kirbyAuthor(['check', '--format', format], surroundings);
      return /(?<=file=|"uri": ")[^",]*/u.exec(output)?.[0];
    };
    const site = format === 'github' ? 'our cms/' : 'our%20cms/';
    expect(await printed({ folder, workspace })).toBe(`${site}content/site.txt`);
    expect(await printed({ folder: workspace, workspace })).toBe(`${site}content/site.txt`);
    expect(await printed({ folder })).toBe('content/site.txt');
    const elsewhere = folderWith({ 'x/': '' });
    expect(await printed({ folder, workspace: elsewhere })).toBe('content/site.txt');
  });
});

describe('as SARIF', () => {
  test('the log names the rules and the places', () => {
    expect(JSON.parse(sarif.print(report, options))).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'Kirby Author',
              rules: [{ id: 'hidden-flag' }, { id: 'unknown-tag' }],
            },
          },
          columnKind: 'utf16CodeUnits',
          results: [
            {
              ruleId: 'hidden-flag',
              ruleIndex: 0,
              level: 'error',
              message: { text: first.message },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: 'content/1_a%2C%20b%3A%20c/article.txt' },
                    region: { startLine: 5, startColumn: 36, endLine: 5, endColumn: 43 },
                  },
                },
              ],
            },
            { ruleId: 'unknown-tag', ruleIndex: 1, level: 'note' },
          ],
        },
      ],
    });
    expect(JSON.parse(sarif.print(none, options))).toMatchObject({ runs: [{ results: [] }] });
  });
});

describe('as JUnit', () => {
  test('each file is a suite, each problem a failure', () => {
    expect(junit.print(report, options)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="Kirby Author" tests="2" failures="2" errors="0">
  <testsuite name="content/1_a, b: c/article.txt" tests="1" failures="1" errors="0">
    <testcase name="hidden-flag 5:36" classname="content/1_a, b: c/article.txt">
      <failure type="error" message="A &quot;quote&quot; &amp; &lt;tag&gt;, 100 %.">content/1_a, b: c/article.txt:5:36</failure>
    </testcase>
  </testsuite>
  <testsuite name="content/zoë/home.txt" tests="1" failures="1" errors="0">
    <testcase name="unknown-tag 5:36" classname="content/zoë/home.txt">
      <failure type="hint" message="Fine.">content/zoë/home.txt:5:36</failure>
    </testcase>
  </testsuite>
</testsuites>
`);
  });

  test('a site without problems is a test that passes', () => {
    expect(junit.print(none, options)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="Kirby Author" tests="1" failures="0" errors="0">
  <testsuite name="Kirby Author" tests="1" failures="0" errors="0">
    <testcase name="no problems" classname="Kirby Author"/>
  </testsuite>
</testsuites>
`);
  });
});
