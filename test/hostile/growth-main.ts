/** `npm run growth`: what long policies cost at a quarter of the greatest length that is read and at all of it; prints the table of docs/robustness.md. */
import { costsOf, growing, tasks } from './growth.js';

console.log(`| policy | of them | ${tasks.join(' | ')} |\n|---|--:|${tasks.map(() => '--:|').join('')}`);
for (const each of growing) {
  const quarter = each.most / 4;
  costsOf(each, quarter);
  const [few, all] = [costsOf(each, quarter), costsOf(each, each.most)];
  const cells = tasks.map((task) => `${few[task].toFixed(0)} → ${all[task].toFixed(0)} ms`);
  console.log(`| ${each.name} | ${quarter} → ${each.most} | ${cells.join(' | ')} |`);
}
