import { parentPort } from 'node:worker_threads';
import startSes from 'aws-ses-v2-local';

// In a thread of its own: the server takes the way to its mailbox from a variable of its environment, once.
const server = await startSes.default({ host: '127.0.0.1', port: 0 });
const bound = server.address();
parentPort?.postMessage(typeof bound === 'object' && bound ? bound.port : 0);
