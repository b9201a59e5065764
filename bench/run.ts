import { spawnSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { hasSamples } from './inputs/samples.ts';
import { type BenchInput, benchInput, type InputName } from './inputs.ts';
import { formatTable, median } from './table.ts';

/**
 * `npm run bench`: makes its inputs from ../shared/samples, runs evdx and every peer it finds side by side, each several times in turn, and prints medians
 * of wall and CPU time and peak memory. `npm run bench -- 7 evtx` runs seven rounds of the jobs whose name holds `evtx`.
 */
interface Job {
  readonly name: string;
  readonly input: InputName;
  readonly programs: readonly Program[];
}
interface Program {
  readonly name: string;
  /** One process for each file of a folder. */
  readonly perFile?: boolean;
  readonly command: (path: string) => readonly string[];
}
interface Measured {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly memoryMb: number;
}

const EVDX = fileURLToPath(new URL('../bin/evdx.js', import.meta.url));
const node = (...args: readonly string[]): readonly string[] => [process.execPath, ...args];
const evdx: Program = { name: 'evdx diagnose', command: (path) => node(EVDX, '--quiet', path) };
/** The cost of reading: few events are wanted. */
const sixRules: Program = {
  name: 'evdx diagnose, six rules',
  command: (path) => node(EVDX, '--quiet', '--only', 'KB910250', path),
};
const evdxEvents: Program = {
  name: 'evdx events -f jsonl',
  command: (path) => node(EVDX, 'events', '-f', 'jsonl', path),
};
const cat: Program = { name: 'cat', command: (path) => ['cat', path] };
const READ_ALL =
  'const f=require("fs"),b=Buffer.alloc(1<<18),d=f.openSync(process.argv[1]);while(f.readSync(d,b,0,b.length,null)>0);';
const nodeRead: Program = { name: 'read in Node', command: (path) => node('-e', READ_ALL, path) };
const grep: Program = { name: 'grep -c', command: (path) => ['grep', '-c', 'EventID', path] };
const evtxDump: Program = {
  name: 'evtx_dump -t 2 -o jsonl',
  command: (path) => ['evtx_dump', '-t', '2', '-o', 'jsonl', path],
};
const peers: readonly Program[] = [
  evtxDump,
  { name: 'evtxexport', command: (path) => ['evtxexport', '-f', 'xml', path] },
  { name: 'chainsaw search', command: (path) => ['chainsaw', 'search', 'no such word', path] },
  { name: 'hayabusa eid-metrics', command: (path) => ['hayabusa', 'eid-metrics', '-q', '-f', path] },
];
const evtexport: Program = { name: 'evtexport', command: (path) => ['evtexport', path] };

const jobs: readonly Job[] = [
  { name: 'diagnose 524 MB of EVTX', input: 'big.evtx', programs: [cat, nodeRead, evdx, ...peers] },
  { name: 'render 524 MB of EVTX', input: 'big.evtx', programs: [evdxEvents] },
  {
    name: 'diagnose 2 000 small EVTX',
    input: 'small-evtx',
    programs: [evdx, { ...evtxDump, name: 'evtx_dump, a process a file', perFile: true }],
  },
  { name: 'diagnose 270 MB of EVT', input: 'big.evt', programs: [cat, evdx, evtexport] },
  { name: 'diagnose 569 MB of event XML', input: 'big.xml', programs: [cat, grep, evdx, sixRules] },
  { name: 'diagnose 304 MB of text', input: 'big.txt', programs: [cat, grep, evdx, sixRules] },
  { name: 'diagnose 300 MB of wevtutil text', input: 'wevtutil.txt', programs: [evdx, sixRules] },
  { name: 'diagnose 300 MB of evtxexport text', input: 'evtxexport.txt', programs: [evdx, sixRules] },
  { name: 'diagnose 300 MB of CSV', input: 'big.csv', programs: [cat, grep, evdx, sixRules] },
  { name: 'diagnose 300 MB of JSON lines', input: 'big.jsonl', programs: [cat, grep, evdx, sixRules] },
  ...(['txt', 'csv', 'jsonl'] as const).flatMap((kind): readonly Job[] => [
    { name: `memory for 50 MB of ${kind}`, input: `50.${kind}`, programs: [sixRules] },
    { name: `memory for 500 MB of ${kind}`, input: `500.${kind}`, programs: [sixRules] },
  ]),
  {
    name: 'diagnose a paste of 20 KB',
    input: 'paste.txt',
    programs: [{ name: 'node alone', command: () => node('-e', '0') }, evdx],
  },
];

const isInstalled = ({ command }: Program): boolean => spawnSync('which', [command('')[0] ?? '']).status === 0;

/** GNU time tells the peak memory of a process, which nobody else does. */
function measure(program: Program, { path, files }: BenchInput): Measured {
  const commands = program.perFile === true ? files.map((file) => program.command(file)) : [program.command(path)];
  let [wallMs, cpuMs, memoryMb] = [0, 0, 0];
  for (const command of commands) {
    const started = performance.now();
    const { stderr } = spawnSync('/usr/bin/time', ['-f', '%U %S %M', ...command], {
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    wallMs += performance.now() - started;
    const [user = 0, system = 0, kilobytes = 0] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
    cpuMs += (user + system) * 1000;
    memoryMb = Math.max(memoryMb, kilobytes / 1000);
  }
  return { wallMs, cpuMs, memoryMb };
}

async function run({ name, input, programs }: Job, rounds: number): Promise<void> {
  const made = await benchInput(input);
  const found = programs.filter(isInstalled);
  const measured = new Map(found.map((program) => [program, [] as Measured[]]));
  // In turn, so that a slower minute of the machine is everybody's.
  for (let round = 0; round < rounds; round++)
    for (const program of found) measured.get(program)?.push(measure(program, made));
  const rows = found.map((program) => {
    const all = measured.get(program) ?? [];
    const wallMs = median(all.map((one) => one.wallMs));
    return [
      program.name,
      wallMs.toFixed(0),
      median(all.map((one) => one.cpuMs)).toFixed(0),
      (made.bytes / 1e3 / wallMs).toFixed(0),
      median(all.map((one) => one.memoryMb)).toFixed(0),
    ];
  });
  console.log(
    `\n${name} (${(made.bytes / 1e6).toFixed(0)} MB)\n${formatTable(['program', 'wall ms', 'CPU ms', 'MB/s', 'memory MB'], rows)}`,
  );
}

const rounds = Number(process.argv.slice(2).find((word) => /^\d+$/.test(word)) ?? 5);
const wanted = process.argv.slice(2).find((word) => !/^\d+$/.test(word)) ?? '';
if (!hasSamples())
  console.log('../shared/samples is not there: the inputs of the benchmark are made of it, so nothing was measured.');
else {
  console.log(
    `${cpus().length} × ${cpus()[0]?.model}, ${(totalmem() / 1e9).toFixed(0)} GB, Node ${process.version}, medians of ${rounds} rounds`,
  );
  for (const job of jobs.filter(({ name }) => name.toLowerCase().includes(wanted.toLowerCase())))
    await run(job, rounds);
}
