import { appendFileSync } from 'node:fs';
import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';

// Loaded first into a process, its threads and its children: whatever would leave the machine is noted, and fails.
const isLocal = (host) => host === undefined || /^(?:localhost|127\.|::1$|0\.0\.0\.0$|::$)/.test(host);

function check(host) {
  if (isLocal(host)) return;
  appendFileSync(process.env.OFFLINE_LOG, `${host}\n`);
  throw new Error(`Nothing may leave the machine, and ${host} was asked.`);
}

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
  const [first] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof first === 'object') check(first.host);
  else if (typeof first === 'number') check(typeof args[1] === 'string' ? args[1] : undefined);
  return connect.apply(this, args);
};
for (const [holder, names] of [
  [dns, ['lookup', 'resolve', 'resolve4', 'resolve6']],
  [dns.promises, ['lookup', 'resolve', 'resolve4', 'resolve6']],
]) {
  for (const name of names) {
    const original = holder[name];
    holder[name] = function (host, ...rest) {
      check(host);
      return original.call(this, host, ...rest);
    };
  }
}
const { send } = dgram.Socket.prototype;
dgram.Socket.prototype.send = function (...args) {
  check(args.findLast((arg) => typeof arg === 'string'));
  return send.apply(this, args);
};
