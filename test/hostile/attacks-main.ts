/** `npm run attacks [-- PART]`: measures every attack whose name has PART in it against `dist/server.js`, and prints the table of docs/robustness.md. */
import { attacks } from './attacks.js';
import { sitDown, strike } from './strike.js';
import { startWire } from './wire.js';

const part = process.argv[2] ?? '';

async function main(): Promise<void> {
  console.log(
    '| document | characters | open → diagnostics | key → diagnostics | key in another file → completion | slowest request | diagnostics | peak memory |\n|---|--:|--:|--:|--:|---|---|--:|',
  );
  for (const attack of attacks.filter(({ name }) => name.includes(part))) {
    const wire = await startWire();
    await sitDown(wire);
    const { name, length, opened, edited, slowest, elsewhere, diagnostics, codes } = await strike(wire, attack);
    const ms = (value: number): string => `${value.toFixed(0)} ms`;
    const shown = codes.length > 4 ? `${codes.slice(0, 4).join(', ')}, …` : codes.join(', ');
    const peak = await wire.peak();
    console.log(
      `| ${name} | ${length.toLocaleString('en')} | ${ms(opened)} | ${ms(edited)} | ${ms(elsewhere)} | ${slowest.method.replace('textDocument/', '')} ${ms(slowest.ms)} | ${diagnostics}: ${shown} | ${peak?.toFixed(0) ?? '?'} MB |`,
    );
    await wire.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
