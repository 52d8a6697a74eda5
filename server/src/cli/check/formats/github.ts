/** Findings as commands of a GitHub workflow, which shows them beside the lines of a pull request. */
import type { Severity } from '../../../core/index.js';
import type { Reporter } from './index.js';

const commands: { readonly [severity in Severity]: string } = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

export const githubReporter = (): Reporter => ({
  file: ({ fromRoot, findings }) =>
    findings
      .map(({ rule, severity, message, line, column, endLine, endColumn }) => {
        const place = { file: fromRoot, line, col: column, endLine, endColumn, title: rule };
        const properties = Object.entries(place).map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
        return `::${commands[severity]} ${properties.join(',')}::${escaped(message)}\n`;
      })
      .join(''),
});

const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapedProperty = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
