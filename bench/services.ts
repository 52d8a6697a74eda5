/** What the catalogue costs a server that is asked about every service: the first answer on each, and the memory when all of them were touched. */
import { setTimeout as sleep } from 'node:timers/promises';
import { start } from './client.js';
import type { Figure } from './in-process.js';
import { timesOf } from './measure.js';
import { context } from './ours.js';
import { ours } from './servers.js';

/** Sizes are not statements here: this document has an action of every service. */
const document = 'every service';

/** Ms of rest before memory is read: what was answered with is collected by then. */
const rest = 3000;

/** Opens a policy that names an action of every service, and hovers each: its sentence and sources are shown, so all that is known of it is read. */
export async function timeServices(say: (line: string) => void): Promise<readonly Figure[]> {
  say('over stdio: every service');
  const names = context.catalogue.summaries.flatMap(({ service }) => {
    const [first] = context.catalogue.service(service)?.actions() ?? [];
    return first ? [`${service}:${first.name}`] : [];
  });
  const client = await start(ours, true);
  try {
    const durations: number[] = [];
    for (const [index, name] of names.entries()) {
      const uri = `file:///service-${index}.cam.json`;
      const text = `{"version":"2.0","statement":[{"effect":"deny","action":["${name}"],"resource":["*"]}]}`;
      const started = performance.now();
      await client.open(uri, text);
      await client.ask('textDocument/hover', uri, { line: 0, character: text.indexOf(name) + 1 });
      durations.push(performance.now() - started);
    }
    await sleep(rest);
    const memory = client.memory();
    return [
      { what: 'first diagnostics and hover of a service', document, times: { ours: timesOf(durations) } },
      ...(memory === undefined
        ? []
        : [{ what: 'memory (MB) with all services touched', document, times: { ours: timesOf([memory]) } }]),
    ];
  } finally {
    await client.end();
  }
}
