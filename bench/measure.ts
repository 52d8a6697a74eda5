/**
 * Times tasks against each other: in turn, so that whatever else the machine does hits all of them alike, and by the processor time of
 * this process (collecting garbage included), which other processes do not take part in.
 */

/** Something to time. */
export interface Task {
  readonly name: string;
  /** Makes what the next so many calls take; not timed. */
  readonly prepare?: (calls: number) => void;
  /** Is given the number of the call. */
  readonly run: (call: number) => unknown;
}

/** In ms per call. */
export interface Times {
  readonly min: number;
  readonly median: number;
  readonly p95: number;
  /** How many samples were taken. */
  readonly samples: number;
}

export interface Effort {
  /** The shortest sample, in ms: quicker tasks are called several times for one sample. */
  readonly sample: number;
  /** Samples of each task. */
  readonly rounds: number;
  /** How long to let the engine compile each task before, in ms. */
  readonly warmUp: number;
}

export const thorough: Effort = { sample: 5, rounds: 60, warmUp: 1500 };

/** Times each task; by name. */
export async function measure(tasks: readonly Task[], effort = thorough): Promise<ReadonlyMap<string, Times>> {
  const prepared = [];
  for (const task of tasks)
    prepared.push({ ...task, calls: await warmUp(task, effort), samples: [] as number[], next: 0 });
  for (let round = 0; round < effort.rounds; round++) {
    for (const task of prepared) {
      task.prepare?.(task.calls);
      const started = process.cpuUsage();
      for (let call = 0; call < task.calls; call++) await task.run(task.next++);
      task.samples.push(since(started) / task.calls);
    }
  }
  return new Map(prepared.map(({ name, samples }) => [name, timesOf(samples)]));
}

/** Processor time in ms. */
function since(started: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

/** Calls the task until it is compiled; gives how many calls make a sample. */
async function warmUp({ prepare, run }: Task, { warmUp, sample }: Effort): Promise<number> {
  const started = process.cpuUsage();
  const durations: number[] = [];
  while (since(started) < warmUp || durations.length < 5) {
    prepare?.(1);
    const before = process.cpuUsage();
    await run(durations.length);
    durations.push(since(before));
  }
  const late = durations.slice(durations.length >> 1);
  const usual = late.reduce((sum, duration) => sum + duration, 0) / late.length;
  return Math.max(1, Math.round(sample / Math.max(usual, 0.0001)));
}

export function timesOf(samples: readonly number[]): Times {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { min: at(0), median: at(0.5), p95: at(0.95), samples: sorted.length };
}
