/** The JSON of `cam-policy check`, as other programs read it. */
export interface ReportedFinding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly fixable: boolean;
  readonly help: string;
}

interface Report {
  readonly files: readonly {
    readonly path: string;
    readonly policies: number;
    readonly findings: readonly ReportedFinding[];
  }[];
  readonly counts: Readonly<Record<string, number>>;
}

export const reportOf = (text: string): Report => JSON.parse(text) as Report;
