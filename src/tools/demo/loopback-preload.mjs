// Loaded before the Playground (`node --import`). The Playground listens on every interface and asks nobody who they
// are; this keeps every server of its process on loopback, where only this machine can reach it.
import { Server } from 'node:net';

const listen = Server.prototype.listen;
Server.prototype.listen = function listenOnLoopback(...args) {
  const [first] = args;
  if (typeof first === 'number' || typeof first === 'string' || first === undefined) {
    const port = Number(first ?? 0);
    const callback = args.find((arg) => typeof arg === 'function');
    return listen.call(this, { port, host: '127.0.0.1' }, callback);
  }
  if (first !== null && typeof first === 'object' && 'port' in first) {
    return listen.call(this, { ...first, host: '127.0.0.1' }, ...args.slice(1));
  }
  return listen.apply(this, args);
};

// The demo holds the other end of this channel: however it ends, no Playground outlives it.
process.on('disconnect', () => process.exit(0));
