export interface Results {
  /** Tests that were to run, without hooks. */
  readonly total: number;
  readonly passed: number;
  /** Failures; a hook's counts too. */
  readonly failed: number;
  /** Tests marked as to be left out. */
  readonly skipped: number;
}
/** The environment variable that tells the runner inside VS Code where to write its results. */
export declare const resultsVariable = 'CAM_POLICY_RESULTS';
/** The environment variable with the text or regular expression that names of tests must match. */
export declare const grepVariable = 'GREP';
export declare function writeResults(file: string, results: Results): Promise<void>;
/** Removes results of an earlier run. */
export declare function clearResults(file: string): Promise<void>;
/** The results in `file` of a run that is over; an error where there are none, where no test ran, or where some never ended. */
export declare function readResults(file: string): Promise<Results>;
