/** Findings as commands of a GitHub workflow, which shows them beside the lines of a pull request. */
import type { Severity } from '../../../core/index.js';
import { workflowCommand } from '../../formats/workflow-command.js';
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
        return workflowCommand(commands[severity], place, message);
      })
      .join(''),
});
