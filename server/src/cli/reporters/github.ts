import type { Severity } from '../../rules/rule.ts';
import type { Reporter } from '../report.ts';

/** Annotations of a pull request, as the log of a GitHub workflow makes them. */
export const github: Reporter = {
  name: 'github',
  print: ({ problems }, { inRepository }) =>
    problems
      .map(({ path, line, column, endLine, endColumn, severity, code, message }) => {
        const properties = Object.entries({
          file: inRepository(path),
          line,
          // Columns of a problem over several lines are not shown, but refused.
          ...(line === endLine ? { col: column, endColumn } : { endLine }),
          title: code,
        }).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
        return `::${levels[severity]} ${properties.join(',')}::${escapeData(message)}\n`;
      })
      .join(''),
};

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
