import { parentPort, workerData } from 'node:worker_threads';

// The entry of a worker thread, a file of its own beside the command. What it is started with comes from `scan-threads.ts` of the same build.
void start();

async function start(): Promise<void> {
  const { scanInWorker } = await import('./engine.ts');
  if (parentPort === null) throw new Error('this file is run by tfwarden as a worker thread');
  await scanInWorker(workerData, parentPort);
}
