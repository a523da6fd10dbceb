import type { ReportedProblem, Reporter } from '../report.ts';

/** Test results as continuous integration shows them: a suite a file, a failed test a problem. */
export const junit: Reporter = {
  name: 'junit',
  print({ problems }) {
    const byFile = new Map<string, ReportedProblem[]>();
    for (const problem of problems) {
      byFile.set(problem.path, [...(byFile.get(problem.path) ?? []), problem]);
    }
    const suites = [...byFile].map(([path, inFile]) => suite(path, inFile));
    const tests = String(Math.max(problems.length, 1));
    return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="Kirby Author" tests="${tests}" failures="${String(problems.length)}" errors="0">
${problems.length === 0 ? passed : suites.join('')}</testsuites>
`;
  },
};

/** A report without any test is an error to Jenkins and to others that read it. */
const passed = `  <testsuite name="Kirby Author" tests="1" failures="0" errors="0">
    <testcase name="no problems" classname="Kirby Author"/>
  </testsuite>
`;

function suite(path: string, problems: readonly ReportedProblem[]): string {
  const count = String(problems.length);
  return `  <testsuite name="${escape(path)}" tests="${count}" failures="${count}" errors="0">
${problems.map(testCase).join('')}  </testsuite>
`;
}

function testCase({ path, line, column, severity, code, message }: ReportedProblem): string {
  const place = `${String(line)}:${String(column)}`;
  return `    <testcase name="${escape(code)} ${place}" classname="${escape(path)}">
      <failure type="${severity}" message="${escape(message)}">${escape(path)}:${place}</failure>
    </testcase>
`;
}

/** What no XML may hold, in whatever form, is left out. */
function escape(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, ' ');
}
