// npm run bench                 the main job, end to end
// npm run bench -- NAME [...]   another benchmark of this folder, with its own arguments

const [name = 'main-job', ...args] = process.argv.slice(2);
const benchmarks = [
  'main-job',
  'polls',
  'feeds',
  'articles',
  'confidence',
  'rules',
  'hostile',
  'filters',
  'deliver',
  'one-article',
  'crowd',
  'page',
];
if (!benchmarks.includes(name)) {
  console.error(`there is no benchmark ${name}; there are ${benchmarks.join(', ')}`);
  process.exit(2);
}
const benchmark = (await import(`./${name}.ts`)) as { run: (args: string[]) => Promise<void> };
await benchmark.run(args);
