/** What the output of `npm audit --json` comes to. */

export interface Verdict {
  /** Whether to go on: true where nothing is known. */
  readonly holds: boolean;
  readonly says: string;
}

interface Report {
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity?: string }>>;
  readonly metadata?: { readonly vulnerabilities?: { readonly total?: number } };
}

/** Reads npm's answer; `output` may hold lines of other kinds before and behind the report. */
export function verdictOf(output: string): Verdict {
  const report = reportIn(output);
  const total = report?.metadata?.vulnerabilities?.total;
  if (total === undefined) return { holds: true, says: 'no registry answered: not checked' };
  if (total === 0) return { holds: true, says: 'no known weaknesses' };
  const names = Object.entries(report?.vulnerabilities ?? {}).map(
    ([name, { severity }]) => `${name} (${severity ?? '?'})`,
  );
  return { holds: false, says: `known weaknesses: ${names.join(', ')}` };
}

function reportIn(output: string): Report | undefined {
  try {
    return JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1)) as Report;
  } catch {
    return undefined;
  }
}
