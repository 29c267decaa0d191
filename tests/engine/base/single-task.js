import { parentPort, workerData } from 'node:worker_threads';

const { echo, fail, hang } = workerData;
if (fail !== undefined) throw new Error(fail);
if (hang) setInterval(() => {}, 1000);
else parentPort.postMessage(echo, []);
